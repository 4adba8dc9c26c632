package import Checks
import Archive
import Evidence
package import Foundations
import Wording

/// The fields that a viewpoint adds to records with figures; there are none under `all`.
extension RecordEncoding<Statistic> {
    /// The fields `silent`, and `figure`, which may be null.
    static let viewpoint: [Field<Statistic>] = [
        .init(
            "silent", .flag, "Whether the viewpoint that was asked for says nothing of it.", .underViewpoint,
            viewed: { viewpoint in
                [
                    .viewpoint(viewpoint, of: "figure"),
                    .init("silent", .boolean, show: .brief) { statistic, _, _ in
                        .flag(viewpoint.figure(of: statistic) == nil)
                    },
                ]
            }
        ) { statistic, context, json in json.value(context.viewpoint.figure(of: statistic) == nil) },
        .init(
            "figure", .reference("answer.json#/$defs/figure"), nil, .underViewpoint,
            viewed: { viewpoint in
                let figure = { @Sendable (statistic: Statistic) in viewpoint.figure(of: statistic) }
                return [
                    .init("figure", .decimal, show: .brief) { statistic, _, _ in Cell(figure(statistic)?.value) },
                    .init("figureQualifier") { statistic, _, _ in Cell(figure(statistic)?.qualifier?.rawValue) },
                    .init("figureLow", .decimal) { statistic, _, _ in Cell(figure(statistic)?.interval.shown().low) },
                    .init("figureHigh", .decimal) { statistic, _, _ in Cell(figure(statistic)?.interval.shown().high) },
                ]
            }
        ) { statistic, context, json in json.figure(context.viewpoint.figure(of: statistic)) },
    ]
}

extension RecordEncoding<Claim> {
    /// The field that says whether the viewpoint uses the claim.
    static let chosen = Field<Claim>(
        "chosen", .flag, "Whether the viewpoint that was asked for goes by the claim.", .underViewpoint,
        viewed: { viewpoint in
            [
                .viewpoint(viewpoint, of: "chosen"),
                .init("chosen", .boolean, show: .brief) { claim, snapshot, _ in
                    .flag(viewpoint.chooses(claim, from: snapshot))
                },
            ]
        }
    ) { claim, context, json in json.value(context.viewpoint.chooses(claim, from: context.snapshot)) }
}

extension Field {
    /// Returns the field with the remainder of a check: the indices of its readings from 0, their overall verdict, and
    /// the statistics on which the viewpoint is silent.
    static func remaining(of check: @escaping @Sendable (Record) -> Check) -> Field {
        let remainder = { @Sendable (record: Record, viewpoint: Viewpoint, snapshot: Snapshot) in
            Remainder(of: check(record), under: viewpoint) { snapshot.statistics[$0] }
        }
        return .init(
            "remaining", .reference("answer.json#/$defs/remaining"), nil, .underViewpoint,
            viewed: { viewpoint in
                [
                    .viewpoint(viewpoint, of: "remaining"),
                    .init("remainingReadings", .integer) { record, snapshot, _ in
                        Cell(remainder(record, viewpoint, snapshot).readings.count)
                    },
                    .init("remainingVerdict", show: .brief) { record, snapshot, _ in
                        Cell(remainder(record, viewpoint, snapshot).verdict?.rawValue)
                    },
                    .init("silentOn", separator: Column.ids) { record, snapshot, _ in
                        .list(remainder(record, viewpoint, snapshot).silent)
                    },
                ]
            }
        ) { record, context, json in
            let remainder = remainder(record, context.viewpoint, context.snapshot)
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
    /// Appends a figure with the ids of its claims; null if there is none.
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

extension RecordColumn {
    fileprivate static func viewpoint(_ viewpoint: Viewpoint, of member: String) -> RecordColumn {
        .init("viewpoint", of: member) { _, _, _ in .text(viewpoint.name) }
    }
}
