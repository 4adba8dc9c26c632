import Evidence
import Foundation
import HTTPCore
import TestSupport
import Testing
import Wording

@Suite("A problem is told in the reader’s language")
struct ProblemLanguageTests {
    private let service: Service

    init() throws { service = try .inAllLanguages(hasPages: true) }

    /// A request that is refused.
    private struct Asked: CustomStringConvertible {
        let target: String
        var fields: [(String, String)] = []
        var method = HTTPCore.Method.get

        var description: String { "\(method) \(target) \(fields)" }
    }

    /// Something wrong of every kind.
    private static let fixed: [Asked] =
        paths.map { Asked(target: $0) } + queries.map { Asked(target: "/api/v1/" + $0) }
        + [
            Asked(target: "/api/v1/events", method: .post),
            Asked(target: "/api/v1/events", fields: [("Accept", "image/png")]),
            Asked(target: "/api/v1/events", fields: [("Accept-Encoding", "identity;q=0, br")]),
            Asked(target: "/api/v1/events", fields: [("If-Match", "\"other\"")]),
            Asked(target: "/api/v1/schemas/problem.json", fields: [("Range", "bytes=9999999-")]),
        ]
        + ["url=http://x.example/", "url=a&maxwidth=b", "format=csv&url=a", ""].map {
            Asked(target: "/oembed?" + $0, fields: [("Host", "localhost")])
        }

    private static let paths =
        ["events", "statistics", "claims", "checks", "discrepancies", "conflicts", "revisions", "sources", "terms"]
        .flatMap {
            list in
            ["/api/v1/\(list)/none", "/api/v1/\(list)/none?x=1"]
        } + [
            "/nothing", "/api/v1/event", "/api/v1/schemas/problems.json", "/docs/none", "/sitemaps/none.xml",
            "/charts/measures/none.svg", "/charts/knots/none.svg", "/charts/discrepancies/words.svg",
            "/api/v1/charts/discrepancies/words",
            "/api/v1/events/flood.xyz", "/lessons/none", "/embed/statistics/none", "/embed?id=none", "/metrics?x=1",
            "/api/v1/%ff", "/api/v1/@0.0.1/events", "/api/v1/@0.9.0/events", "/@0.9.0", "/api/v1/timemap?path=x",
            "/api/v1/changes/none",
        ]

    private static let queries =
        [
            "colour=blue", "year=1931", "format=csv", "limt=1", "lang=xx", "limit=a", "limit=0", "limit=9999",
            "from=spring", "from=1931-02-31", "from=Y99999999999", "from=1931/1930", "from=1932&to=1931",
            "facets=x",
            "sort=dat", "cursor=abc", "cursor=" + String(repeating: "A", count: 32), "dialect=rfc4180",
            "pretty=true&pretty=true", "a=%25%zz", "a=%ff", "fields=idd",
        ].map { "events?" + $0 }
        + ["min=5,000", "min=a", "min=6&max=5", "contested=yes", "unit=a,b", "without=x"].map { "statistics?" + $0 }
        + ["", "?q=%22boats", "?q=-", "?q=" + (0..<99).map { "w\($0)" }.joined(separator: "+")].map { "search" + $0 }
        + ["compare?source=x&viewpoint=y", "events.csv?facets=place", "timeline?limit=1"]

    /// All of them, with a cursor that is good elsewhere.
    private func all() throws -> [Asked] {
        let next = try #require(try service.get("/api/v1/events?limit=1").links()["next"] as? String)
        return Self.fixed + [Asked(target: next.replacing("limit=1", with: "sort=id"))]
    }

    private func ask(_ asked: Asked, _ more: (String, String)...) throws -> Answer {
        try service.answer(asked.method, asked.target, lines: asked.fields + more)
    }

    /// What a problem says to people: names and values are the same in every language.
    private func said(_ answer: Answer) throws -> [String] {
        guard answer["Content-Type"] == "application/problem+json" else { return [answer.text.shownText] }
        let problem = try answer.json()
        let errors = problem["errors"] as? [[String: Any]] ?? []
        let told = ([problem] + errors).flatMap { [$0["title"], $0["detail"]] }.compactMap { $0 as? String }
        let accepted = errors.compactMap { $0["accepts"] as? [String] }.filter { $0.count == 1 }.flatMap(\.self)
        return told + accepted
    }

    @Test("with no word of the program in English, as data, as text and as a page", arguments: Service.tags.dropFirst())
    func words(tag: String) throws {
        let phrases = EnglishPhrases(
            unlike: Catalogue.withHebrew.language(LanguageTag(tag)).words, areNames: true)
        for asked in try all() {
            let answer = try ask(asked, ("Accept-Language", tag))
            #expect(answer.status >= 400, "\(asked)")
            #expect(answer["Content-Language"] == tag, "\(asked)")
            let said = try said(answer)
            #expect(phrases.found(in: said.joined(separator: "\n")).isEmpty, "\(asked)")
            guard asked.fields.isEmpty else { continue }
            let text = try ask(asked, ("Accept-Language", tag), ("Accept", "text/plain"))
            #expect(phrases.found(in: text.text.shownText).isEmpty, "\(asked)")
            let page = try ask(asked, ("Accept-Language", tag), ("Accept", "text/html"))
            #expect(page["Content-Language"] == tag && page.status >= 400, "\(asked)")
            #expect(phrases.found(in: page.text.shownText).isEmpty, "\(asked)")
        }
    }

    @Test("with every sentence that there is, but those that take another server or a longer list")
    func complete() throws {
        let words = Language.english.words
        let ofPages = ["problem400", "problem404", "problem410", "problemOther"]
        var sentences = words.texts.filter { key, _ in
            (key.hasPrefix("problem") || key.hasPrefix("accepts")) && !ofPages.contains { key.hasPrefix($0) }
        }
        for kind in [LabelKind.status, .unknown] {
            for (name, text) in words.labels[kind.rawValue] { sentences["\(kind) \(name)"] = text }
        }
        // The first two are refused before a table sees them; the next two are of hosts that no request here has; a page that is
        // not there shows what is near instead; then come those of histories, of which there are tests of their own. The last are of responses that the description names, and are no problem or told
        // before it is known who reads.
        let others = [
            "problemFacet", "problemSort", "problemHost", "problemHostless", "unknown docs", "problemDraining",
            "problemCheck", "problemCheckLink", "problemKept", "problemKeptLink", "problemRemoved", "problemSee",
            "problemIdentity", "problemUnconverted", "problemWithdrawn", "problemVersionUnavailable", "problemBusy",
            "status 500",
            "status 503",
            "status 206", "status 304", "status 414", "status 429", "status 431",
        ]
        let told = try all().map { try said(ask($0)).joined(separator: "\n") }.joined(separator: "\n")
        for (key, text) in sentences where !others.contains(key) {
            let pieces = text.split(separator: /\{[a-zA-Z]+\}/).map {
                NSRegularExpression.escapedPattern(for: String($0))
            }
            let pattern = try Regex(pieces.joined(separator: "[^\n]+"))
            #expect(told.contains(pattern), "\(key)")
        }
    }

    @Test(
        "who is known by lang, else by Accept-Language, else by the dataset",
        arguments: [
            ("/api/v1/events/none", nil, "en", "accept, accept-language"),
            ("/api/v1/events/none", "pl", "pl", "accept, accept-language"),
            ("/api/v1/events/none?lang=lt", "pl", "lt", "accept"),
            ("/api/v1/events/none.json?lang=de", "pl", "de", nil),
            ("/api/v1/events/none.txt", "he", "he", "accept-language"),
            ("/api/v1/events?lang=xx", "pl", "pl", "accept, accept-language"),
            ("/api/v1/events?lang=LT", nil, "en", "accept, accept-language"),
            ("/api/v1/events?a=%25%zz&lang=lt", nil, "lt", "accept"), ("/nothing?lang=lt", nil, "lt", "accept"),
            ("/metrics?lang=lt", "pl", "lt", "accept"), ("/statistics/none?lang=lt", "pl", "lt", "accept"),
            ("/docs/none?lang=lt", "pl", "lt", "accept"),
        ] as [(String, String?, String, String?)])
    func language(target: String, accepted: String?, language: String, vary: String?) throws {
        let fields = accepted.map { [("Accept-Language", $0)] } ?? []
        for form in ["*/*", "text/html", "text/plain"] {
            let answer = try service.answer(.get, target, lines: fields + [("Accept", form)])
            #expect(answer.status >= 400)
            #expect(answer["Content-Language"] == language, "\(form)")
            #expect(answer["Vary"] == vary, "\(form)")
        }
    }

    @Test(
        "with what was wrong with each parameter, and what is right",
        arguments: [
            ("lt", "Netinkama užklausa", "limit: Reikšmė „a“ netinka.", "sveikasis skaičius nuo 1 iki 1000"),
            (
                "pl", "Nieprawidłowe zapytanie", "limit: Wartość „a” jest niedopuszczalna.",
                "liczba całkowita od 1 do 1000"
            ),
            ("de", "Ungültige Anfrage", "limit: „a“ ist nicht zulässig.", "eine ganze Zahl von 1 bis 1000"),
            ("he", "בקשה שגויה", "limit: הערך ”a” אינו מותר.", "מספר שלם מ־1 עד 1000"),
        ])
    func violations(tag: String, title: String, detail: String, accepted: String) throws {
        let answer = try service.get("/api/v1/events?limit=a&x=1&lang=\(tag)")
        let problem = try answer.json()
        #expect(problem["type"] as? String == "about:blank")
        #expect(problem["title"] as? String == title)
        let errors = try #require(problem["errors"] as? [[String: Any]])
        #expect(errors.map { $0["parameter"] as? String }.contains("limit"))
        let limit = try #require(errors.first { $0["parameter"] as? String == "limit" })
        #expect(limit["detail"].map { "limit: \($0)" } == detail)
        #expect(limit["accepts"] as? [String] == [accepted])
        let text = try service.get("/api/v1/events.txt?limit=a&lang=\(tag)").text
        #expect(text.contains(detail.dropFirst(7)) && text.contains("400 \(title)\n"))
        let page = try service.get("/api/v1/events?limit=a&lang=\(tag)", ["Accept": "text/html"]).text
        #expect(page.contains("<p>\(detail)</p>"))
    }

    @Test("and in English where the program has no words for it")
    func withoutWords() throws {
        let service = try Service(hasPages: true, snapshot: SmallDataset().told(in: ["en", "lv"]).load())
        let answer = try service.get("/api/v1/events/none?lang=lv")
        #expect(answer["Content-Language"] == "en")
        #expect(try answer.json()["detail"] as? String == "None of the events has the id “none”.")
    }
}
