import HTTPCore

/// The way in: what the dataset is, and where everything else is.
enum IndexRoutes {
    static var routes: [Route] {
        let parameters: [Parameter] = [.lang, .pretty]
        return [
            // Without formats: a suffix would have no name to stand behind.
            Route("/", "The same as /api/v1.", parameters: { _ in parameters }, answer: answer),
            Route(
                "/api/v1", "The dataset, its vocabularies, and links to everything.", formats: [.json],
                parameters: { _ in parameters }, answer: answer),
        ]
    }

    @Sendable private static func answer(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        try exchange.check()
        guard let index = exchange.edition.index(in: exchange.language) else { throw Problem(.notFound) }
        return try Representation([index.bytes], digest: index.digest, as: .json).reply(to: exchange)
    }
}
