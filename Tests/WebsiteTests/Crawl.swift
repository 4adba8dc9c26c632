import TestSupport

/// Whatever the pages of a service lead to.
struct Crawl {
    /// The answers by the address at which they were given.
    private(set) var answers: [String: Answer] = [:]

    /// Follows all links, forms and pictures from these addresses on.
    init(_ service: Service, from starts: [String]) throws {
        var waiting = starts
        var met = Set(starts)
        while let path = waiting.popLast() {
            let answer = try service.get(path, ["Accept": "text/html, */*;q=0.1"])
            answers[path] = answer
            guard answer["Content-Type"]?.hasPrefix("text/html") == true else { continue }
            for link in answer.text.matches(of: /\s(?:href|src|formaction)="(\/[^"#]*)/).map({ String($0.1) }) {
                let target = link.replacing("&amp;", with: "&")
                if !target.hasPrefix("//"), met.insert(target).inserted { waiting.append(target) }
            }
        }
    }
}
