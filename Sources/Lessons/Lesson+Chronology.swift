import Archive
import Checks
import Evidence
import Rendering
import Wording

/// When it was: the events that the lesson is about, by what they have to do with it and not by their nearness.
extension Lesson {
    package struct Moment {
        package let date, title: String
    }

    /// The number of events that a sheet has room for, where the editor has not chosen them.
    private static let mostMoments = 7

    /// The events, and the sources whose own date counts, in the order of time.
    package var chronology: [Moment] {
        let events = events.map { snapshot.events.records[$0] }
        let told = events.map { event in
            (
                place: event.date.place,
                moment: Moment(
                    date: language.format(event.date), title: event.title.marked(for: language))
            )
        }
        let documents = plan.sources.compactMap { snapshot.sources[$0] }.compactMap { source in
            source.issued?.edtf.map { date in
                (place: date.place, moment: Moment(date: language.format(date), title: title(source.id)))
            }
        }
        // A stable order, in which events keep theirs.
        return (told + documents).enumerated().sorted { left, right in
            guard let first = left.element.place, let second = right.element.place, first != second else {
                return left.offset < right.offset
            }
            return first < second
        }.map(\.element.moment)
    }

    /// The positions of the events: those that the editor names, else those that the relation dates, those of its statistics, and those
    /// told at the same places.
    private var events: [Int] {
        let most = Lesson.mostMoments
        let table = snapshot.events
        guard plan.events.isEmpty else { return plan.events.compactMap { table.position(of: $0) }.sorted() }
        var found = check.relation.events.compactMap { table.position(of: $0) }
        for statistic in check.relation.statistics {
            found += table.positions(where: "statistic", is: statistic, most: most)
        }
        let places = Set(quoted.map { CitedPlace($0.citation) }.filter { !$0.locator.isEmpty })
        for source in places.map(\.source).uniqued().sorted() {
            found += table.positions(where: "source", is: source, most: mostRecords).filter { position in
                table.records[position].citations.contains { places.contains(CitedPlace($0)) }
            }
        }
        return Array(found.uniqued().prefix(most)).sorted()
    }

    private struct CitedPlace: Hashable {
        let source: String
        let locator: Locator

        init(_ citation: Citation) {
            source = citation.source
            locator = citation.locator
        }
    }
}
