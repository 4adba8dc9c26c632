import Archive
import HTTPCore

/// What machines find and understand the API by, made from the route table itself.
struct DescriptionRoutes: Sendable {
    private static let text = "text/plain; charset=utf-8"
    private static let xml = "application/xml"
    private static let security = "/.well-known/security.txt"

    /// The routes beside these.
    let others: [Route]
    /// Those for people, which are no part of the API.
    let pages: [Route]
    let site: Site

    var routes: [Route] { machine + docs }

    private var docs: [Route] {
        guard site.web != nil else { return [] }
        return DocsPage(reference: { edition in
            edition.reference.value { APIReference(JSON(document(of: edition).bytes)) }
        }).routes
    }

    private var machine: [Route] {
        [
            Route(
                OpenAPI.path, "The description of the API for machines, in OpenAPI 3.1.", mediaType: OpenAPI.mediaType,
                // Its own answer would have to be in itself.
                example: { _ in nil }, answer: { exchange throws(Problem) in try openAPI(exchange) }),
            Route(
                LLMSText.path, "The description of the API for people and for language models.",
                mediaType: DescriptionRoutes.text, answer: { exchange throws(Problem) in try page(exchange) }),
            Route(
                APICatalog.path, "The catalogue of APIs (RFC 9727), a linkset.", mediaType: APICatalog.mediaType,
                dependsOnHost: true,
                answer: { exchange throws(Problem) in
                    let json = APICatalog.json(try exchange.origin(), licence: exchange.edition.imprint.licence)
                    var representation = Representation(json, as: .json)
                    representation.links = [Link(APICatalog.path, "api-catalog"), Link("/api/v1", "item")]
                    return try representation.reply(to: exchange)
                }),
            Route(
                "/robots.txt", "What crawlers may visit (RFC 9309).", mediaType: DescriptionRoutes.text,
                dependsOnHost: true,
                answer: { exchange throws(Problem) in
                    let origin = try exchange.origin()
                    let text = "User-agent: *\nDisallow: /metrics\n\nSitemap: \(origin)/sitemap.xml\n"
                    return try Representation(Array(text.utf8), as: .txt).reply(to: exchange)
                }),
            Route(
                "/sitemap.xml", "The index of the sitemap.", mediaType: DescriptionRoutes.xml,
                dependsOnHost: true,
                answer: { exchange throws(Problem) in
                    let text = try sitemap(exchange).index
                    return try Representation(Array(text.utf8), as: .txt).reply(to: exchange)
                }),
            Route(
                "/sitemaps/{file}", "A part of the sitemap.", mediaType: DescriptionRoutes.xml,
                example: { _ in "/sitemaps/pages.xml" }, dependsOnHost: true,
                answer: { exchange throws(Problem) in
                    let (sitemap, name) = (try sitemap(exchange), exchange.path["file"] ?? "")
                    guard let text = sitemap.file(name) else {
                        let near = nearest(to: name, in: sitemap.files).map { " Did you mean “\($0)”?" } ?? ""
                        throw Problem(.notFound, detail: "There is no such part.\(near) /sitemap.xml lists them.")
                    }
                    return try Representation(Array(text.utf8), as: .txt).reply(to: exchange)
                }),
        ] + (site.security.map { [security($0)] } ?? [])
    }

    private func openAPI(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let document = document(of: exchange.edition)
        return try Representation([document.bytes], digest: document.digest, as: .json).reply(to: exchange)
    }

    private func document(of edition: Edition) -> EncodedRecord {
        edition.openAPI.value { EncodedRecord(OpenAPI(routes: others + machine, edition: edition, site: site).json) }
    }

    private func page(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let text = LLMSText.text(others + machine, exchange.edition)
        return try Representation(Array(text.utf8), as: .txt).reply(to: exchange)
    }

    private func sitemap(_ exchange: borrowing Exchange) throws(Problem) -> Sitemap {
        let edition = exchange.edition
        let listed = (others + pages + docs).filter { route in
            (route.pattern == "/" || route.isPage || route.pattern.hasPrefix("/api/v1"))
                && !route.pattern.contains("{") && !route.parameters(edition).contains(where: \.isRequired)
        }
        return Sitemap(
            edition: edition, origin: try exchange.origin(), paths: listed.map(\.pattern) + [LLMSText.path],
            pages: pages.filter(\.isPage).map(\.pattern))
    }

    private func security(_ contact: SecurityContact) -> Route {
        Route(
            DescriptionRoutes.security, "Whom to tell of a weakness (RFC 9116).", mediaType: DescriptionRoutes.text,
            dependsOnHost: true,
            answer: { exchange throws(Problem) in
                let text = contact.text(try exchange.origin())
                return try Representation(Array(text.utf8), as: .txt).reply(to: exchange)
            })
    }
}
