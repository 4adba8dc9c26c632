import Archive
import Checks
import Evidence
import Rendering
import Wording

/// When it was: the events that the discrepancy is about, and those before and after them.
extension Lesson {
    package struct Moment {
        package let date, title: String
    }

    /// The number of events that a sheet has room for.
    private static let mostMoments = 7

    /// The events in the order of time.
    package var chronology: [Moment] {
        let events = snapshot.events.records
        return moments.map { position in
            let event = events[position]
            return Moment(date: language.format(event.date), title: event.title.marked(for: language))
        }
    }

    /// The positions of the events: those that the relation dates, those of its statistics, those told at the same places; then those
    /// nearest to them in time.
    private var moments: [Int] {
        let most = Lesson.mostMoments
        let table = snapshot.events
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
        found = Array(found.uniqued().prefix(most)).sorted()
        while found.count < most, let first = found.first, let last = found.last {
            let before = table.records.indices.contains(first - 1) ? [first - 1] : []
            let after = table.records.indices.contains(last + 1) ? [last + 1] : []
            if before.isEmpty, after.isEmpty { break }
            found = Array((before + found + after).prefix(most))
        }
        return found
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
