import Archive
import Evidence
import HTTPCore

/// Charts of the figures of one statistic, or of one discrepancy. Ids are of one kind each, so that the path names the
/// kind.
enum ChartRoutes {
    static var routes: [Route] {
        [
            Route(
                "/api/v1/charts/statistics/{id}", "The claims of one statistic as a chart.", formats: [.vegaLite],
                parameters: { _ in [.lang, .pretty] },
                answer: { exchange throws(Problem) in
                    try answer(exchange, of: exchange.edition.snapshot.statistics) { statistic, snapshot, language in
                        Chart(statistic, in: snapshot, language)
                    }
                }),
            Route(
                "/api/v1/charts/discrepancies/{id}", "The claims of one discrepancy as a chart.", formats: [.vegaLite],
                parameters: { _ in [.lang, .pretty] },
                answer: { exchange throws(Problem) in
                    try answer(exchange, of: exchange.edition.snapshot.discrepancies) {
                        discrepancy, snapshot, language in
                        Chart(discrepancy, in: snapshot, language)
                    }
                }),
        ]
    }

    private static func answer<Record>(
        _ exchange: borrowing Exchange, of shelf: Shelf<Record>, _ chart: (Record, Snapshot, Language) -> Chart?
    ) throws(Problem) -> Reply {
        let id = exchange.path["id"] ?? ""
        guard let record = shelf[id] else {
            throw Problem(.notFound, detail: "None of the \(shelf.name) has the id “\(id)”.")
        }
        guard let chart = chart(record, exchange.edition.snapshot, exchange.language) else {
            throw Problem(.notFound, detail: "“\(id)” compares words or periods: there are no figures to draw.")
        }
        try exchange.check()
        var representation = Representation(VegaLiteText.write(chart), as: .vegaLite)
        representation.links = [Link("/api/v1/\(shelf.name)/\(id)", "about")]
        return try representation.reply(to: exchange)
    }
}
