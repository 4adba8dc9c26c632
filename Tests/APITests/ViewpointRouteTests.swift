import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Under a viewpoint")
struct ViewpointRouteTests {
    private typealias Object = [String: Any]

    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "every statistic keeps all its claims, and gains one figure or says that it is silent",
        arguments: ["main", "min", "max", "river-chronicle", "dyke-report", "river-law"])
    func statistics(viewpoint: String) throws {
        let plain = try service.get("/api/v1/statistics?limit=1000").records()
        let answer = try service.get("/api/v1/statistics?limit=1000&viewpoint=\(viewpoint)")
        #expect((try answer.json()["meta"] as? Object)?["viewpoint"] as? String == viewpoint)
        let viewed = try answer.records()
        #expect(viewed.count == plain.count)
        for (record, other) in zip(viewed, plain) {
            #expect(NSDictionary(dictionary: record.filter { other[$0.key] != nil }) == NSDictionary(dictionary: other))
            let figure = record["figure"] as? Object
            #expect(record["silent"] as? Bool == (figure == nil))
            let claims = try #require(record["claims"] as? [Object])
            let chosen = claims.filter {
                (figure?["claims"] as? [String])?.contains($0["id"] as? String ?? "") ?? false
            }
            #expect(chosen.isEmpty == (figure == nil))
            for claim in chosen { #expect(claim["value"] as? Double == figure?["value"] as? Double) }
            if viewpoint.contains("-") {
                #expect((figure == nil) == !claims.contains { $0["source"] as? String == viewpoint })
            } else if viewpoint != "main" {
                let values = claims.compactMap { $0["value"] as? Double }
                #expect(figure?["value"] as? Double == (viewpoint == "min" ? values.min() : values.max()))
            }
        }
    }

    @Test(
        "all is what is answered without one, and is echoed when it is asked for",
        arguments: ["statistics", "claims", "checks", "discrepancies", "compare"])
    func all(list: String) throws {
        let plain = try service.get("/api/v1/\(list)?limit=3").json()
        let all = try service.get("/api/v1/\(list)?limit=3&viewpoint=all").json()
        #expect(NSArray(array: plain["data"] as? [Any] ?? []) == NSArray(array: all["data"] as? [Any] ?? [1]))
        #expect((plain["meta"] as? Object)?["viewpoint"] == nil)
        #expect((all["meta"] as? Object)?["viewpoint"] as? String == "all")
    }

    @Test("claims say which of them are chosen: those of the statistics' figures")
    func claims() throws {
        let figures = try service.all("/api/v1/statistics?viewpoint=max").compactMap { $0["figure"] as? Object }
        let expected = Set(figures.flatMap { $0["claims"] as? [String] ?? [] })
        let claims = try service.all("/api/v1/claims?viewpoint=max")
        #expect(Set(claims.filter { $0["chosen"] as? Bool == true }.compactMap { $0["id"] as? String }) == expected)
        #expect(claims.count == (try service.all("/api/v1/claims").count))
    }

    @Test(
        "checks and discrepancies say which readings remain",
        arguments: [
            ("checks/returned-parts", "main", [0], "consistent", 0),
            ("checks/returned-parts", "max", [1], "contradiction", 0),
            ("discrepancies/returned-parts", "max", [1], "contradiction", 0),
            ("checks/sandbags-16-april-to-april", "dyke-report", [], nil, 1),
            ("checks/river-law-force", "main", [], "contradiction", 0),
            ("checks/fined-since", "diary-1931", [0], "tension", 1),
        ] as [(String, String, [Int], String?, Int)])
    func remaining(path: String, viewpoint: String, readings: [Int], verdict: String?, silent: Int) throws {
        let record = try service.get("/api/v1/\(path)?viewpoint=\(viewpoint)").record()
        let remaining = try #require(record["remaining"] as? Object)
        #expect(remaining["readings"] as? [Int] == readings)
        #expect(remaining["verdict"] as? String == verdict, "\(remaining)")
        #expect((remaining["silentOn"] as? [String])?.count == silent)
    }

    @Test(
        "has columns of its own in CSV, behind those that never change",
        arguments: ["statistics", "claims", "checks", "discrepancies"])
    func columns(list: String) throws {
        let header = { (query: String) in
            try service.get("/api/v1/\(list).csv\(query)").text.split(separator: "\r\n").first.map(String.init) ?? ""
        }
        let plain = try header("")
        #expect(try header("?viewpoint=main").hasPrefix(plain + ",viewpoint,"))
        #expect(try header("?viewpoint=all") == plain)
    }

    @Test(
        "that there is not is 400 with the nearest name",
        arguments: ["statistics", "claims/sandbags-april-main", "checks.csv"])
    func unknown(path: String) throws {
        let answer = try service.get("/api/v1/\(path)?viewpoint=diary-1913")
        #expect(answer.status == 400)
        #expect(answer.text.contains("Did you mean “diary-1931”?"))
        #expect(try service.get("/api/v1/events?viewpoint=main").status == 400)
    }
}
