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

    @Test(
        "that are old lead on from a 404: to the version that still has the record, or to the check that a discrepancy is",
        arguments: [
            ("/statistics/drowned", "The record “drowned” was removed in version 1.2.0", "/@1.1.0/statistics/drowned"),
            ("/claims/drowned-main", "was removed in version 1.2.0 of the dataset.", "/@1.1.0/claims/drowned-main"),
            ("/api/v1/statistics/drowned.csv", "In version 1.1.0, look at", "/api/v1/@1.1.0/statistics/drowned.csv"),
            ("/discrepancies/no-other-boats", "was removed in version 1.2.0", "/@1.1.0/discrepancies/no-other-boats"),
            ("/lessons/no-other-boats", "was removed in version 1.2.0", "/@1.1.0/checks/no-other-boats"),
            ("/embed/statistics/drowned", "was removed in version 1.2.0", "/@1.1.0/embed/statistics/drowned"),
            ("/embed?id=drowned", "was removed in version 1.2.0", "/@1.1.0/embed?id=drowned"),
            ("/@1.2.0/statistics/drowned", "was removed in version 1.2.0", "/@1.1.0/statistics/drowned"),
            (
                "/lessons/flooded-sum", "No discrepancy has the id “flooded-sum”, but a check has.",
                "/checks/flooded-sum"
            ),
            ("/@1.2.0/lessons/flooded-sum", "but a check has", "/@1.2.0/checks/flooded-sum"),
            ("/api/v1/discrepancies/flooded-sum", "but a check has", "/api/v1/checks/flooded-sum"),
            ("/api/v1/cite/discrepancies/flooded-sum.bib", "but a check has", "/api/v1/cite/checks/flooded-sum.bib"),
        ])
    func moved(target: String, sentence: String, lead: String) throws {
        let found = try answer(target)
        #expect(found.status == 404)
        #expect(try answer(lead).status == 200)
        guard found["Content-Type"]?.hasPrefix("text/html") == true else {
            let detail = try #require(found.json()["detail"] as? String)
            #expect(detail.contains(sentence))
            return #expect(detail.hasSuffix("ook at \(lead)."))
        }
        #expect(found.text.contains(sentence))
        #expect(found.text.contains("<p><a href=\"\(lead)\">To "))
        #expect(!found.text.contains("No page has this address.") && !found.text.contains("ook at /"))
    }

    @Test("lead nowhere from a 404 of what never was")
    func never() throws {
        for target in ["/statistics/drownd", "/lessons/never", "/@1.0.0/statistics/never", "/embed?id=never"] {
            let page = try answer(target, accept: "text/html")
            #expect(page.status == 404)
            #expect(page.text.contains("No page has this address."))
        }
    }

    @Test(
        "lead from a version that was withdrawn to the record, else to its list, else home",
        arguments: [
            ("statistics/sandbags-may", "/statistics/sandbags-may"), ("statistics/drowned", "/statistics"),
            ("lessons/flooded-sum", "/checks/flooded-sum"), ("lessons/x", "/lessons"), ("nowhere/x", "/"), ("", "/"),
            ("search?q=x&lang=en", "/search?q=x&amp;lang=en"),
        ])
    func withdrawn(path: String, lead: String) throws {
        let page = try answer("/@0.9.0" + (path.isEmpty ? "" : "/" + path), accept: "text/html")
        #expect(page.status == 410)
        #expect(page.text.contains("<h1>This is no longer here</h1>"))
        #expect(
            page.text.contains(
                "<p class=\"lead\">Version 0.9.0 of the dataset was withdrawn. Two figures were misread.</p>"))
        #expect(page.text.contains("<p><a href=\"\(lead)\">To the current version</a></p>"))
        #expect(try answer(lead.replacing("&amp;", with: "&"), accept: "text/html").status == 200)
    }

    @Test("with a slash at their end lead to what says that the version was withdrawn")
    func slash() throws {
        let answer = try answer("/@0.9.0/")
        #expect(answer.status == 308)
        #expect(answer["Location"] == "/@0.9.0")
        #expect(try self.answer("/@3.0.0/").status == 404)
    }
}
