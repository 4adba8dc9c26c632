import API
import Archive
import Checks
import Evidence
import HTTPCore
import PageLayout
import Problems
import Rendering
import Templates
import Wording

/// The page `/search?q=`: the results with the search words marked.
enum SearchPage {
    struct View {
        let title, asked, action: String
        let kinds: [Kind]
        /// The number of results in words; nil before anything is searched.
        let found: String?
        /// What is wrong with the search.
        let complaint: String?
        let meant: Meant?
        let hits: [Hit]
        let pages: [LessonsPage.Step]
        /// Whether to show only suggestions for how to go on.
        let isHelp: Bool
        let ways: [Meant]
        let language: String?
    }

    /// A kind of record to search for.
    struct Kind {
        let value, label: String
        let isChosen: Bool
    }

    struct Meant {
        let label, href: String
    }

    struct Hit {
        let href: String
        /// The kind, followed by the language of the texts where that is not the reader’s.
        let kind: String
        let tongue, direction: String
        /// The language and the direction of the kind, which is in the program's words.
        let lang, own: String
        let heading: [Piece]
        let passages: [Passage]
    }

    struct Passage {
        let pieces: [Piece]
    }

    /// A run of a text, marked or not.
    struct Piece: Equatable {
        let text: String
        let isMarked: Bool
    }

    /// The maximum number of further texts of a record that contain the words.
    fileprivate static let mostPassages = 2

    static let route = Route(
        "/search", mediaType: Format.html.mediaType,
        parameters: { encoded in
            [
                Parameter(name: "q", .words),
                Parameter(name: "kind", .oneOf(encoded.snapshot.search.kinds), repeats: true),
                .limit, .cursor, encoded.lang,
            ]
        }, dependsOnHost: true, answer: answer)

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let page = try context.page()
        let asked = context.parameters.first("q") ?? ""
        let chosen = context.parameters.all("kind")
        var complaint: String?
        var query: SearchQuery?
        do throws(SearchQueryError) {
            query = try SearchQuery(asked)
        } catch {
            complaint = text(of: error, asked: asked, page.words)
        }
        let result: SearchResult? = if let query { try search(query, chosen, context) } else { nil }
        let view = View(asked, chosen, result, complaint, context, page)
        return try WebPage(
            title: view.title, description: page.words["searchLead"], view: view,
            scripts: page.isStatic ? [String(page.located("/search-index.js").dropFirst()), "search.js"] : []
        ).result(context, in: page, links: result.map { PageLinks(context, $0.page).relations } ?? [])
    }

    private static func search(
        _ query: SearchQuery, _ chosen: [String], _ context: borrowing RequestContext
    ) throws(Problem) -> SearchResult {
        let index = context.encoded.snapshot.search
        do throws(QueryError) {
            return try index.search(
                query, kinds: Set(chosen.isEmpty ? index.kinds : chosen), language: context.language.tag,
                cursor: context.parameters.first("cursor"), limit: context.parameters.limit ?? Page.defaultLimit)
        } catch {
            let known = context.parameters.known
            throw context.parameters.problem(error.faults.map { Problem.Violation($0, known: known) })
        }
    }

    /// Returns what is wrong in the reader's language; nil if nothing has been searched yet.
    private static func text(of error: SearchQueryError, asked: String, _ words: Words) -> String? {
        switch error {
        case .unclosedQuotation: words["searchUnclosed"]
        case .noWord: asked.isEmpty ? nil : words["searchNoWord"]
        case .tooManyWords: words.fill("searchTooMany", ["most": "\(SearchQuery.most)"])
        }
    }
}

extension SearchPage.View {
    fileprivate init(
        _ asked: String, _ chosen: [String], _ result: SearchResult?, _ complaint: String?,
        _ context: borrowing RequestContext, _ page: PageContext
    ) {
        let words = page.words
        let encoded = context.encoded
        let snapshot = encoded.snapshot
        title = asked.isEmpty ? words["search"] : words["search"] + ": " + asked
        self.asked = asked
        action = page.located("/search")
        let labels = encoded.kinds(in: page.language)
        kinds = snapshot.search.kinds.map { kind in
            SearchPage.Kind(value: kind, label: labels[kind] ?? kind, isChosen: chosen.contains(kind))
        }
        found = result.map { $0.page.total == 0 ? words["searchNone"] : words.count("searchFound", $0.page.total) }
        self.complaint = complaint
        meant = result?.suggestion.map { near in
            let query = [(name: "q", value: near)] + chosen.map { (name: "kind", value: $0) }
            return SearchPage.Meant(label: near, href: page.link("/search", query))
        }
        hits = (result?.hits ?? []).map { hit in
            SearchPage.Hit(
                href: page.link(snapshot.page(of: hit)),
                kind: SearchPage.kind(labels[hit.kind] ?? hit.kind, in: hit.language, page),
                tongue: hit.language.rawValue,
                direction: page.language.scripts.isRightToLeft(
                    hit.passages.first?.text ?? "", in: hit.language) ? "rtl" : "ltr",
                lang: page.language.spoken.rawValue, own: page.language.direction,
                heading: hit.passages.first.map(SearchPage.Piece.all) ?? [],
                passages: hit.passages.dropFirst().lazy.filter { $0.text.contains(" ") }.prefix(SearchPage.mostPassages)
                    .map { SearchPage.Passage(pieces: SearchPage.Piece.all(of: $0)) })
        }
        pages = result.map { LessonsPage.Step.all(PageLinks(context, $0.page), words) } ?? []
        isHelp = hits.isEmpty
        ways = Section.records.map { section in
            SearchPage.Meant(label: words[section.rawValue], href: page.link("/" + section.rawValue))
        }
        language = page.chosen?.rawValue
    }
}

extension SearchPage {
    /// Returns the label of a kind, with the language of the texts where that is not the reader’s.
    fileprivate static func kind(_ label: String, in language: LanguageTag, _ page: PageContext) -> String {
        guard language != page.language.tag else { return label }
        return "\(label), \(Phrase.label(.language, language.rawValue)[page.language])"
    }
}

extension SearchPage.Piece {
    /// Returns the passage divided at the edges of marks.
    static func all(of passage: SearchHit.Passage) -> [SearchPage.Piece] {
        var text = passage.text
        return text.withUTF8 { bytes in
            var pieces: [SearchPage.Piece] = []
            pieces.reserveCapacity(2 * passage.highlights.count + 1)
            // The position reached, in UTF-16 code units and in bytes.
            var (end, place) = (0, 0)
            let add = { (upper: Int, isMarked: Bool) in
                let start = place
                while end < upper, place < bytes.count {
                    let lead = bytes[place]
                    place += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                    end += lead < 0xF0 ? 1 : 2
                }
                if place > start {
                    let text = String(decoding: bytes[start..<place], as: UTF8.self)
                    pieces.append(.init(text: text, isMarked: isMarked))
                }
            }
            for range in passage.highlights where range.lowerBound >= end {
                add(range.lowerBound, false)
                add(range.upperBound, true)
            }
            add(.max, false)
            return pieces
        }
    }
}

extension Snapshot {
    /// Returns the page that shows a hit: for a claim its statistic.
    fileprivate func page(of hit: SearchHit) -> String {
        switch hit.kind {
        case claims.name: "/statistics/" + claims.records[hit.position].statistic
        case checks.name: page(ofCheck: hit.id)
        default: "/\(hit.kind)/\(hit.id)"
        }
    }
}

extension EncodedSnapshot {
    /// Returns the titles of the lists by the names of their tables.
    fileprivate func kinds(in language: Language) -> [String: String] {
        [
            snapshot.events.name: events.encoding.title[language],
            snapshot.statistics.name: statistics.encoding.title[language],
            snapshot.claims.name: claims.encoding.title[language],
            snapshot.checks.name: checks.encoding.title[language],
            snapshot.discrepancies.name: discrepancies.encoding.title[language],
            snapshot.sources.name: sources.encoding.title[language],
            snapshot.terms.name: terms.encoding.title[language],
        ]
    }
}

extension SearchPage.View: PageView {
    static let template = "search"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("asked") { $0.asked }, .text("action") { $0.action },
        .list("kinds") { $0.kinds },
        .optional("found") { $0.found }, .optional("complaint") { $0.complaint }, .optional("meant") { $0.meant },
        .list("hits") { $0.hits }, .list("pages") { $0.pages }, .flag("isHelp") { $0.isHelp },
        .list("ways") { $0.ways }, .optional("language") { $0.language },
    ]
}

extension SearchPage.Kind: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("value") { $0.value }, .text("label") { $0.label }, .flag("isChosen") { $0.isChosen },
    ]
}

extension SearchPage.Meant: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("href") { $0.href },
    ]
}

extension SearchPage.Hit: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("href") { $0.href }, .text("kind") { $0.kind }, .text("tongue") { $0.tongue },
        .text("direction") { $0.direction },
        .text("lang") { $0.lang }, .text("own") { $0.own },
        .list("heading") { $0.heading }, .list("passages") { $0.passages },
    ]
}

extension SearchPage.Passage: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .list("pieces") { $0.pieces }
    ]
}

extension SearchPage.Piece: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("text") { $0.text }, .flag("isMarked") { $0.isMarked },
    ]
}
