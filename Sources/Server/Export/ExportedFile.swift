/// A file of an export, and the target whose answer it holds.
struct ExportedFile {
    static let notFound = "404.html"

    let target: String
    /// Whether it is a page, and not data.
    let isPage: Bool
    /// The name below the folder of the language: of a page the `index.html` of a folder. A page of a list after the first
    /// has its cursor in it.
    let name: String
    /// The suffix of the format, without the dot.
    let suffix: String
    /// Whether the target's path has a suffix.
    let hasSuffix: Bool

    init(target: String, isPage: Bool) {
        self.target = target
        self.isPage = isPage
        let parts = target.dropFirst().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts[0])
        let query = parts.count > 1 ? parts[1].split(separator: "&") : []
        let value = { (name: String) in query.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1) }
        let last = path.split(separator: "/").last ?? ""
        // The numbers of a version are no suffix, but one may follow them.
        let dots = last.split(separator: ".", omittingEmptySubsequences: false).count - 1
        hasSuffix = last.hasPrefix("@") ? dots > 2 : dots > 0
        if target == "/404" {
            (name, suffix) = (ExportedFile.notFound, "html")
        } else if isPage || !hasSuffix && (path.isEmpty || last.hasPrefix("@")) {
            suffix = isPage ? "html" : "json"
            let folders = [path[...], value("id"), value("cursor")].compactMap { $0 }.filter { !$0.isEmpty }
            name = (folders + ["index.\(suffix)"]).joined(separator: "/")
        } else {
            // Such as `csv-metadata.json`, of which the name is the rest.
            let suffix = String(last.drop { $0 != "." }.dropFirst(last.hasPrefix(".") ? 0 : 1))
            self.suffix = suffix
            name = value("cursor").map { "\(path.dropLast(suffix.count))\($0).\(suffix)" } ?? path
        }
    }

    /// What stands in an address: a page is found by its folder.
    var address: String { isPage && name.hasSuffix("index.html") ? String(name.dropLast(10)) : name }

    /// Returns a relative link to another file, which is in a folder as this one is in `own`.
    func link(to other: String, in folder: String, from own: String) -> String {
        var to = (folder + other).split(separator: "/")
        var from = (own + name).split(separator: "/").dropLast()
        while let first = from.first, to.count > 1, to.first == first {
            to.removeFirst()
            from.removeFirst()
        }
        return (from.map { _ in ".." } + to.map(String.init)).joined(separator: "/")
    }
}
