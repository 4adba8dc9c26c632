import Foundation
import HTTPCore
import TestSupport
import Testing

@Suite("What is to be cited")
struct CitedPageTests {
    private let service: Service

    init() throws { service = try RiverVersions.service(hasPages: true) }

    private func answer(_ target: String, _ type: String) throws -> Answer {
        try service.answer(.get, target, ["Host": "localhost", "Accept": type])
    }

    private func cited(_ target: String) throws -> String {
        let link = try answer(target, "application/json")["Link"] ?? ""
        return String(try #require(link.firstMatch(of: /<([^>]*)>; rel="cite-as"/), "\(target)").1)
    }

    @Test(
        "opens as a page that says the same of itself, and as data, for every list and every record",
        arguments: [
            "events", "statistics", "claims", "checks", "discrepancies", "conflicts", "revisions", "sources", "changes",
            "terms",
        ],
        ["1.0.0", "1.1.0"])
    func opens(list: String, version: String) throws {
        let root = "/api/v1/@\(version)/\(list)"
        let json =
            try JSONSerialization.jsonObject(with: Data(answer(root, "application/json").text.utf8)) as? [String: Any]
        let ids = (json?["data"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        #expect(!ids.isEmpty)
        for path in [root] + ids.map({ "\(root)/\($0)" }) {
            let cited = try cited(path)
            #expect(cited.hasPrefix("/@\(version)/"))
            let (page, data) = (try answer(cited, "text/html"), try answer(cited, "application/json"))
            #expect(page.status == 200 && page["Content-Type"]?.hasPrefix("text/html") == true, "\(cited)")
            #expect(data.status == 200 && data["Content-Type"] == "application/json", "\(cited)")
            #expect(page["Link"]?.contains("<\(cited)>; rel=\"cite-as\"") == true, "\(cited)")
        }
    }

    @Test("A check is found under either name, and known to search engines by one")
    func names() throws {
        for name in ["checks", "discrepancies"] {
            let discrepancy = try answer("/\(name)/sandbags-sum", "text/html").text
            #expect(discrepancy.contains(#"<link rel="canonical" href="http://localhost/discrepancies/sandbags-sum"#))
            let check = try answer("/\(name)/sandbags-april-claims", "text/html").text
            #expect(check.contains(#"<link rel="canonical" href="http://localhost/checks/sandbags-april-claims"#))
        }
        #expect(try answer("/checks/no-such-one", "text/html").status == 404)
    }

    @Test(
        "A change leads to the records that it names, with what each is; of what was removed to the version that has it",
        arguments: [
            ("/changes/1-1-0", #"<a href="/statistics/sandbags-april">Bags filled with sand in April</a>"#),
            ("/changes/1-1-0", #"<a href="/@1.0.0/statistics/no-longer">no-longer</a>"#),
            ("/changes/1-1-0?lang=lt", #"<a href="/@1.0.0/statistics/no-longer?lang=lt">no-longer</a>"#),
            ("/changes/1-0-0", #"<a href="/discrepancies/rain-or-dyke">"#),
            ("/changes/1-0-0", "<li>never-known"),
            ("/changes/0-9-0", "This version was withdrawn. Two figures were misread."),
            ("/changes/1.1.0", #"<a href="/changes/1-1-0">"#),
        ])
    func change(path: String, text: String) throws {
        let current = try RiverVersions.current { name, text in
            guard name == "changes.json" else { return text }
            return text.replacing(
                #""id": "sandbags-april"}]"#,
                with: #""id": "sandbags-april"}], "removed": [{"kind": "statistics", "id": "no-longer"}]"#
            ).replacing(
                #""id": "rain-or-dyke"}]"#,
                with: #""id": "rain-or-dyke"}], "removed": [{"kind": "relations", "id": "never-known"}]"#)
        }
        let service = try Service(hasPages: true, snapshot: current, kept: [RiverVersions.kept()])
        let page = try service.answer(.get, path, ["Host": "localhost", "Accept": "text/html"])
        #expect(page.text.contains(text))
    }
}
