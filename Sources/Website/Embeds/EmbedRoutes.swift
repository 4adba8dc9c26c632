import API
import Archive
import Checks
import Evidence
import HTTPCore
import PageLayout
import Problems
import Rendering
import Templates

/// The routes of the pages for other sites' frames, and of the two ways to them: for people and for programs.
struct EmbedRoutes: Sendable {
    private let kit: EmbedKit

    init(_ web: Web) { kit = EmbedKit(web) }

    var routes: [Route] {
        [
            BuilderRoute(kit: kit).route, OEmbedRoute(kit: kit).route,
            route(.discrepancies) { $0.discrepancies.records.first?.id },
            route(.statistics) { $0.statistics.records.first?.id }, weighing,
        ]
    }

    /// What follows from what the address supposes.
    private var weighing: Route {
        Route(
            "/embed" + PagePath.weighing, mediaType: Format.html.mediaType, parameters: { [$0.lang, .theme] },
            supposes: true,
            answer: { context throws(Problem) in
                try answer(context, EmbedPage(weighing: context.encoded, context, kit: kit))
            })
    }

    private func route(_ kind: Embed.Kind, first: @escaping @Sendable (Snapshot) -> String?) -> Route {
        let path = "/embed/" + kind.rawValue
        return Route(
            path + "/{id}", mediaType: Format.html.mediaType, parameters: { [$0.lang, .theme] },
            example: { encoded in first(encoded.snapshot).map { "\(path)/\($0)" } },
            lookUp: { context throws(Problem) in _ = try embed(kind, context) },
            answer: { context throws(Problem) in try page(kind, context) })
    }

    /// Returns the record that the path names; 404 with the closest id if the dataset does not have it.
    private func embed(_ kind: Embed.Kind, _ context: borrowing RequestContext) throws(Problem) -> Embed {
        let (id, snapshot) = (context.path["id"] ?? "", context.encoded.snapshot)
        switch kind {
        case .discrepancies:
            if snapshot.checks[id] == nil { throw .unknown(id, on: snapshot.discrepancies) }
        case .statistics:
            if snapshot.statistics[id] == nil { throw .unknown(id, on: snapshot.statistics) }
        }
        return Embed(kind: kind, id: id)
    }

    private func page(_ kind: Embed.Kind, _ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let embed = try embed(kind, context)
        let (snapshot, language) = (context.encoded.snapshot, context.language)
        let address = EmbedAddress(
            embed: embed, language: context.chosenLanguage, theme: context.parameters.theme,
            version: context.permalink?.version)
        guard var page = EmbedPage(address, in: snapshot, language, kit: kit) else { throw Problem(.notFound) }
        let current = context.encoded.releases.snapshot
        switch RecordAddress(embed.page, in: snapshot)?.place(in: current) ?? .same {
        case .same: page.canonical = embed.page
        case .other(let path): page.canonical = path
        case .gone: break
        }
        return try answer(context, page)
    }

    private func answer(_ context: borrowing RequestContext, _ page: EmbedPage) throws(Problem) -> RouteResult {
        var html: [UInt8] = []
        do throws(WebError) {
            try kit.web.templates(in: context.language).template().write(page, into: &html)
        } catch {
            throw .broken
        }
        var representation = Representation(html, as: .html)
        representation.policy = kit.policy
        representation.links = [Link(page.canonical, "canonical")]
        return try representation.result(to: context)
    }
}
