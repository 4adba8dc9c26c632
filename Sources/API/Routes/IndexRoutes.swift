import Archive
import Bibliography
import Evidence
import HTTPCore
import Problems
import Rendering
import Wording

/// The entry points: what the dataset is, where everything else is, and how to cite it.
enum IndexRoutes {
    /// The schema of both responses.
    static let schema = "answer-index.json"

    /// Returns the routes. With pages, the root is a page for those who ask for HTML.
    static func routes(hasPages: Bool) -> [Route] {
        return [
            Route(
                "/", formats: hasPages ? [.json, .html] : [], schema: schema, parameters: { [$0.lang, .pretty] },
                dependsOnHost: hasPages, ignoresUnknown: hasPages,
                answer: index),
            Route(
                APIPath.root, formats: [.json, .txt, .jsonld], schema: schema, parameters: { [$0.lang, .pretty] },
                answer: index),
            Route(
                APIPath.below("cite"), formats: Reference.formats, parameters: { [$0.lang, .pretty] },
                dependsOnHost: true, answer: cite),
        ]
    }

    @Sendable private static func index(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        if context.format == .html, let pages = context.site.pages { return try pages.home(context) }
        if context.format == .txt {
            let text = IndexText.write(context.encoded.snapshot, in: context.language)
            return try Representation(text, as: .txt).result(to: context)
        }
        let (snapshot, language) = (context.encoded.snapshot, context.language)
        let version = context.permalink?.version
        let index = context.encoded.once("index-\(language.rawValue)-\(version ?? "")") {
            EncodedRecord(IndexEncoding.encode(snapshot, at: version, in: language))
        }
        var representation =
            context.format == .jsonld
            ? Representation(
                LinkedText.dataset(
                    context.encoded.snapshot, in: context.encoded.languages, origin: context.site.origin?.description),
                as: .jsonld)
            : Representation([index.bytes], digest: index.digest, as: .json)
        representation.links = DescriptionPath.links + [context.citeAs(APIPath.root)]
        return try representation.result(to: context)
    }

    @Sendable private static func cite(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let reference = Reference(
            dataset: context.encoded.snapshot.dataset.identity, in: context.language,
            url: try context.permalink(of: APIPath.root))
        var representation = Representation(reference, as: context.format)
        representation.links = [Link(APIPath.root, "about")]
        return try representation.result(to: context)
    }
}
