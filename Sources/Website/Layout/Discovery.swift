import API
import Foundations

/// Where an oEmbed consumer finds the embed of a page, in each form: as the page's head and the `Link` field tell it.
struct Discovery {
    /// The path of the oEmbed provider.
    static let path = "/oembed"

    let json, xml: String
    /// Of what.
    let title: String

    /// Of the page of a frame, in its language. Whole URLs, as consumers read them.
    init(_ page: PageContext, of title: String) {
        self.title = title
        let address = PercentEncoding.encode(page.absolute(page.link(in: page.language)))
        let root = page.absolute("\(Discovery.path)?url=\(address)")
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
