import Archive
import Checks
import Evidence

/// The record that a page shows, as the changes of a version name it.
struct PageRecord {
    /// The record itself.
    let name: Change.Name
    /// The record and what belongs to it: a statistic's claims, a discrepancy's statistics.
    let names: Set<Change.Name>

    /// Creates it for a record of a kind that has pages; nil for any other.
    init?(_ record: some Sendable, in snapshot: Snapshot) {
        switch record {
        case let source as Source: self.init(Change.Name(kind: .sources, id: source.id))
        case let event as Event:
            self.init(Change.Name(kind: .events, id: event.id), event.claims.map(\.id), dating: event.id)
        case let statistic as Statistic: self.init(statistic)
        case let discrepancy as Discrepancy:
            let relation = discrepancy.check.relation
            let statistics = relation.statistics.compactMap { snapshot.statistics[$0] }
            let name = Change.Name(kind: .relations, id: relation.id)
            self.init(name: name, names: statistics.reduce(into: [name]) { $0.formUnion(PageRecord($1).names) })
        default: return nil
        }
    }

    private init(name: Change.Name, names: Set<Change.Name>) {
        self.name = name
        self.names = names
    }

    private init(_ statistic: Statistic) {
        self.init(Change.Name(kind: .statistics, id: statistic.id), statistic.claims.map(\.id))
    }

    /// `event` is the one that the claims date; nil for claims of figures.
    private init(_ name: Change.Name, _ claims: [String] = [], dating event: String? = nil) {
        self.name = name
        names = Set([name] + claims.map { Change.Name(kind: .claims, id: $0, event: event) })
    }
}
