import HTTPCore
import TestSupport
import Testing

@Suite("Links from one version to another")
struct LastingLinkTests {
    private let service: Service

    init() throws { service = try RiverVersions.history() }

    private func answer(_ target: String, accept: String = "text/html, */*;q=0.1") throws -> Answer {
        try service.answer(.get, target, ["Host": "localhost", "Accept": accept])
    }

    /// The links of the Link field by relation.
    private func links(_ target: String, accept: String = "application/json") throws -> [String: String] {
        let found = (try answer(target, accept: accept)["Link"] ?? "").matches(of: /<([^>]*)>; rel="([^"]*)"/)
        return Dictionary(found.map { (String($0.2), String($0.1)) }) { first, _ in first }
    }

    @Test("have something at their end, on every page of every version and in its Link field")
    func all() throws {
        let crawl = try Crawl(service, from: ["/@1.0.0", "/@1.1.0", "/"])
        #expect(crawl.answers.count > 1_000)
        var met: Set<String> = []
        for (target, page) in crawl.answers {
            #expect(page.status < 400 || target.contains("/search."), "\(target)")
            // What used to be there has versions all the same (RFC 7089 section 1.1).
            let fields = (page["Link"] ?? "").matches(of: /<(?:http:\/\/localhost)?(\/[^>]*)>; rel="([^"]*)"/)
                .filter { $0.2 != "original" }.map { String($0.1) }
            let heads = page.text.matches(
                of: /<link rel="(?:canonical|alternate)"[^>]* href="http:\/\/localhost(\/[^"]*)"/
            )
            .map { String($0.1).replacing("&amp;", with: "&") }
            for link in fields + heads where crawl.answers[link] == nil && met.insert(link).inserted {
                let found = try answer(link)
                #expect(found.status < 400, "\(target): \(link)")
                guard link.contains("/timemap?") else { continue }
                for memento in found.text.matches(of: /<http:\/\/localhost(\/[^>]*)>; rel="[^"]*memento"/) {
                    #expect(try answer(String(memento.1)).status < 400, "\(link): \(memento.1)")
                }
            }
        }
    }

    @Test(
        "lead to the check where a discrepancy holds by now, and to the list where a record is gone",
        arguments: [
            ("lessons/flooded-sum", "/checks/flooded-sum", "/checks/flooded-sum"),
            ("discrepancies/flooded-sum", "/checks/flooded-sum", "/checks/flooded-sum"),
            ("embed?id=flooded-sum", "/embed?id=flooded-sum", "/embed?id=flooded-sum"),
            ("checks/sandbags-sum", "/discrepancies/sandbags-sum", "/discrepancies/sandbags-sum"),
            ("lessons/sandbags-sum", "/lessons/sandbags-sum", "/lessons/sandbags-sum"),
            ("statistics/drowned", "/statistics", "/@1.0.0/statistics/drowned"),
            ("claims/drowned-main", "/claims", "/@1.0.0/claims/drowned-main"),
            ("embed?id=drowned", "/statistics", "/@1.0.0/embed?id=drowned"),
            ("lessons/no-other-boats", "/lessons", "/@1.0.0/lessons/no-other-boats"),
        ])
    func pages(path: String, latest: String, canonical: String) throws {
        let page = try answer("/@1.0.0/\(path)").text.replacing("&amp;", with: "&")
        let lang = path.contains("?") ? "&lang=en" : "?lang=en"
        #expect(page.contains("<a href=\"\(latest)\" rel=\"latest-version\">"))
        #expect(page.contains("<link rel=\"canonical\" href=\"http://localhost\(canonical)\(lang)\">"))
    }

    @Test("are left out of the Link field where a version does not have the record, loaded or not")
    func fields() throws {
        let gone = try links("/api/v1/@1.0.0/statistics/drowned")
        #expect(gone["latest-version"] == nil)
        #expect(gone["successor-version"] == "/api/v1/@1.1.0/statistics/drowned")
        #expect(gone["original"] == "/api/v1/statistics/drowned")
        let last = try links("/api/v1/@1.1.0/statistics/drowned")
        #expect(last["successor-version"] == nil)
        #expect(last["predecessor-version"] == "/api/v1/@1.0.0/statistics/drowned")
        let same = try links("/api/v1/@1.0.0/statistics/sandbags-may")
        #expect(same["latest-version"] == "/api/v1/statistics/sandbags-may")
        // Whether that was a discrepancy before its figures changed is known only to who has read them.
        let held = try links("/api/v1/@1.1.0/discrepancies/flooded-sum")
        #expect(held["latest-version"] == "/api/v1/checks/flooded-sum")
        #expect(held["successor-version"] == nil)
        #expect(held["predecessor-version"] == "/api/v1/@1.0.0/discrepancies/flooded-sum")
        #expect(try links("/api/v1/@1.1.0/changes/1-1-0")["predecessor-version"] == nil)
        let mementos = try answer("/api/v1/timemap?path=/statistics/drowned").text
        #expect(mementos.contains("/@1.1.0/statistics/drowned>; rel=\"last memento\""))
        #expect(!mementos.contains("/@1.2.0/"))
    }

    @Test("are of no use to a frame on another’s page, which shows the check that a discrepancy has become")
    func frames() throws {
        for target in ["/embed/discrepancies/flooded-sum", "/embed?id=flooded-sum"] {
            #expect(try answer(target).status == 200)
        }
        let frame = try answer("/embed/discrepancies/flooded-sum?lang=en")
        #expect(frame.text.contains("data-verdict=\"consistent\""))
        #expect(frame.text.contains("<link rel=\"canonical\" href=\"/checks/flooded-sum\">"))
        #expect(
            try answer("/@1.0.0/embed/statistics/drowned").text
                .contains("<link rel=\"canonical\" href=\"/@1.0.0/statistics/drowned\">"))
    }
}
