import Archive
import Evidence
import TestSupport
import Wording

/// Small datasets whose pictures go to the edge of what can be drawn.
enum PictureSamples {
    static let markup = "<script>alert(\"1\")</script> & 'x' ]]> <!--\u{7}"

    static func text(_ text: String) -> LocalizedText { LocalizedText(english: text, lithuanian: text) }

    /// A statistic of one measure, one claim for each quantity, of these sources in turn.
    static func statistic(
        _ id: String, _ quantities: [Quantity], period: String = "1944", population: String = "people",
        unit: String = "persons", title: String? = nil, sources: [String] = ["source"]
    ) throws -> Statistic {
        let claims = quantities.enumerated().map { place, quantity in
            Claim(
                id: "\(id)-\(place)", statistic: id, source: sources[place % sources.count], quantity: quantity,
                printed: quantity.value.map { "\($0)" } ?? "unknown")
        }
        return Statistic(
            id: id, title: text(title ?? "Title of \(id)"), measure: "measure", population: population, unit: unit,
            period: try EDTF(period), claims: claims)
    }

    static func event(_ id: String, _ date: String, title: String? = nil) throws -> Event {
        Event(
            id: id, title: text(title ?? "Event \(id)"), summary: text("Summary"), date: try EDTF(date),
            category: "category", citations: [])
    }

    static func snapshot(
        _ statistics: [Statistic] = [], _ events: [Event] = [], _ relations: [Relation] = [], words: String = "Words"
    ) throws -> Snapshot {
        let terms = { (id: String) in [Vocabulary.Term(id: id, label: text("\(words) \(id)"))] }
        let populations = statistics.map(\.population).uniqued().flatMap(terms)
        let vocabulary = Vocabulary(
            [
                .category: terms("category"), .measure: terms("measure"), .population: populations,
                .unit: (["persons"] + statistics.map(\.unit)).uniqued().flatMap(terms),
            ], units: ["persons": Unit(.count)])
        let day = CalendarDay(year: 2026, month: 1, day: 1)
        let identity = Dataset.Identity(
            id: "samples", version: "1.0.0", released: try day.orThrow(), languages: LanguageTag.shipped,
            title: text(words),
            description: text(words), attribution: text(words),
            licence: Licence(id: "CC-BY-4.0", url: "https://licence.example/"), period: try EDTF("1944"),
            mainSource: "source", vocabulary: vocabulary)
        let sources = (["source"] + statistics.flatMap(\.claims).map(\.source)).uniqued().map { id in
            Source(
                id: id, type: "book", title: words, author: [.literal(id == "source" ? words : id)], language: "en",
                independence: .main, independenceStatement: text(words), access: text(words))
        }
        let dataset = Dataset(
            identity: identity, sources: sources, events: events, statistics: statistics, relations: relations)
        return Snapshot(dataset, digest: "samples".utf8)
    }

    static func relation(_ id: String, _ constraint: Relation.Constraint, title: String = "Title") -> Relation {
        Relation(
            id: id, title: text(title), explanation: text(title), question: text(title), constraint: constraint)
    }

    struct Missing: Error {}
}

extension Optional {
    func orThrow() throws -> Wrapped {
        guard let self else { throw PictureSamples.Missing() }
        return self
    }
}
