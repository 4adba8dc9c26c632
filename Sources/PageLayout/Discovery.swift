import API
import Foundations
import Templates

/// The links by which an oEmbed consumer discovers the embed of a page, as given in its head and in the `Link` field.
struct Discovery {
    let json, xml: String
    /// The title of what is embedded.
    let title: String

    /// Creates the links for a page in its language, with absolute URLs, as consumers expect.
    init(_ page: PageContext, of title: String) {
        self.title = title
        let address = PercentEncoding.encode(page.absolute(page.link(in: page.language)))
        let root = page.absolute("\(page.located(PagePath.discovery))?url=\(address)")
        json = root + "&format=json"
        xml = root + "&format=xml"
    }

    var links: [Link] {
        [(json, "application/json+oembed"), (xml, "text/xml+oembed")].map { Link($0, "alternate", type: $1) }
    }
}

extension Discovery: TemplateView {
    static let members: [TemplateMember<Discovery>] = [
        .text("json") { $0.json }, .text("xml") { $0.xml }, .text("title") { $0.title },
    ]
}
