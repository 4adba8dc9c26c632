import Archive
import Evidence
import Foundation
import TestSupport
import Testing

/// Every filter of every list against a plain look at every record, read from the JSON by a parser that is not ours.
@Suite("Every filter of every list")
struct FilterTests {
    private typealias Record = [String: Any]

    private let service: Service
    private let claims: [Record]
    private let statistics: [String: [String: Any]]
    private let events: [String: [String: Any]]

    init() throws {
        service = try Service()
        claims = try service.get("/api/v1/claims?limit=1000").records()
        let service = service
        let byId = { (list: String) in
            let records = try service.get("/api/v1/\(list)?limit=1000").records()
            return Dictionary(uniqueKeysWithValues: records.map { ($0["id"] as? String ?? "", $0) })
        }
        statistics = try byId("statistics")
        events = try byId("events")
    }

    /// The members in which `q` finds words.
    private static let texts = [
        "events": ["title", "summary"], "statistics": ["title", "note"], "claims": ["title", "printed", "note"],
        "checks": ["title", "explanation", "question"], "discrepancies": ["title", "explanation", "question"],
        "sources": ["title", "translated-title", "container-title", "publisher", "author", "note"],
    ]

    /// The words under which a filter of a closed vocabulary finds the record.
    private func terms(_ filter: String, _ record: Record, of list: String) -> [String] {
        let statistic = (record["statistic"] as? String).flatMap { statistics[$0] } ?? [:]
        let citations = record["citations"] as? [Record] ?? []
        let sources = citations.compactMap { $0["source"] as? String }
        let word = { (record: Record, member: String) in
            (record[member] as? String).map { [$0] } ?? (record[member] as? Bool).map { ["\($0)"] } ?? []
        }
        switch (list, filter) {
        case ("events", "actor"): return record["actors"] as? [String] ?? []
        case ("events", "place"): return record["places"] as? [String] ?? []
        case ("statistics", "statistic"), ("sources", "source"): return word(record, "id")
        case ("claims", "measure"), ("claims", "population"), ("claims", "contested"): return word(statistic, filter)
        case ("statistics", "source"):
            return sources + (record["claims"] as? [Record] ?? []).compactMap { $0["source"] as? String }
        case ("events", "source"), ("checks", "source"), ("discrepancies", "source"): return sources
        case ("events", "statistic"), ("checks", "statistic"), ("discrepancies", "statistic"):
            return record["statistics"] as? [String] ?? []
        case ("checks", "event"): return record["events"] as? [String] ?? []
        case ("discrepancies", "event"):
            let check = try? service.get("/api/v1/checks/\(record["id"] ?? "")").record()
            return check?["events"] as? [String] ?? []
        case ("sources", "independence"): return word(record["independence"] as? Record ?? [:], "kind")
        case ("sources", "statistic"):
            return statistics.values.filter {
                terms("source", $0, of: "statistics").contains(record["id"] as? String ?? "")
            }
            .compactMap { $0["id"] as? String }
        default: return word(record, filter)
        }
    }

    /// First and last days of what the record speaks of; nil is an end without bound.
    private func periods(_ record: Record, of list: String) -> [(first: String?, last: String?)] {
        let days = { (record: Record?) in (record?["earliest"] as? String, record?["latest"] as? String) }
        switch list {
        case "events":
            // An event is found by each date that is not deprecated.
            let claims = record["claims"] as? [Record]
            return claims?.filter { $0["rank"] as? String != "deprecated" }.map(days) ?? [days(record)]
        case "statistics": return [days(record)]
        case "claims": return [days((record["statistic"] as? String).flatMap { statistics[$0] })]
        case "sources":
            let parts = (record["issued"] as? [String: [[Int]]])?["date-parts"]?.first ?? []
            guard let year = parts.first else { return [] }
            let (month, day) = (parts.dropFirst().first, parts.dropFirst(2).first)
            let text = { (month: Int, day: Int) in String(format: "%04d-%02d-%02d", year, month, day) }
            // No day is after 31: days are compared as texts.
            return [(text(month ?? 1, day ?? 1), text(month ?? 12, day ?? 31))]
        default:
            return terms("statistic", record, of: list).map { days(statistics[$0]) }
                + terms("event", record, of: list).map { days(events[$0]) }
        }
    }

    /// What decides whether a filter finds a record, read once for all of its values.
    private enum Facts {
        case terms(Set<String>)
        case periods([(first: String?, last: String?)])
        case numbers(low: Double?, high: Double?, isKnown: Bool)
        case words(Set<String>)
    }

    private func facts(_ filter: Filter, _ record: Record, of list: String) -> Facts {
        switch filter.accepts {
        case .oneOf, .boolean: return .terms(Set(terms(filter.name, record, of: list)))
        case .date: return .periods(periods(record, of: list))
        case .number:
            let claims = record["claims"] as? [Record] ?? [record]
            let standing = claims.filter { list == "claims" || $0["rank"] as? String != "deprecated" }
            return .numbers(
                low: record["low"] as? Double, high: record["high"] as? Double,
                isKnown: standing.contains { $0["value"] is Double })
        case .text: return .words(Set(words(record, of: list)))
        }
    }

    private func matches(_ value: String, _ name: String, _ facts: Facts) throws -> Bool {
        switch facts {
        case .terms(let terms): return terms.contains(value)
        case .periods(let periods):
            let date = try EDTF(value)
            // The dataset's period is 1931-03/1931-10: an open end reaches so far.
            return periods.contains { period in
                name == "from"
                    ? date.earliest.map { (period.last ?? "1931-10-31") >= $0.description } ?? true
                    : date.latest.map { (period.first ?? "1931-03-01") <= $0.description } ?? true
            }
        case .numbers(let low, let high, let isKnown):
            let bound = try #require(Double(value))
            return isKnown && (name == "min" ? high.map { $0 >= bound } : low.map { $0 <= bound }) ?? true
        case .words(let words): return words.contains { $0.hasPrefix(FilterTests.folded(value)) }
        }
    }

    private func words(_ record: Record, of list: String) -> [String] {
        let members = FilterTests.texts[list] ?? []
        let texts = members.flatMap { member -> [String] in
            let names = (record[member] as? [[String: String]] ?? []).flatMap(\.values)
            return (record[member] as? String).map { [$0] } ?? names
        }
        return (texts + figures(record, of: list)).flatMap {
            FilterTests.folded($0).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
    }

    /// The figures of the record's claims, as printed and as numerals.
    private func figures(_ record: Record, of list: String) -> [String] {
        let readings = record["readings"] as? [Record] ?? []
        let isOfFigures = record["kind"] as? String == "same" || readings.contains { $0["claims"] as? [String] != [] }
        let statistics = Set(isOfFigures ? record["statistics"] as? [String] ?? [] : [])
        // A check takes all claims that stand, those too that say what a reading says already.
        let claims =
            list == "claims"
            ? [record]
            : record["claims"] as? [Record]
                ?? claims.filter {
                    statistics.contains($0["statistic"] as? String ?? "") && $0["rank"] as? String != "deprecated"
                }
        return claims.flatMap { claim in
            [claim["printed"] as? String, (claim["value"] as? NSNumber)?.stringValue].compactMap { $0 }
        }
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    private static func values(_ filter: Filter) -> [String] {
        switch filter.accepts {
        case .oneOf(let words): words
        case .boolean: ["true", "false"]
        case .date:
            [
                "1931", "1931-04/1931-05", "../1931-04", "1931-07/..", "1931-04-12", "193X", "1931~", "1957", "1907",
                "1932-02", "2005", "1931-21",
            ]
        case .number: ["0", "9.5", "18", "273", "345", "6000", "1e4", "10379"]
        case .text: ["flood", "Šliuz", "potvyn", "86", "Upė", "krant", "zzz"]
        }
    }

    @Test("finds what a look at every record finds, in every value", arguments: Service.lists)
    func walk(list: String) throws {
        let filters = try #require(try service.filters[list])
        let url = "/api/v1/\(list)?limit=1000"
        let records = try service.get(url).records()
        let lithuanian = try service.get(url + "&lang=lt").records()
        #expect(filters.map(\.name).suffix(1) == ["q"])
        var found = 0
        for filter in filters {
            let known = zip(records, lithuanian).map {
                (
                    id: $0["id"] as? String, english: facts(filter, $0, of: list),
                    lithuanian: facts(filter, $1, of: list)
                )
            }
            for value in FilterTests.values(filter) {
                let escaped = try #require(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
                let ids = try service.get(url + "&fields=id&\(filter.name)=\(escaped)").ids()
                let expected = try known.filter { record in
                    try matches(value, filter.name, record.english)
                        || matches(value, filter.name, record.lithuanian)
                }.compactMap(\.id)
                #expect(ids == expected, "\(list)?\(filter.name)=\(value)")
                found += ids.count
            }
        }
        #expect(found > records.count)
    }

    @Test("has a facet if its values can be counted, with a label and the count of each", arguments: Service.lists)
    func facets(list: String) throws {
        let filters = try #require(try service.filters[list])
        let closed = filters.filter { filter in
            switch filter.accepts {
            case .oneOf, .boolean: true
            default: false
            }
        }
        let names = closed.map(\.name).joined(separator: ",")
        let json = try service.get("/api/v1/\(list)?facets=\(names)&limit=1&fields=id").json()
        let facets = try #require((json["meta"] as? Record)?["facets"] as? [String: Record])
        #expect(Set(facets.keys) == Set(closed.map(\.name)))
        for (name, facet) in facets {
            for value in try #require(facet["values"] as? [Record]) {
                let word = try #require(value["value"] as? String)
                let count = try service.get("/api/v1/\(list)?\(name)=\(word)&limit=1&fields=id").total()
                #expect(value["count"] as? Int == count, "\(list) \(name) \(word)")
                #expect(
                    value["label"] is String || ["type", "language", "contested"].contains(name), "\(name) \(word)")
            }
        }
    }
}
