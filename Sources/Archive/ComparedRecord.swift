import Checks
package import Evidence

/// A record of a kind that has pages, to be found again in another version and compared.
package struct ComparedRecord {
    /// The record itself, as changes name it.
    package let name: Change.Name
    /// The record and what belongs to it: a statistic's claims, a source's figures, a discrepancy's statistics.
    package let names: Set<Change.Name>
    /// As many figures of a source as are looked at.
    private static let mostClaims = 200

    /// What the record says, to be compared.
    private let content: [AnyHashable]

    /// Creates it; nil for a record of a kind that has none.
    package init?(_ record: some Sendable, in snapshot: Snapshot) {
        switch record {
        case let source as Source:
            let positions = snapshot.claims.positions(where: "source", is: source.id, most: ComparedRecord.mostClaims)
            let claims = positions.map { snapshot.claims.records[$0] }
            self.init(Change.Name(kind: .sources, id: source.id), [source, claims], claims.map(\.id))
        case let event as Event:
            self.init(Change.Name(kind: .events, id: event.id), [event], event.claims.map(\.id), dating: event.id)
        case let statistic as Statistic: self.init(statistic)
        case let claim as Claim: self.init(Change.Name(kind: .claims, id: claim.id), [claim])
        case let check as Check: self.init(check.relation, in: snapshot)
        case let discrepancy as Discrepancy: self.init(discrepancy.check.relation, in: snapshot)
        default: return nil
        }
    }

    /// Returns the same record in another version; nil if that does not have it.
    package func record(in snapshot: Snapshot) -> ComparedRecord? {
        switch name.kind {
        case .sources: snapshot.sources[name.id].flatMap { ComparedRecord($0, in: snapshot) }
        case .events: snapshot.events[name.id].flatMap { ComparedRecord($0, in: snapshot) }
        case .statistics: snapshot.statistics[name.id].map(ComparedRecord.init)
        case .relations: snapshot.checks[name.id].map { ComparedRecord($0.relation, in: snapshot) }
        case .claims: snapshot.claims[name.id].flatMap { ComparedRecord($0, in: snapshot) }
        }
    }

    /// Whether both say the same.
    package func says(theSameAs other: ComparedRecord) -> Bool { content == other.content }

    private init(_ relation: Relation, in snapshot: Snapshot) {
        let statistics = relation.statistics.compactMap { snapshot.statistics[$0] }.map(ComparedRecord.init)
        let name = Change.Name(kind: .relations, id: relation.id)
        self.init(
            name: name, names: statistics.reduce(into: [name]) { $0.formUnion($1.names) },
            content: [relation] + statistics.flatMap(\.content))
    }

    private init(_ statistic: Statistic) {
        self.init(Change.Name(kind: .statistics, id: statistic.id), [statistic], statistic.claims.map(\.id))
    }

    /// `event` is the one that the claims date; nil for claims of figures.
    private init(_ name: Change.Name, _ content: [AnyHashable], _ claims: [String] = [], dating event: String? = nil) {
        self.init(
            name: name, names: Set([name] + claims.map { Change.Name(kind: .claims, id: $0, event: event) }),
            content: content)
    }

    private init(name: Change.Name, names: Set<Change.Name>, content: [AnyHashable]) {
        self.name = name
        self.names = names
        self.content = content
    }
}
