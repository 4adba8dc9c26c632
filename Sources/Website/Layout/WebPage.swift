import API
import HTTPCore
import Rendering

/// A page for people: a view for a template, and what is told of it to browsers, search engines and embedders.
struct WebPage<View: PageView> {
    /// What a page may load: its own style, scripts and pictures. Nobody may frame it.
    static var policy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    let title: String
    /// A sentence or two, for who has not opened the page.
    let description: String
    let view: View
    /// Where it stands in the navigation.
    var section: Section?
    /// Whether it is the first page, whose title says what this is.
    var isHome = false
    /// The path of its embed, where it has one: discovered by oEmbed.
    var embed: String?
    /// The path of a picture of it, for who links to it: PNG.
    var picture: String?
    /// What it says, as JSON-LD.
    var linked: [UInt8]?
    /// The files of the scripts it has: `docs.js`.
    var scripts: [String] = []

    /// The document, as UTF-8. Throws where a template is broken.
    func html(in page: PageContext) throws(WebError) -> [UInt8] {
        var html: [UInt8] = []
        html.reserveCapacity(16_384)
        let content: Template<View> = try page.templates.template()
        let layout = Layout(self, content: { content.write(view, into: &$0) }, in: page)
        try page.templates.template().write(layout, into: &html)
        return html
    }

    /// The answer. `links` are for the `Link` field.
    func result(_ context: borrowing RequestContext, in page: PageContext, links: [Link] = []) throws(Problem)
        -> RouteResult
    {
        var representation: Representation
        do throws(WebError) {
            representation = Representation(try html(in: page), as: .html)
        } catch {
            throw .broken(error)
        }
        representation.policy = WebPage.policy
        representation.links = links + (embed.map { _ in Discovery(page, of: title).links } ?? [])
        return try representation.result(to: context)
    }
}

/// What the navigation leads to; the raw value is the path's first segment, and the key of its word.
enum Section: String, CaseIterable {
    case discrepancies, statistics, events, sources, lessons, about, docs
}

extension Problem {
    /// 500 for a template that cannot be compiled, which a server finds when it starts.
    static func broken(_ error: WebError) -> Problem { Problem(.internalServerError, detail: error.description) }
}
