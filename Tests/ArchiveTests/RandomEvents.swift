import Evidence
import TestSupport
import Wording

@testable import Archive

/// Seeded events, and the plain definition of what each filter finds among them.
struct RandomEvents {
    let events: [Event]
    let snapshot: Snapshot

    static let words = ["potvynis", "Žemė", "flood", "Relief", "namas", "house", "upė"]
    static let categories = ["law", "flood", "relief"]
    static let actors = ["town", "army", "church", "state"]
    static let dates = [
        "1944", "1944-08/1945-05", "../1944-07", "1945-03/..", "1944-12-12", "194X", "1945~", "1944-07/", "1943-21",
    ]

    init(count: Int, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var events: [Event] = []
        for index in 0..<count {
            let text = { (random: inout SeededGenerator) in
                let words = (0..<3).compactMap { _ in RandomEvents.words.randomElement(using: &random) }
                return words.joined(separator: " ")
            }
            let title = LocalizedText(english: text(&random), lithuanian: text(&random))
            events.append(
                Event(
                    id: "e\(index)", title: title, summary: title,
                    date: try EDTF(RandomEvents.dates.randomElement(using: &random) ?? "1944"),
                    category: RandomEvents.categories.randomElement(using: &random) ?? "",
                    actors: RandomEvents.actors.filter { _ in Bool.random(using: &random) }, citations: []))
        }
        self.events = events.enumerated().sorted { left, right in
            let (first, second) = (left.element.firstDay, right.element.firstDay)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
        snapshot = try RandomEvents.snapshot(of: events)
    }

    private static func snapshot(of events: [Event]) throws -> Snapshot {
        let text = LocalizedText(english: "A", lithuanian: "B")
        let terms = { (ids: [String]) in ids.map { Vocabulary.Term(id: $0, label: text) } }
        let vocabulary = Vocabulary([.category: terms(categories), .actor: terms(actors)], units: [:])
        guard let released = try EDTF("2026-11-23").earliest else { throw EDTFError.noSuchDay }
        let identity = Dataset.Identity(
            id: "random", version: "1.0.0", released: released, languages: LanguageTag.shipped, title: text,
            description: text, attribution: text,
            licence: Licence(id: "CC0-1.0", url: "https://example.org"), period: try EDTF("1944"), mainSource: "a",
            vocabulary: vocabulary)
        let dataset = Dataset(identity: identity, sources: [], events: events, statistics: [], relations: [])
        return Snapshot(dataset, digest: "random".utf8)
    }

    /// A query of some random values, and whether an event is meant by it.
    func query(_ random: inout SeededGenerator) throws -> (Query, (Event) -> Bool) {
        var query = Query()
        var tests: [(Event) -> Bool] = []
        if Bool.random(using: &random) {
            let wanted = RandomEvents.categories.filter { _ in Bool.random(using: &random) }
            if !wanted.isEmpty {
                query.filters["category"] = wanted
                tests.append { wanted.contains($0.category) }
            }
        }
        if Bool.random(using: &random), let actor = RandomEvents.actors.randomElement(using: &random) {
            query.filters["actor"] = [actor]
            tests.append { $0.actors.contains(actor) }
        }
        if Bool.random(using: &random), let from = RandomEvents.dates.randomElement(using: &random) {
            query.filters["from"] = [from]
            let first = try EDTF(from).earliest
            tests.append { event in
                guard let first else { return true }
                return event.days.last >= first.ordinal
            }
        }
        if Bool.random(using: &random), let to = RandomEvents.dates.randomElement(using: &random) {
            let last = try EDTF(to).latest
            let start = try query.filters["from"]?.first.flatMap { try EDTF($0).earliest }
            // A range that ends before it begins is refused, which has a test of its own.
            if start == nil || last == nil || start.map({ start in last.map { start <= $0 } ?? true }) == true {
                query.filters["to"] = [to]
                tests.append { event in
                    guard let last else { return true }
                    return event.days.first <= last.ordinal
                }
            }
        }
        if Bool.random(using: &random), let word = RandomEvents.words.randomElement(using: &random) {
            query.filters["q"] = [String(word.prefix(3))]
            let start = FoldedText.fold(String(word.prefix(3)))
            tests.append { event in
                FoldedText.words(of: event.title.english + " " + event.title.lithuanian).contains {
                    $0.hasPrefix(start)
                }
            }
        }
        return (query, { event in tests.allSatisfy { $0(event) } })
    }
}

extension Event {
    fileprivate var firstDay: Int { (date.earliest ?? date.latest)?.ordinal ?? .min }

    /// The first and the last day; an open end reaches to the end of 1944, the dataset's period, or as far as is known.
    fileprivate var days: (first: Int, last: Int) {
        let (start, end) = (date.earliest?.ordinal ?? .max, date.latest?.ordinal ?? .min)
        let year = (try? EDTF("1944")).flatMap { period in
            period.earliest.flatMap { first in period.latest.map { (first.ordinal, $0.ordinal) } }
        }
        return (
            date.earliest == nil ? min(year?.0 ?? 0, date.end.date?.earliest.ordinal ?? 0) : start,
            date.latest == nil ? max(year?.1 ?? 0, date.start.date?.latest.ordinal ?? 0) : end
        )
    }
}
