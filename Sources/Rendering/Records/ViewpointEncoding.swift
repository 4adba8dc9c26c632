import Archive
package import Evidence
import Foundations

/// What a viewpoint adds to the records that have figures; nothing of it is there under `all`.
extension RecordWriter {
    /// `silent`, and the `figure` or null.
    mutating func figure(of statistic: Statistic) {
        guard viewpoint != .all else { return }
        let figure = viewpoint.figure(of: statistic)
        member("silent", figure == nil)
        member("figure") { $0.figure(figure) }
    }

    /// Whether the viewpoint goes by the claim.
    mutating func choice(of claim: Claim, from snapshot: Snapshot) {
        let viewpoint = viewpoint
        guard viewpoint != .all else { return }
        member("chosen", viewpoint.chooses(claim, from: snapshot))
    }

    /// What is left of the check: which of its readings, by their places from 0; what they come to; which statistics the
    /// viewpoint is silent on.
    mutating func remainder(of check: Check, from snapshot: Snapshot) {
        guard viewpoint != .all else { return }
        let remainder = Remainder(of: check, under: viewpoint) { snapshot.statistics[$0] }
        member("remaining") { json in
            json.object { json in
                json.key("readings")
                json.array(remainder.readings) { $0.value($1) }
                json.member("verdict", value: remainder.verdict?.rawValue)
                json.member("silentOn", values: remainder.silent)
            }
        }
    }
}

extension JSONText {
    /// A figure with the ids of its claims; null for none.
    package mutating func figure(_ figure: Figure?) {
        guard let figure else { return null() }
        object { json in
            json.member("value", value: figure.value)
            json.member("qualifier", value: figure.qualifier?.rawValue)
            json.interval(figure.interval)
            json.member("claims", values: figure.claims.map(\.id))
        }
    }
}

extension Viewpoint {
    fileprivate func chooses(_ claim: Claim, from snapshot: Snapshot) -> Bool {
        snapshot.statistics[claim.statistic].map { claims(of: $0).contains(claim) } ?? false
    }
}

extension RecordColumn<Statistic> {
    /// Behind the columns that a statistic always has.
    @Sendable static func viewed(_ viewpoint: Viewpoint) -> [RecordColumn] {
        let figure = { @Sendable (statistic: Statistic) in viewpoint.figure(of: statistic) }
        return [
            .viewpoint(viewpoint, of: "figure"),
            .init("silent", .boolean, show: .brief) { statistic, _, _ in
                .flag(figure(statistic) == nil)
            },
            .init("figure", .decimal, show: .brief) { statistic, _, _ in
                Cell(figure(statistic)?.value)
            },
            .init("figureQualifier", of: "figure") {
                statistic, _, _ in Cell(figure(statistic)?.qualifier?.rawValue)
            },
            .init("figureLow", .decimal, of: "figure") { statistic, _, _ in
                Cell(figure(statistic)?.interval.low)
            },
            .init("figureHigh", .decimal, of: "figure") { statistic, _, _ in
                Cell(figure(statistic)?.interval.high)
            },
        ]
    }
}

extension RecordColumn<Claim> {
    /// Behind the columns that a claim always has.
    @Sendable static func viewed(_ viewpoint: Viewpoint) -> [RecordColumn] {
        [
            .viewpoint(viewpoint, of: "chosen"),
            .init("chosen", .boolean, show: .brief) { claim, snapshot, _ in
                .flag(viewpoint.chooses(claim, from: snapshot))
            },
        ]
    }
}

extension RecordColumn {
    /// Behind the columns that a check, or the discrepancy of one, always has.
    static func viewed(
        _ viewpoint: Viewpoint, check: @escaping @Sendable (Record) -> Check
    ) -> [RecordColumn] {
        let remainder = { @Sendable (record: Record, snapshot: Snapshot) in
            Remainder(of: check(record), under: viewpoint) { snapshot.statistics[$0] }
        }
        return [
            .viewpoint(viewpoint, of: "remaining"),
            .init("remainingReadings", .integer, of: "remaining") {
                record, snapshot, _ in Cell(remainder(record, snapshot).readings.count)
            },
            .init(
                "remainingVerdict", of: "remaining", show: .brief
            ) {
                record, snapshot, _ in Cell(remainder(record, snapshot).verdict?.rawValue)
            },
            .init("silentOn", of: "remaining", separator: Column.ids) {
                record, snapshot, _ in .list(remainder(record, snapshot).silent)
            },
        ]
    }

    fileprivate static func viewpoint(_ viewpoint: Viewpoint, of member: String) -> RecordColumn {
        .init("viewpoint", of: member) { _, _, _ in .text(viewpoint.name) }
    }
}
