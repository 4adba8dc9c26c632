import Foundation
import TestSupport
import Testing

@Suite("The answers' schemas")
struct AnswerSchemaTests {
    /// Of a dataset in a language that the program has no words for, and in English.
    private let service: Service

    init() throws { service = try Service(snapshot: try SmallDataset().told(in: ["de", "en"]).load()) }

    /// Every kind of answer, by the name of its schema.
    private func targets() throws -> KeyValuePairs<String, String> {
        let check = try #require(try service.get("/api/v1/checks").ids().first)
        let discrepancy = try #require(try service.get("/api/v1/discrepancies").ids().first)
        let conflict = try #require(try service.get("/api/v1/conflicts").ids().first)
        let revision = try #require(try service.get("/api/v1/revisions").ids().first)
        let change = try #require(try service.get("/api/v1/changes").ids().first)
        return [
            "index": "/api/v1", "events": "/api/v1/events?facets=category", "event": "/api/v1/events/flood",
            "statistics": "/api/v1/statistics", "statistic": "/api/v1/statistics/left",
            "claims": "/api/v1/claims", "claim": "/api/v1/claims/left-main",
            "sources": "/api/v1/sources", "source": "/api/v1/sources/chronicle",
            "checks": "/api/v1/checks", "check": "/api/v1/checks/\(check)",
            "readings": "/api/v1/checks/\(check)/readings",
            "discrepancies": "/api/v1/discrepancies", "discrepancy": "/api/v1/discrepancies/\(discrepancy)",
            "conflicts": "/api/v1/conflicts?without=\(check)", "conflict": "/api/v1/conflicts/\(conflict)",
            "revisions": "/api/v1/revisions", "revision": "/api/v1/revisions/\(revision)",
            "terms": "/api/v1/terms", "term": "/api/v1/terms/crest",
            "changes": "/api/v1/changes", "change": "/api/v1/changes/\(change)",
            "readings": "/api/v1/checks/\(check)/readings", "compare": "/api/v1/compare",
            "search": "/api/v1/search?q=bank", "timeline": "/api/v1/timeline",
            "schemas": "/api/v1/schemas", "status": "/healthz",
        ]
    }

    @Test("accept every kind of answer about a dataset in German and English", arguments: ["de", "en"])
    func furtherLanguage(tag: String) throws {
        let targets = try targets()
        let kinds = try service.get("/api/v1/schemas").ids().compactMap {
            $0.firstMatch(of: /^answer-(.+)\.json$/).map { String($0.1) }
        }
        #expect(Set(targets.map(\.key)) == Set(kinds))

        let answers = try targets.map { kind, target in
            let mark = target.contains("?") ? "&" : "?"
            return (target, kind, try service.get(target + (kind == "status" ? "" : "\(mark)lang=\(tag)")))
        }
        for (target, kind, answer) in answers {
            #expect(answer.status == 200, "\(target): \(answer.text)")
            if kind != "status", kind != "schemas" { #expect(answer["Content-Language"] == tag, "\(target)") }
        }
        let accepted = try SchemaOracle.accepts(
            answers.map { .init(schema: "answer-\($0.1).json", text: $0.2.text) }, by: service)
        for (answer, isAccepted) in zip(answers, accepted) { #expect(isAccepted, "\(answer.0)") }
    }

    @Test("of problems accept what is refused for its language")
    func refused() throws {
        let answer = try service.get("/api/v1/events?lang=lt")
        #expect(answer.status == 400)
        #expect(try SchemaOracle.accepts([.init(schema: "problem.json", text: answer.text)], by: service) == [true])
    }
}
