import Archive
import Checks
import Evidence
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
            #expect(
                Set(try ids("/api/v1/conflicts?mixed=true&mixed=false&without=\(claim)")).isSubset(of: all), "\(claim)")
        }
        let left = try ids("/api/v1/conflicts?without=returned-left-by-june-other")
        #expect(left == ["bdf2051c6d38453b", "values-returned-right-by-june"])
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
            "/api/v1/statistics", "/api/v1/statistics/flooded-both", "/api/v1/claims", "/api/v1/checks",
            "/api/v1/checks/sandbags-sum", "/api/v1/checks/sandbags-sum/readings", "/api/v1/discrepancies",
            "/api/v1/discrepancies/sandbags-sum", "/api/v1/conflicts", "/api/v1/revisions", "/api/v1/compare",
            "/api/v1/@1.0.0/discrepancies",
        ])
    func told(path: String) throws {
        let answer = try service.get(path + "?without=flooded-sum&without=flooded-both-main")
        let meta = try answer.json()["meta"] as? [String: Any]
        #expect(meta?["without"] as? [String] == ["flooded-both-main", "flooded-sum"])
        #expect(meta?["assume"] as? [String] == [])
        let plain = try service.get(path).json()["meta"] as? [String: Any]
        #expect(plain?["without"] == nil)
    }

    @Test("What is given up says so in every format, and keeps its place among the others")
    func rank() throws {
        let query = "?without=returned-left-by-june-other"
        let claims = try service.get("/api/v1/claims" + query).records()
        let ranks = Dictionary(grouping: claims) { $0["rank"] as? String ?? "" }.mapValues {
            $0.compactMap { $0["id"] as? String }
        }
        #expect(ranks["given-up"] == ["returned-left-by-june-other"])
        #expect(try ids("/api/v1/claims" + query) == ids("/api/v1/claims"))
        for format in ["csv", "ndjson", "txt"] {
            let path = "/api/v1/claims/returned-left-by-june-other.\(format)"
            let word = format == "txt" ? "given up" : "given-up"
            #expect(try service.get(path + query).text.contains(word), "\(format)")
            #expect(try !service.get(path).text.contains(word), "\(format)")
        }
        #expect(try service.get("/api/v1/discrepancies.txt" + query).text.contains("1.0.0\(query)\n"))
        #expect(try ids("/api/v1/claims\(query)&rank=given-up") == ["returned-left-by-june-other"])
        #expect(try ids("/api/v1/claims?rank=given-up") == [])
    }

    @Test("A claim that its source took back stays so where the claim that corrects it is given up")
    func withdrawn() throws {
        let printed = #""printed": "some 1 300","#
        let service = try Service(
            snapshot: #require(
                SmallDataset().replacing(
                    printed, with: printed + #" "corrects": "left-main", "witness": "chronicle","#,
                    in: "statistics.json")
            ).load())
        let withdrawn = { (query: String) in
            try service.get("/api/v1/claims/left-main" + query).record()["withdrawnBy"] as? String
        }
        let correcting = try #require(try withdrawn(""))
        #expect(try withdrawn("?without=\(correcting)") == correcting)
    }

    @Test("A relation that is doubted has no check, and one that is assumed is subtracted")
    func relations() throws {
        #expect(try service.get("/api/v1/checks/flooded-sum?without=flooded-sum").status == 404)
        #expect(try !ids("/api/v1/discrepancies?without=flooded-sum").contains("flooded-sum"))
        let marked = try #require(
            service.application.snapshot.checks.records.first { $0.relation.comparability != nil })
        let assumed = try service.get("/api/v1/checks/\(marked.id)?assume=\(marked.id)").record()
        #expect(assumed["comparability"] is NSNull)
    }

    @Test("Charts and pictures follow it")
    func pictures() throws {
        for path in ["/api/v1/charts/statistics/flooded-both", "/charts/statistics/flooded-both.svg"] {
            let (plain, other) = (
                try service.get(path), try service.get(path + "?without=flooded-both-main")
            )
            #expect(plain.status == 200)
            #expect(plain.text != other.text, "\(path)")
        }
    }

    @Test("What the dataset does not have is refused with what was meant, and no snapshot is made of it")
    func unknown() throws {
        let answer = try service.get("/api/v1/checks?without=flooded-sun&assume=x")
        #expect(answer.status == 400)
        #expect(answer.text.contains("Did you mean “flooded-sum”?"))
        #expect(service.application.published.suppositions.count == 0)
    }

    @Test("A cursor leads on in what it was given for, and in nothing else")
    func cursor() throws {
        let query = "limit=1&without=flooded-both-main"
        let next = try #require(try service.get("/api/v1/statistics?\(query)").links()["next"] as? String)
        #expect(try service.get(next).ids() == [try ids("/api/v1/statistics?limit=2")[1]])
        let refused = try service.get(next.replacing("&without=flooded-both-main", with: ""))
        #expect(refused.status == 400 && refused.text.contains("or to other suppositions"), "\(refused.text)")
    }

    @Test("Filters accept the same, whatever is supposed")
    func filters() throws {
        let snapshot = service.application.snapshot
        for relation in snapshot.checks.records.map(\.id) {
            let supposition = try #require(Supposition(without: [relation], assume: []))
            let other = snapshot.supposing(supposition)
            for (plain, supposed) in [
                (snapshot.checks.filters, other.checks.filters),
                (snapshot.discrepancies.filters, other.discrepancies.filters),
                (snapshot.conflicts.filters, other.conflicts.filters),
            ] {
                for (filter, own) in zip(plain, supposed) {
                    guard case .oneOf(let words) = filter.accepts, case .oneOf(let known) = own.accepts else {
                        continue
                    }
                    #expect(Set(words).isSubset(of: known), "\(relation): \(filter.name)")
                }
            }
        }
    }

    @Test("Snapshots as if are released when others were asked for since and there are too many")
    func bounded() throws {
        let store = SnapshotStore("test", mostBytes: 10)
        let encoded = service.application.published.encoded
        let make = { @Sendable (id: String) in
            Supposition(without: [id], assume: []).map { EncodedSnapshot(encoded, supposing: $0) }
        }
        for id in ["flooded-sum", "sandbags-sum", "returned-parts", "flooded-sum"] {
            let name = EncodedSnapshot.name(
                of: encoded.version, supposing: Supposition(without: [id], assume: []))
            guard case .underWay(let making) = store.find(name, bytes: 6, after: nil, make: { make(id) }) else {
                Issue.record("\(id) is kept, and it should not be")
                return
            }
            making.wait()
            guard case .made(let made) = store.find(name, bytes: 6, after: making, make: { nil }) else {
                Issue.record("\(id) is answered even if it was released at once")
                return
            }
            #expect(made.name == name)
            #expect(store.count == 1)
        }
    }
}
