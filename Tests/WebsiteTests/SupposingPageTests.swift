import Archive
import Foundation
import TestSupport
import Testing

@Suite("A page of records that supposes something")
struct SupposingPageTests {
    private let service: Service

    init() throws { service = try Service(hasPages: true) }

    private func page(_ target: String) throws -> String {
        let answer = try service.get(target, ["Host": "localhost", "Accept": "text/html"])
        #expect(answer.status == 200, "\(target)")
        return answer.text
    }

    @Test(
        "says what it supposes, and leads to what follows and to the page without it",
        arguments: [
            "/statistics", "/statistics/flooded-both", "/claims", "/claims/flooded-both-main", "/checks",
            "/discrepancies", "/discrepancies/flooded-sum", "/conflicts", "/revisions",
        ])
    func notice(path: String) throws {
        let text = try page(path + "?without=returned-left-by-june-other&lang=en")
        #expect(text.contains("This page supposes"))
        #expect(text.contains("<li>Given up: Families of the left bank that returned by 1 June: 345</li>"))
        #expect(text.contains(#"href="/weigh?without=returned-left-by-june-other&amp;lang=en""#))
        #expect(text.contains(#"<a href="\#(path)?lang=en">The page where nothing is supposed</a>"#))
        #expect(try !page(path + "?lang=en").contains("This page supposes"))
    }

    @Test("has the records that the API has")
    func records() throws {
        let list = try page("/discrepancies?without=flooded-sum&lang=en")
        #expect(!list.contains(#"href="/discrepancies/flooded-sum"#))
        let data = try service.get("/api/v1/discrepancies?without=flooded-sum").json()
        let count = try #require((data["meta"] as? [String: Any])?["total"] as? Int)
        #expect(list.contains("\(count)\u{A0}discrepancies"))
        let statistic = try page("/statistics/returned-left-by-june?without=returned-left-by-june-other&lang=en")
        #expect(!statistic.contains("Conflicts it is part of"))
        #expect(statistic.contains("other data (given up)"))
    }

    @Test("leads to a page that is there, also from a record that is only there as if")
    func plain() throws {
        var only = 0
        for claim in try service.get("/api/v1/claims?limit=1000").ids() {
            for list in ["conflicts", "revisions", "checks"] {
                for id in try service.get("/api/v1/\(list)?without=\(claim)").ids() {
                    let text = try page("/\(list)/\(id)?without=\(claim)&lang=en")
                    let link = try #require(text.firstMatch(of: /<a href="([^"]+)">The page where nothing/)?.1)
                    let answer = try service.get(String(link), ["Accept": "text/html"])
                    #expect(answer.status == 200, "\(list)/\(id) without \(claim): \(link)")
                    if !link.hasPrefix("/\(list)/") { only += 1 }
                }
            }
        }
        #expect(only > 0)
    }

    @Test("keeps it where a list is filtered, and refuses what the dataset does not have")
    func filters() throws {
        let list = try page("/discrepancies?without=flooded-sum&lang=en")
        #expect(list.contains(#"/discrepancies?kind=conflicting-values&amp;without=flooded-sum&amp;lang=en"#))
        #expect(try service.get("/discrepancies?without=nothing", ["Accept": "text/html"]).status == 400)
        #expect(try !page("/weigh?without=flooded-sum&lang=en").contains("This page supposes"))
    }
}
