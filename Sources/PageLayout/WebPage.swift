package import API
package import Archive
import Evidence
import HTTPCore
package import Problems
import Rendering
package import Templates

/// A page for people: a view for a template, and what browsers, search engines and embedders are told about it.
package struct WebPage<View: PageView> {
    /// The policy for pages: they may load their own style, scripts and pictures, and nobody may frame them.
    package static var policy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    /// The policy for what stands in place of an embed, which any page may frame.
    package static var framedPolicy: String {
        policy.replacing("frame-ancestors 'none'", with: "frame-ancestors * file:")
    }

    let title: String
    /// One or two sentences for those who have not opened the page.
    let description: String
    let view: View
    /// The record that it shows, if the page is of an earlier version; nil if it is no record's page.
    let record: ComparedRecord?
    /// The path of the same as data; nil if there is none.
    let data: String?
    /// Its place in the navigation.
    let section: Section?
    /// Whether it is the home page, whose title says what the site is.
    let isHome: Bool
    /// The path of its embed, if it has one, for discovery by oEmbed.
    let embed: String?
    /// The path of a PNG that represents it, for those who link to it.
    let picture: String?
    /// Its content as JSON-LD.
    let linked: [UInt8]?
    /// The files of its scripts, such as `docs.js`.
    let scripts: [String]

    package init(
        title: String, description: String, view: View, record: ComparedRecord? = nil, data: String? = nil,
        section: Section? = nil, isHome: Bool = false, embed: String? = nil, picture: String? = nil,
        linked: [UInt8]? = nil, scripts: [String] = []
    ) {
        self.title = title
        self.description = description
        self.view = view
        self.record = record
        self.data = data
        self.section = section
        self.isHome = isHome
        self.embed = embed
        self.picture = picture
        self.linked = linked
        self.scripts = scripts
    }

    /// Whether the terms in its prose are marked.
    private var hasMarks: Bool { isHome || section.map(Section.explained.contains) ?? false }

    /// Returns the document in UTF-8. Throws if a template is broken.
    package func html(in page: PageContext) throws(WebError) -> [UInt8] {
        var html: [UInt8] = []
        html.reserveCapacity(16_384)
        let content: Template<View> = try page.templates.template()
        let explained: Template<ExplainedTerms> = try page.templates.template()
        let layout = Layout(
            self,
            content: { html in
                guard hasMarks, !page.glossary.isEmpty else { return content.write(view, into: &html) }
                var (plain, marks): ([UInt8], TermMarks) = ([], TermMarks(page.glossary, in: page.language))
                content.write(view, into: &plain)
                marks.append(plain, to: &html)
                explained.write(ExplainedTerms(marks.marked, in: page), into: &html)
            }, in: page)
        try page.templates.template().write(layout, into: &html)
        return html
    }

    /// Appends the links by which programs find what a page is about (FAIR Signposting, level 1): what it is, who answers for
    /// it, how to cite it, and its content and description as data.
    private func addSignposts(to links: inout [Link], in page: PageContext, isVersioned: Bool) {
        links.append(Link("https://schema.org/WebPage", "type"))
        links.append(Link(page.located("/about"), "author"))
        if isVersioned {
            links.append(Link(Permalink.path(page.current(in: nil), version: page.identity.version), "cite-as"))
        }
        guard let data = data.map(page.located) else { return }
        let query = PageContext.text(page.supposed)
        links.append(Link((data, ".json", query), "item", type: Format.json.mediaRange))
        // Of the dataset there is no table.
        if !isHome { links.append(Link((data, ".csv", query), "item", type: Format.csv.mediaRange)) }
        links.append(Link((data, ".jsonld", query), "describedby", type: Format.jsonld.mediaRange))
    }

    /// Returns the response. `links` are for the `Link` field.
    package func result(_ context: borrowing RequestContext, in page: PageContext, links: [Link] = []) throws(Problem)
        -> RouteResult
    {
        var representation: Representation
        do throws(WebError) {
            representation = Representation(try html(in: page), as: .html)
        } catch {
            throw .broken
        }
        representation.policy = WebPage.policy
        // One day there will be a later version, of which it then tells.
        representation.followsCurrent = page.version == page.releases.current
        representation.links.reserveCapacity(16)
        representation.links += links
        addSignposts(to: &representation.links, in: page, isVersioned: context.route.isVersioned)
        if embed != nil { representation.links += Discovery(page, of: title).links }
        return try representation.result(to: context)
    }
}

/// The sections. The raw value is the first segment of the path, and the key of the label.
package enum Section: String, CaseIterable {
    case discrepancies, statistics, events, sources, lessons, about, docs, checks, claims, changes, conflicts,
        revisions, weigh, terms

    /// Those with prose about records, whose terms are marked. A worksheet is for paper.
    static let explained: Set<Section> = [
        .discrepancies, .statistics, .events, .sources, .checks, .claims, .changes, .conflicts, .revisions,
    ]

    /// Those in the navigation.
    static let navigation: [Section] = [
        .discrepancies, .statistics, .events, .sources, .weigh, .lessons, .about, .docs,
    ]
}

extension Problem {
    /// A 500 for a template that cannot be compiled, which the server detects at startup, and says why.
    package static let broken = Problem(.internalServerError)
}
