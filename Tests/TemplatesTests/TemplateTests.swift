import Foundation
import TestSupport
import Testing

@testable import Evidence
@testable import Templates
@testable import Wording

@Suite("Templates")
struct TemplateTests {
    fileprivate struct Card {
        let name: String
        let note: String?
        let isNew: Bool
        let tags: [String]
        let link: Link
        let other: Link?
        let links: [Link]
    }

    fileprivate struct Link {
        let label, href: String
    }

    private static let link = Link(label: "A & B", href: "/a?b=1&c='2'")

    private static let full = Card(
        name: "<i>Žemaičiai</i> \"42\"", note: "n", isNew: true, tags: ["x", "y"], link: link, other: link,
        links: [link, Link(label: "C", href: "/c")])

    private static let bare = Card(
        name: "", note: nil, isNew: false, tags: [], link: link, other: nil, links: [])

    private static func page(_ text: String, _ card: Card, files: [String: String] = [:]) throws -> String {
        var parts = try files.mapValues { try TemplateParser.parts(of: Array($0.utf8)) }
        parts["card"] = try TemplateParser.parts(of: Array(text.utf8))
        let words = Language.lithuanian.words.adding(["more": "Daugiau < čia"])
        let template: Template<Card> = try TemplateCompiler(files: parts, words: words).template("card")
        var page: [UInt8] = []
        template.write(card, into: &page)
        return String(decoding: page, as: UTF8.self)
    }

    @Test("keep a range on one line, and copy no sign for that into attributes and titles")
    func ranges() throws {
        let card = Card(
            name: "62,500–63,499, 1944 – 1945", note: nil, isNew: false, tags: [], link: Self.link, other: nil,
            links: [])
        #expect(
            try Self.page("<title>{{name}}</title><p title=\"{{name}}\">{{name}}</p>", card)
                == "<title>62,500–63,499, 1944 – 1945</title><p title=\"62,500–63,499, 1944 – 1945\">"
                + "62,500–\u{2060}63,499, 1944 – 1945</p>")
    }

    @Test(
        "keep a number on one line with the word that it belongs to",
        arguments: [
            ("108 378 vyrų", "108&nbsp;378&nbsp;vyrų"), ("7 pastraipa, 1 sakinys", "7&nbsp;pastraipa, 1&nbsp;sakinys"),
            ("1945 m. birželio 1 d.", "1945&nbsp;m. birželio&nbsp;1&nbsp;d."), ("¶ 7 s1", "¶&nbsp;7&nbsp;s1"),
            ("NKVD 4-oji divizija", "NKVD 4-oji&nbsp;divizija"),
            ("the 4th NKVD division", "the 4th&nbsp;NKVD division"),
            ("Nr. 064 ir p. 212", "Nr.&nbsp;064&nbsp;ir p.&nbsp;212"),
            ("63,000 men in 1944", "63,000&nbsp;men in 1944"),
            ("24,100 + 20,462 = 44,562", "24,100 + 20,462 = 44,562"), ("1 – 2, a 3 b", "1 – 2, a&nbsp;3&nbsp;b"),
            ("Article 45, page 7.", "Article&nbsp;45, page&nbsp;7."), ("in 12", "in&nbsp;12"),
            ("(paragraph 7: “Article 4”)", "(paragraph&nbsp;7: “Article&nbsp;4”)"), ("= 12", "= 12"),
            ("of 27,361 and 1\u{A0}817 or 12–15", "of 27,361&nbsp;and 1\u{A0}817&nbsp;or 12–\u{2060}15"),
            ("1944 1945", "1944 1945"), ("5 internacionalizavimas", "5 internacionalizavimas"),
            ("it ended. 5", "it ended. 5"), (" 5 ", " 5 "), ("1\u{A0}817 <b>", "1\u{A0}817 &lt;b&gt;"), ("", ""),
        ])
    func numbers(text: String, page: String) throws {
        let card = Card(name: text, note: nil, isNew: false, tags: [], link: Self.link, other: nil, links: [])
        #expect(try Self.page("<p title=\"{{name}}\">{{name}}</p>", card).hasSuffix("\">\(page)</p>"))
    }

    @Test("write a text in another language as an element, and in attributes and titles without its marks")
    func languages() throws {
        let name = MarkedText.mark("שלום <b>", in: LanguageTag("he"), for: .lithuanian)
        let card = Card(
            name: "„" + name + "“", note: nil, isNew: false, tags: [], link: Self.link, other: nil, links: [])
        #expect(
            try Self.page("<title>{{name}}</title><p title=\"{{name}}\">{{name}}</p>", card)
                == "<title>„\u{2067}שלום &lt;b&gt;\u{2069}“</title><p title=\"„\u{2067}שלום &lt;b&gt;\u{2069}“\">"
                + "„<bdi lang=\"he\" dir=\"rtl\">שלום &lt;b&gt;</bdi>“</p>")
        let nested = MarkedText.mark("A " + name, in: .english, for: .lithuanian)
        let planted = "\u{E007F}\u{E0001}x"
        for text in [nested, planted] {
            let page = try Self.page(
                "<p>{{name}}</p>",
                Card(name: text, note: nil, isNew: false, tags: [], link: Self.link, other: nil, links: []))
            #expect(page.components(separatedBy: "<bdi").count == page.components(separatedBy: "</bdi>").count)
        }
    }

    @Test(
        "write what a view says",
        arguments: [
            ("", "", ""),
            ("a{{name}}b", "a&lt;i&gt;Žemaičiai&lt;/i&gt; &quot;42&quot;b", "ab"),
            ("{{{name}}}", "<i>Žemaičiai</i> \"42\"", ""),
            ("{{words.more}}", "Daugiau &lt; čia", "Daugiau &lt; čia"),
            ("{{note}}", "n", ""),
            ("{{#note}}[{{.}}{{note}}]{{/note}}{{^note}}none{{/note}}", "[nn]", "none"),
            ("{{#isNew}}new{{/isNew}}{{^isNew}}old{{/isNew}}", "new", "old"),
            ("{{#tags}}({{.}}){{/tags}}{{^tags}}none{{/tags}}", "(x)(y)", "none"),
            (
                "{{link.label}} {{link.href}}", "A &amp; B /a?b=1&amp;c=&#39;2&#39;",
                "A &amp; B /a?b=1&amp;c=&#39;2&#39;"
            ),
            ("{{#link}}{{label}}{{/link}}", "A &amp; B", "A &amp; B"),
            ("{{#other}}{{label}}{{/other}}{{^other}}none{{/other}}{{other.label}}", "A &amp; BA &amp; B", "none"),
            ("{{#links}}{{label}};{{/links}}", "A &amp; B;C;", ""),
        ])
    func values(text: String, full: String, bare: String) throws {
        #expect(try Self.page(text, Self.full) == full)
        #expect(try Self.page(text, Self.bare) == bare)
    }

    @Test(
        "A section or a partial that is alone on its line takes the line with it",
        arguments: [
            ("a\n{{#isNew}}\nb\n{{/isNew}}\nc\n", "a\nb\nc\n"),
            ("{{#isNew}}\nb\n{{/isNew}}", "b\n"),
            ("  {{#isNew}}  \nb\n\t{{/isNew}}\n", "b\n"),
            ("a {{#isNew}}\nb\n{{/isNew}} c\n", "a \nb\n c\n"),
            ("{{#isNew}}{{/isNew}}\n", "\n"),
            ("{{note}}\nb\n", "n\nb\n"),
            ("a\n{{>part}}\nb", "a\npart\nb"),
            ("a {{>part}} b", "a part\n b"),
        ])
    func lines(text: String, expected: String) throws {
        #expect(try Self.page(text, Self.full, files: ["part": "part\n"]) == expected)
    }

    @Test(
        "What a template names and nothing has is an error before any page is written",
        arguments: [
            ("{{nobody}}", "Card has no member “nobody”"), ("{{#nobody}}{{/nobody}}", "Card has no member “nobody”"),
            ("{{link.nobody}}", "Link has no member “nobody”"),
            ("{{#links}}{{name}}{{/links}}", "Link has no member “name”"),
            ("{{words.nothing}}", "there is no word “nothing”"), ("{{>nowhere}}", "there is no template “nowhere”"),
            ("{{>card}}", "“card” stands in itself"), ("{{links}}", "“links” is no text"),
            ("{{isNew}}", "“isNew” is no text"), ("{{#name}}{{/name}}", "“name” is always there"),
        ])
    func unknown(text: String, fault: String) {
        #expect(throws: WebError.template("card", fault)) { try Self.page(text, Self.full) }
    }

    @Test(
        "A template whose tags do not fit is told with what does not",
        arguments: [
            ("{{#a}}", "“a” does not end"), ("{{/a}}", "“a” ends where it is not open"),
            ("{{#a}}{{/b}}", "“b” ends where it is not open"), ("{{a", "a tag does not end"),
            ("{{{a}}", "a tag does not end"), ("{{}}", "“” is no name"), ("{{a b}}", "“a b” is no name"),
            (String(repeating: "{{#a}}", count: 60_000), "more than 32 sections stand in each other"),
        ])
    func broken(text: String, fault: String) {
        #expect(throws: TemplateParser.Fault(text: fault)) { try TemplateParser.parts(of: Array(text.utf8)) }
    }
}

extension TemplateTests.Card: TemplateView {
    fileprivate static let members: [TemplateMember<Self>] = [
        .text("name") { $0.name }, .optional("note") { $0.note }, .flag("isNew") { $0.isNew },
        .list("tags") { $0.tags }, .view("link") { $0.link }, .optional("other") { $0.other },
        .list("links") { $0.links },
    ]
}

extension TemplateTests.Link: TemplateView {
    fileprivate static let members: [TemplateMember<Self>] = [.text("label") { $0.label }, .text("href") { $0.href }]
}
