import API
import Archive
import Checks
import Evidence
import HTTPCore
import PageLayout
import Problems
import Rendering
import Wording

/// The route `/embed`, where an embed is composed with a form and without scripts.
struct BuilderRoute: Sendable {
    let kit: EmbedKit

    var route: Route {
        Route(
            PagePath.embedding, mediaType: Format.html.mediaType,
            parameters: { [$0.lang, .id, .language(among: $0.languages), .theme] },
            dependsOnHost: true,
            answer: { context throws(Problem) in try answer(context) })
    }

    /// Returns the path and query that choose a record.
    static func link(to embed: Embed) -> (path: String, query: [(name: String, value: String)]) {
        (PagePath.embedding, [(Parameter.id.name, embed.id)])
    }

    private func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let origin = try context.origin()
        let page = try context.page()
        let parameters = context.parameters
        let snapshot = context.encoded.snapshot
        guard let embed = try chosen(parameters.first(Parameter.id.name), snapshot) else {
            return try WebPage(
                title: page.words["builderTitle"], description: page.words["builderDescription"],
                view: EmptyBuilderPage()
            ).result(context, in: page)
        }
        let named = parameters.first(Parameter.language).flatMap(context.encoded.language(tagged:))
        let language = named ?? context.language
        let address = EmbedAddress(embed: embed, language: language, theme: parameters.theme, version: page.version)
        guard let content = EmbedPage(address, in: snapshot, language, kit: kit) else { throw Problem(.notFound) }
        let view = BuilderPage(
            address, title: content.title, height: content.height(atWidth: OEmbed.width),
            narrowHeight: content.height(atWidth: OEmbed.narrowest), in: page, origin: origin,
            encoded: context.encoded, picture: context.site.converter == nil ? .svg : .png)
        let webPage = WebPage(
            title: page.words["builderTitle"],
            description: page.words["builderDescription"],
            view: view, record: page.isEarlier ? embed.record(in: snapshot) : nil, scripts: ["copy.js", "builder.js"])
        return try webPage.result(context, in: page)
    }

    /// Returns the record with the id or, without one, the first; nil if the dataset has none. 404 for an unknown id.
    private func chosen(_ id: String?, _ snapshot: Snapshot) throws(Problem) -> Embed? {
        if let id = id ?? snapshot.discrepancies.records.first?.id ?? snapshot.statistics.records.first?.id {
            for kind in Embed.Kind.allCases {
                let embed = Embed(kind: kind, id: id)
                if embed.title(in: snapshot) != nil { return embed }
            }
            throw .unknown(id, on: snapshot.discrepancies)
        }
        return nil
    }
}

extension Parameter {
    fileprivate static let id = Parameter(name: "id", .words)
    /// The name of `language(among:)`.
    fileprivate static let language = "language"

    fileprivate static func language(among languages: [Language]) -> Parameter {
        Parameter(name: language, .oneOf(languages.map(\.rawValue)))
    }
}
