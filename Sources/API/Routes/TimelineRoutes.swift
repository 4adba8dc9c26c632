import Archive
import HTTPCore
import Rendering

/// The events as TimelineJS reads them.
enum TimelineRoutes {
    static var routes: [Route] {
        [
            Route(
                "/api/v1/timeline", "The events, filtered and sorted as in their list, for TimelineJS.",
                formats: [.json, .csv], schema: "answer-timeline.json",
                parameters: { encoded in
                    let shelf = encoded.events.shelf
                    return shelf.filters.map(Parameter.init) + [.sort(shelf.sortKeys), encoded.lang, .pretty]
                },
                lookUp: { context throws(Problem) in _ = try select(context) }, answer: answer)
        ]
    }

    @Sendable private static func select(_ context: borrowing RequestContext) throws(Problem) -> ListSelection {
        try ListSelection(from: context.encoded.events.shelf, context, isWhole: true)
    }

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let shelf = context.encoded.events.shelf
        let selection = try select(context)
        let timeline = Timeline(
            selection.positions.map { shelf.records[$0] }, from: context.encoded.snapshot, in: context.language)
        var representation =
            context.format == .csv
            ? Representation(CSVText.write(timeline.table, dialect: .rfc4180), as: .csv)
            : Representation(timeline.json, as: .json)
        representation.links = [Link("/api/v1/events", "via")]
        return try representation.result(to: context)
    }
}
