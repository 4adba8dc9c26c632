import HTTPCore

/// The way in: what the dataset is, and where everything else is.
enum IndexRoutes {
    /// What both answer.
    static let schema = "answer-index.json"

    static var routes: [Route] {
        let parameters: [Parameter] = [.lang, .pretty]
        return [
            // Without formats: a suffix would have no name to stand behind.
            Route("/", "The same as /api/v1.", schema: schema, parameters: { _ in parameters }, answer: answer),
            Route(
                "/api/v1", "The dataset, its vocabularies, and links to everything.", formats: [.json, .txt],
                schema: schema, parameters: { _ in parameters }, answer: answer),
        ]
    }

    @Sendable private static func answer(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        try exchange.check()
        if exchange.format == .txt {
            let text = IndexText.write(exchange.edition.snapshot, in: exchange.language)
            return try Representation(text, as: .txt).reply(to: exchange)
        }
        guard let index = exchange.edition.index(in: exchange.language) else { throw Problem(.notFound) }
        var representation = Representation([index.bytes], digest: index.digest, as: .json)
        representation.links = APICatalog.links
        return try representation.reply(to: exchange)
    }
}
