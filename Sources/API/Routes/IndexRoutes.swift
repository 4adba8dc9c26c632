import Archive
import Evidence
import HTTPCore

/// The way in: what the dataset is, where everything else is, and how to cite it.
enum IndexRoutes {
    /// What both answer.
    static let schema = "answer-index.json"

    /// With pages, the root is one for who asks for HTML.
    static func routes(hasPages: Bool) -> [Route] {
        let parameters: [Parameter] = [.lang, .pretty]
        return [
            Route(
                "/", "The same as /api/v1, and the home page for people.", formats: hasPages ? [.json, .html] : [],
                schema: schema, parameters: { _ in parameters }, dependsOnHost: hasPages, ignoresUnknown: hasPages,
                answer: index),
            Route(
                "/api/v1", "The dataset, its vocabularies, and links to everything.", formats: [.json, .txt, .jsonld],
                schema: schema, parameters: { _ in parameters }, answer: index),
            Route(
                "/api/v1/cite", "How to cite the dataset.", formats: Reference.formats,
                parameters: { _ in parameters }, dependsOnHost: true, answer: cite),
        ]
    }

    @Sendable private static func index(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        if exchange.format == .html { return try HomePage.reply(exchange) }
        if exchange.format == .txt {
            let text = IndexText.write(exchange.edition.snapshot, in: exchange.language)
            return try Representation(text, as: .txt).reply(to: exchange)
        }
        guard let index = exchange.edition.index(in: exchange.language) else { throw Problem(.notFound) }
        var representation =
            exchange.format == .jsonld
            ? Representation(LinkedText.dataset(exchange.edition.snapshot), as: .jsonld)
            : Representation([index.bytes], digest: index.digest, as: .json)
        representation.links = APICatalog.links + [exchange.citeAs("/api/v1")]
        return try representation.reply(to: exchange)
    }

    @Sendable private static func cite(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let reference = Reference(
            dataset: exchange.edition.snapshot.dataset.identity, in: exchange.language,
            url: try exchange.permalink(of: "/api/v1"))
        var representation = reference.representation(as: exchange.format)
        representation.links = [Link("/api/v1", "about")]
        return try representation.reply(to: exchange)
    }
}
