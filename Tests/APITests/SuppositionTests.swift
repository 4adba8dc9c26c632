import Archive
import Checks
import Foundation
import HTTPCore
import Rendering
import TestSupport
import Testing

@testable import API

@Suite("What is supposed")
struct SuppositionTests {
    private let service: Service

    init() throws { service = try Service() }

    private func ids(_ target: String) throws -> [String] { try service.get(target).ids() }

    @Test("A claim that is given up takes its conflicts with it, and no new one comes")
    func givenUp() throws {
        let all = Set(try ids("/api/v1/conflicts?mixed=true&mixed=false"))
        #expect(all.count == 7)
        for claim in try ids("/api/v1/claims?limit=1000") {
            let left = Set(try ids("/api/v1/conflicts?mixed=true&mixed=false&without=\(claim)"))
            // What goes without the claim is told by the figures.
            #expect(left.isSubset(of: all) || left.subtracting(all).allSatisfy { $0.hasPrefix("values-") }, "\(claim)")
            let named = Set(try ids("/api/v1/conflicts?mixed=true&mixed=false&claim=\(claim)"))
            #expect(left.isDisjoint(with: named) || named.contains { $0.hasPrefix("values-") }, "\(claim)")
        }
    }

    @Test("Conflicts that nobody asserts are counted and listed only if asked for")
    func mixed() throws {
        let index = try service.get("/api/v1").json()["data"] as? [String: Any]
        let counts = index?["counts"] as? [String: Int]
        #expect(counts?["conflicts"] == 6)
        #expect(try ids("/api/v1/conflicts").count == 6)
        #expect(try ids("/api/v1/conflicts?mixed=true").count == 1)
        #expect(try ids("/api/v1/revisions").count == 2, "by statistic")
        #expect(try ids("/api/v1/revisions?by=witness&by=claim").count == 4)
    }

    @Test(
        "is answered on every route that checks decide, and told in meta",
        arguments: [
            "/api/v1/statistics", "/api/v1/statistics/taken-by-force-total", "/api/v1/claims", "/api/v1/checks",
            "/api/v1/checks/mobilised-sum", "/api/v1/checks/mobilised-sum/readings", "/api/v1/discrepancies",
            "/api/v1/discrepancies/mobilised-sum", "/api/v1/conflicts", "/api/v1/revisions", "/api/v1/compare",
            "/api/v1/@1.0.0/discrepancies",
        ])
    func told(path: String) throws {
        let answer = try service.get(path + "?without=taken-by-force-sum&without=taken-by-force-total-main")
        let meta = try answer.json()["meta"] as? [String: Any]
        #expect(meta?["without"] as? [String] == ["taken-by-force-sum", "taken-by-force-total-main"])
        #expect(meta?["assume"] as? [String] == [])
        let plain = try service.get(path).json()["meta"] as? [String: Any]
        #expect(plain?["without"] == nil)
    }

    @Test("A relation that is doubted has no check, and one that is assumed is subtracted")
    func relations() throws {
        #expect(try service.get("/api/v1/checks/taken-by-force-sum?without=taken-by-force-sum").status == 404)
        #expect(try !ids("/api/v1/discrepancies?without=taken-by-force-sum").contains("taken-by-force-sum"))
        let marked = try #require(
            service.application.snapshot.checks.records.first { $0.relation.comparability != nil })
        let assumed = try service.get("/api/v1/checks/\(marked.id)?assume=\(marked.id)").record()
        #expect(assumed["comparability"] is NSNull)
    }

    @Test("Charts and pictures follow it")
    func pictures() throws {
        for path in ["/api/v1/charts/statistics/taken-by-force-total", "/charts/statistics/taken-by-force-total.svg"] {
            let (plain, other) = (
                try service.get(path), try service.get(path + "?without=taken-by-force-total-main")
            )
            #expect(plain.status == 200)
            #expect(plain.text != other.text, "\(path)")
        }
    }

    @Test("What the dataset does not have is refused with what was meant, and no snapshot is made of it")
    func unknown() throws {
        let answer = try service.get("/api/v1/checks?without=taken-by-force-sun&assume=x")
        #expect(answer.status == 400)
        #expect(answer.text.contains("Did you mean “taken-by-force-sum”?"))
        #expect(service.application.published.suppositions.count == 0)
    }

    @Test("Snapshots as if are released when others were asked for since and there are too many")
    func bounded() throws {
        let claims = try ids("/api/v1/claims?limit=1000")
        var most = 0
        for claim in claims.prefix(40) {
            _ = try service.get("/api/v1/conflicts?without=\(claim)")
            most = max(most, service.application.published.suppositions.count)
        }
        let records = 2 * 200 * 4_096
        #expect(most >= 1 && most <= Suppositions.mostBytes / (records / 8), "\(most)")
        #expect(most < 40, "those asked for longest ago are gone: \(most)")
    }
}
