import API
import Archive
import Evidence
import Foundation
import Foundations
import Rendering
import Templates
import Wording

/// The view for `layout.mustache`: everything around the content of a page.
struct Layout {
    struct NavigationLink {
        let label, href: String
        let isCurrent: Bool
    }

    struct LanguageLink {
        let tag, label, href, url: String
        let isCurrent: Bool
    }

    let lang, direction: String
    let title, headline, description, locale: String
    /// Appends the content to the page.
    let content: (inout [UInt8]) -> Void
    let home: String
    let places: [NavigationLink]
    let languages: [LanguageLink]
    let canonical, unlocalized: String
    let discovery: Discovery?
    let picture: String?
    let linked: String?
    let scripts: [String]
    let search, embedding, find: String
    let earlier: EarlierNotice?
    let supposed: SupposedNotice?
    let chosen: String?
    let dataset, version, released, attribution, licence, licenceURL: String
    let api, feed, llms, changes: String
    /// The page of the glossary; nil if nothing is explained.
    let terms: String?

    /// Creates the layout. `content` appends what is on the page.
    init<View>(_ webPage: WebPage<View>, content: @escaping (inout [UInt8]) -> Void, in page: PageContext) {
        let (language, identity) = (page.language, page.identity)
        lang = language.spoken.rawValue
        direction = language.direction
        headline = webPage.title
        title = webPage.isHome ? webPage.title : webPage.title + " · Akistata"
        description = webPage.description
        locale = language.locale
        self.content = content
        home = page.link("/")
        places = Section.navigation.map { section in
            NavigationLink(
                label: page.words[section.rawValue],
                href: section == .docs ? page.current("/docs") : page.link("/" + section.rawValue),
                isCurrent: section == webPage.section)
        }
        let address = { page.absolute(page.canonical(in: $0)) }
        canonical = address(language)
        unlocalized = address(page.isStatic ? page.languages.first : nil)
        languages = page.languages.map { other in
            LanguageLink(
                tag: other.rawValue, label: other.name, href: page.link(in: other),
                url: address(other), isCurrent: other == language)
        }
        discovery = page.isStatic ? nil : webPage.embed.map { _ in Discovery(page, of: webPage.title) }
        picture = webPage.picture.map { page.absolute(page.link($0)) }
        linked = webPage.linked.map(Layout.script)
        scripts = webPage.scripts.map { "/" + $0 }
        search = page.link("/search")
        find = page.located("/search")
        earlier = EarlierNotice(page, of: webPage.record)
        // The page to weigh says it beside its boxes.
        supposed = webPage.section == .weigh ? nil : SupposedNotice(page)
        embedding = page.link(PagePath.embedding)
        chosen = page.chosen?.rawValue
        dataset = identity.title.marked(for: language)
        version = page.words.fill("version", ["n": identity.version])
        released = language.format(identity.released)
        attribution = identity.attribution.marked(for: language)
        licence = identity.licence.id
        licenceURL = identity.licence.url
        api = page.link(APIPath.root)
        feed = page.link(APIPath.below("changes.atom"))
        changes = page.link("/changes")
        terms = page.glossary.isEmpty ? nil : page.link("/terms")
        llms = page.current(DescriptionPath.llms)
    }
}

extension Layout {
    /// Returns JSON as the content of a script, which no markup in it can end.
    private static func script(_ json: [UInt8]) -> String {
        let less = UInt8(ascii: "<")
        guard json.contains(less) else { return String(decoding: json, as: UTF8.self) }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(json.count + 64)
        for byte in json { if byte == less { escaped.append("\\u003c") } else { escaped.append(byte) } }
        return String(decoding: escaped, as: UTF8.self)
    }
}

extension Layout: PageView {
    static let template = "layout"
    static let members: [TemplateMember<Layout>] = [
        .text("lang") { $0.lang }, .text("direction") { $0.direction }, .text("title") { $0.title },
        .text("headline") { $0.headline },
        .text("description") { $0.description }, .text("locale") { $0.locale },
        .markup("content") { $0.content(&$1) }, .text("home") { $0.home }, .list("places") { $0.places },
        .list("languages") { $0.languages }, .text("canonical") { $0.canonical },
        .text("unlocalized") { $0.unlocalized }, .optional("discovery") { $0.discovery },
        .optional("picture") { $0.picture }, .optional("linked") { $0.linked }, .list("scripts") { $0.scripts },
        .text("search") { $0.search }, .text("embedding") { $0.embedding }, .optional("chosen") { $0.chosen },
        .text("dataset") { $0.dataset }, .text("version") { $0.version }, .text("released") { $0.released },
        .text("attribution") { $0.attribution }, .text("licence") { $0.licence },
        .text("licenceURL") { $0.licenceURL }, .text("api") { $0.api }, .text("feed") { $0.feed },
        .text("llms") { $0.llms }, .text("changes") { $0.changes }, .text("find") { $0.find },
        .optional("earlier") { $0.earlier }, .optional("supposed") { $0.supposed },
        .optional("terms") { $0.terms },
    ]
}

extension Layout.NavigationLink: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("href") { $0.href }, .flag("isCurrent") { $0.isCurrent },
    ]
}

extension Layout.LanguageLink: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("tag") { $0.tag }, .text("label") { $0.label }, .text("href") { $0.href }, .text("url") { $0.url },
        .flag("isCurrent") { $0.isCurrent },
    ]
}
