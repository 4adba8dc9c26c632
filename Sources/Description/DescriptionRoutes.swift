import API
import Foundations
import HTTPCore
import Problems
import Rendering
import Wording

/// The routes of what is made from the whole route table.
struct DescriptionRoutes: Sendable {
    private static let text = "text/plain; charset=utf-8"
    private static let xml = "application/xml"
    private static let security = "/.well-known/security.txt"

    /// All other routes.
    let others: [Route]
    /// The routes of web pages, which are not part of the API.
    let pages: [Route]
    let site: Site

    var routes: [Route] { machine + docs }

    private var docs: [Route] { site.pages?.reference { document(of: $0, in: $1).bytes } ?? [] }

    private var machine: [Route] {
        [
            Route(
                DescriptionPath.openAPI, mediaType: DescriptionPath.openAPIType, parameters: { [$0.lang] },
                // Its own response would have to contain itself.
                example: { _ in nil }, answer: { context throws(Problem) in try openAPI(context) }),
            Route(
                DescriptionPath.llms, mediaType: DescriptionRoutes.text, parameters: { [$0.lang] }, isVersioned: false,
                answer: { context throws(Problem) in try page(context) }),
            Route(
                DescriptionPath.catalogue, mediaType: APICatalog.mediaType, dependsOnHost: true, isVersioned: false,
                answer: { context throws(Problem) in
                    let json = APICatalog.json(try context.origin(), licence: context.encoded.notice.licence)
                    var representation = Representation(json, as: .json)
                    representation.links = [Link(DescriptionPath.catalogue, "api-catalog"), Link(APIPath.root, "item")]
                    return try representation.result(to: context)
                }),
            Route(
                "/robots.txt", mediaType: DescriptionRoutes.text, dependsOnHost: true, isVersioned: false,
                answer: { context throws(Problem) in
                    let origin = try context.origin()
                    let text = "User-agent: *\nDisallow: /metrics\n\nSitemap: \(origin)/sitemap.xml\n"
                    return try Representation(Array(text.utf8), as: .txt).result(to: context)
                }),
            Route(
                "/sitemap.xml", mediaType: DescriptionRoutes.xml, dependsOnHost: true, isVersioned: false,
                answer: { context throws(Problem) in
                    let text = try sitemap(context).index
                    return try Representation(Array(text.utf8), as: .txt).result(to: context)
                }),
            Route(
                "/sitemaps/{file}", mediaType: DescriptionRoutes.xml, example: { _ in "/sitemaps/pages.xml" },
                dependsOnHost: true, isVersioned: false,
                answer: { context throws(Problem) in
                    let (sitemap, name) = (try sitemap(context), context.path["file"] ?? "")
                    guard let text = sitemap.file(name) else {
                        throw .unknown(
                            name, among: "sitemap", nearest: nearest(to: name, in: sitemap.files),
                            path: "/sitemap.xml")
                    }
                    return try Representation(Array(text.utf8), as: .txt).result(to: context)
                }),
        ] + (site.security.map { [security($0)] } ?? [])
    }

    private func openAPI(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let document = document(of: context.encoded, in: context.language)
        return try Representation([document.bytes], digest: document.digest, as: .json).result(to: context)
    }

    private func document(of encoded: EncodedSnapshot, in language: Language) -> EncodedRecord {
        encoded.once("openapi-\(language.rawValue)") {
            EncodedRecord(OpenAPI(routes: others + machine, encoded: encoded, site: site, language: language).json)
        }
    }

    private func page(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let text = LLMSText.text(others + machine, context.encoded, in: context.language)
        return try Representation(Array(text.utf8), as: .txt).result(to: context)
    }

    private func sitemap(_ context: borrowing RequestContext) throws(Problem) -> Sitemap {
        let encoded = context.encoded
        let listed = (others + pages + docs).filter { route in
            (route.pattern == "/" || route.isPage || route.pattern.hasPrefix(APIPath.root))
                && !route.pattern.contains("{") && route.example(encoded) != nil
                // What is for frames is a page of nobody.
                && !route.pattern.hasPrefix("/embed/") && !route.parameters(encoded).contains(where: \.isRequired)
        }
        return Sitemap(
            encoded: encoded, origin: try context.origin(), paths: listed.map(\.pattern) + [DescriptionPath.llms],
            pages: pages.filter(\.isPage).map(\.pattern))
    }

    private func security(_ contact: SecurityContact) -> Route {
        Route(
            DescriptionRoutes.security, mediaType: DescriptionRoutes.text, dependsOnHost: true, isVersioned: false,
            answer: { context throws(Problem) in
                let text = contact.text(try context.origin())
                return try Representation(Array(text.utf8), as: .txt).result(to: context)
            })
    }
}
