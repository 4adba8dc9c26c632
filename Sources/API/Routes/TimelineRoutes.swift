import Archive
import HTTPCore

/// The events as TimelineJS reads them.
enum TimelineRoutes {
    static var routes: [Route] {
        [
            Route(
                "/api/v1/timeline", "The events, filtered and sorted as in their list, for TimelineJS.",
                formats: [.json, .csv], schema: "answer-timeline.json",
                parameters: { edition in
                    let shelf = edition.events.shelf
                    return shelf.filters.map(Parameter.init) + [.sort(shelf.sortKeys), .lang, .pretty]
                },
                lookUp: { exchange throws(Problem) in _ = try select(exchange) }, answer: answer)
        ]
    }

    @Sendable private static func select(_ exchange: borrowing Exchange) throws(Problem) -> Selection {
        try Selection(from: exchange.edition.events.shelf, exchange, isWhole: true)
    }

    @Sendable private static func answer(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let shelf = exchange.edition.events.shelf
        let selection = try select(exchange)
        let timeline = Timeline(
            selection.positions.map { shelf.records[$0] }, from: exchange.edition.snapshot, in: exchange.language)
        var representation =
            exchange.format == .csv
            ? Representation(CSVText.write(timeline.table, dialect: .rfc4180), as: .csv)
            : Representation(timeline.json, as: .json)
        representation.links = [Link("/api/v1/events", "via")]
        return try representation.reply(to: exchange)
    }
}
