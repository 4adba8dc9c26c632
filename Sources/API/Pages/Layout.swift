import Evidence
import Foundation
import HTTPCore

/// The view of `layout.mustache`: everything around the content of a page.
struct Layout<View> {
    struct Place {
        let label, href: String
        let isCurrent: Bool
    }

    struct Tongue {
        let tag, label, href, url: String
        let isCurrent: Bool
    }

    let words: Words
    let lang: String
    let title, headline, description, locale: String
    /// The template of the content, and its view.
    let content: String
    let page: View
    let home: String
    let places: [Place]
    let tongues: [Tongue]
    let canonical, unlocalized: String
    let discovery: Discovery?
    let picture: String?
    let linked: String?
    let scripts: [String]
    let search, embedding: String
    let chosen: String?
    let dataset, version, released, attribution, licence, licenceURL: String
    let api, llms: String

    init(_ page: WebPage<View>, in frame: Frame) {
        let (language, identity) = (frame.language, frame.identity)
        words = frame.words
        lang = language.rawValue
        headline = page.title
        title = page.section == nil && page.template == .home ? page.title : page.title + " · Akistata"
        description = page.description
        locale = language == .english ? "en_GB" : "lt_LT"
        content = frame.web.name(of: page.template, in: language)
        self.page = page.view
        home = frame.link("/")
        places = Section.allCases.map { section in
            Place(
                label: frame.words[section.rawValue], href: frame.link("/" + section.rawValue),
                isCurrent: section == page.section)
        }
        tongues = Language.allCases.map { other in
            Tongue(
                tag: other.rawValue, label: other.endonym, href: frame.link(in: other),
                url: frame.absolute(frame.link(in: other)), isCurrent: other == language)
        }
        canonical = frame.absolute(frame.link(in: language))
        unlocalized = frame.absolute(frame.link(in: nil))
        discovery = page.embed.map { _ in Discovery(frame) }
        picture = page.picture.map { frame.absolute(frame.link($0)) }
        linked = page.linked.map { String(decoding: $0, as: UTF8.self).replacing("<", with: "\\u003c") }
        scripts = page.scripts.map { "/" + $0 }
        search = frame.link("/search")
        embedding = frame.link(BuilderPage.path)
        chosen = frame.chosen?.rawValue
        dataset = identity.title[language]
        version = frame.words.fill("version", ["n": identity.version])
        released = language.format(identity.released)
        attribution = identity.attribution[language]
        licence = identity.licence.id
        licenceURL = identity.licence.url
        api = "/api/v1"
        llms = "/llms.txt"
    }
}

extension Language {
    /// The language's name in itself.
    var endonym: String {
        switch self {
        case .english: "English"
        case .lithuanian: "Lietuvių"
        }
    }
}
