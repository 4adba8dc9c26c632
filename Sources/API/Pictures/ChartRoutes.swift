import Archive
import Charts
import HTTPCore
import Problems
import Rendering
import Wording

/// The routes for charts of a single statistic or discrepancy. The path names the kind, as ids are unique only within
/// one.
enum ChartRoutes {
    static var routes: [Route] {
        [
            route("statistics", of: \.statistics) { statistic, snapshot, language in
                Chart(statistic, in: snapshot, language)
            },
            route("discrepancies", of: \.discrepancies) { discrepancy, snapshot, language in
                Chart(discrepancy, in: snapshot, language)
            },
        ]
    }

    private static func route<Record: LinkedRecord>(
        _ kind: String, of table: @escaping @Sendable (Snapshot) -> RecordTable<Record>,
        _ chart: @escaping @Sendable (Record, Snapshot, Language) -> Chart?
    ) -> Route {
        let path = APIPath.below("charts", kind)
        return Route(
            path + "/{id}", formats: [.vegaLite], parameters: { [$0.lang, .pretty] },
            example: { encoded in
                let drawn = table(encoded.snapshot).records.first {
                    chart($0, encoded.snapshot, encoded.language) != nil
                }
                return drawn.map { "\(path)/\($0.id)" }
            },
            supposes: true,
            lookUp: { context throws(Problem) in _ = try drawn(context, of: table(context.encoded.snapshot), chart)
            },
            answer: { context throws(Problem) in
                try answer(context, of: table(context.encoded.snapshot), chart)
            })
    }

    /// Returns the id in the path with the chart of its record; 404 if there is no such record.
    private static func drawn<Record: LinkedRecord>(
        _ context: borrowing RequestContext, of table: RecordTable<Record>,
        _ chart: (Record, Snapshot, Language) -> Chart?
    ) throws(Problem) -> (id: String, chart: Chart) {
        let id = context.path["id"] ?? ""
        guard let record = table[id] else { throw .unknown(id, on: table) }
        guard let chart = chart(record, context.encoded.snapshot, context.language) else {
            throw Problem(.notFound, Sentence(.problemNoFigures, ["id": id]))
        }
        return (id, chart)
    }

    private static func answer<Record: LinkedRecord>(
        _ context: borrowing RequestContext, of table: RecordTable<Record>,
        _ chart: (Record, Snapshot, Language) -> Chart?
    ) throws(Problem) -> RouteResult {
        let (id, chart) = try drawn(context, of: table, chart)
        var representation = Representation(VegaLiteText.write(chart), as: .vegaLite)
        representation.links = [
            Link(APIPath.below(table.name, id), "about"),
            Link(context.located("/charts/\(table.name)/\(id).svg"), "alternate", type: Format.svg.mediaType),
        ]
        return try representation.result(to: context)
    }
}
