import Archive
import Problems
import Rendering

/// The events in the form that TimelineJS reads.
enum TimelineRoutes {
    static var routes: [Route] {
        [
            Route(
                APIPath.below("timeline"), formats: [.json, .csv], schema: "answer-timeline.json",
                parameters: { encoded in
                    let table = encoded.events.table
                    return encoded.parameters(of: table.filters) + [.sort(table.sortKeys), encoded.lang, .pretty]
                },
                lookUp: { context throws(Problem) in _ = try select(context) }, answer: answer)
        ]
    }

    @Sendable private static func select(_ context: borrowing RequestContext) throws(Problem) -> ListSelection {
        try ListSelection(from: context.encoded.events.table, context, isWhole: true)
    }

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let table = context.encoded.events.table
        let selection = try select(context)
        let timeline = Timeline(
            selection.positions.map { table.records[$0] }, from: context.encoded.snapshot, in: context.language)
        var representation =
            context.format == .csv
            ? Representation(CSVText.write(timeline.table, dialect: .rfc4180), as: .csv)
            : Representation(timeline.json, as: .json)
        representation.links = [Link(APIPath.below("events"), "via")]
        return try representation.result(to: context)
    }
}
