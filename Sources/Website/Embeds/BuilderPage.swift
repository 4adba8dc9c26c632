import API
import Archive
import Charts
import Checks
import Evidence
import HTTPCore
import PageLayout
import Rendering
import Templates
import Wording

/// The view for `builder.mustache`: the page for composing an embed.
struct BuilderPage {
    struct Choice {
        let value, label: String
        let isChosen: Bool
    }

    struct Group {
        let label: String
        let choices: [Choice]
    }

    /// Something to be copied.
    struct Line {
        let id, label, hint, text: String
    }

    /// The number of records up to which they are listed; beyond it, an id has to be typed.
    private static let mostListed = 500

    let action: String
    let id: String
    let groups: [Group]
    let languages: [Choice]
    let themes: [Choice]
    let carried: String?
    let record: String
    /// The page of the record.
    let href: String
    /// The address of the frame, and its height in CSS pixels where it is narrow: a script knows it better.
    let preview: String
    let height: Int
    let lines: [Line]
    let isListed: Bool
    /// Whether a server answers the form.
    let isLive: Bool

    /// Creates the view. The address has a language of its own; `citation` is the permalink of the record.
    init(
        _ address: EmbedAddress, title: String, height: Int, narrowHeight: Int, in page: PageContext, origin: Origin,
        encoded: EncodedSnapshot,
        picture: Format
    ) {
        let words = page.words
        let snapshot = encoded.snapshot
        let (embed, language) = (address.embed, address.language ?? page.language)
        let code = EmbedCode(address: address, title: title, origin: origin)
        action = page.located(PagePath.embedding)
        id = embed.id
        let count = snapshot.discrepancies.records.count + snapshot.statistics.records.count
        isLive = !page.isStatic
        isListed = count <= BuilderPage.mostListed
        let choices = { (kind: Embed.Kind, records: [(id: String, title: LocalizedText)]) in
            Group(
                label: words[kind.rawValue],
                choices: records.map { record in
                    Choice(
                        value: record.id, label: record.title.marked(for: page.language),
                        isChosen: embed == Embed(kind: kind, id: record.id))
                })
        }
        groups =
            isListed
            ? [
                choices(.discrepancies, snapshot.discrepancies.records.map { ($0.id, $0.title) }),
                choices(.statistics, snapshot.statistics.records.map { ($0.id, $0.title) }),
            ] : []
        languages = encoded.languages.map { other in
            Choice(value: other.rawValue, label: other.words.name, isChosen: other == language)
        }
        themes = Theme.allCases.map { theme in
            Choice(value: theme.rawValue, label: words["theme" + theme.rawValue], isChosen: theme == address.theme)
        }
        carried = page.chosen?.rawValue
        record = title
        href = page.link(embed.page)
        preview = address.target
        self.height = max(height, narrowHeight)
        let url = origin.description + Permalink.path(embed.page, version: encoded.version)
        let citation = code.citation(of: snapshot.dataset.identity, in: language, url: url)
        let pinned = EmbedCode(address: address.pinned(to: encoded.version), title: title, origin: origin)
        let markdown = embed.hasPicture(in: snapshot, language) ? code.markdown(suffix: picture.suffix) : nil
        lines = [
            ("iframe", code.iframe(height: height, narrowHeight: narrowHeight)),
            (
                "pinned",
                address.version == nil ? pinned.iframe(height: height, narrowHeight: narrowHeight) : nil
            ), ("component", code.component),
            ("markdown", markdown),
            ("address", code.page), ("citation", citation),
        ].compactMap { id, text in
            text.map { Line(id: id, label: words["copy" + id], hint: words["copy" + id + "Hint"], text: $0) }
        }
    }
}

extension Embed {
    /// Whether there are figures to draw.
    fileprivate func hasPicture(in snapshot: Snapshot, _ language: Language) -> Bool {
        switch kind {
        case .discrepancies:
            snapshot.discrepancies[id].flatMap { Picture($0, in: snapshot, language) } != nil
        case .statistics: true
        }
    }
}

extension BuilderPage: PageView {
    static let template = "builder"
    static let members: [TemplateMember<Self>] = [
        .text("action") { $0.action }, .text("id") { $0.id }, .list("groups") { $0.groups },
        .list("languages") { $0.languages }, .list("themes") { $0.themes }, .optional("carried") { $0.carried },
        .text("record") { $0.record }, .text("href") { $0.href }, .text("preview") { $0.preview },
        .text("height") { "\($0.height)" }, .list("lines") { $0.lines }, .flag("isListed") { $0.isListed },
        .flag("isLive") { $0.isLive },
    ]
}

extension BuilderPage.Choice: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("value") { $0.value }, .text("label") { $0.label }, .flag("isChosen") { $0.isChosen },
    ]
}

extension BuilderPage.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .list("choices") { $0.choices },
    ]
}

extension BuilderPage.Line: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("id") { $0.id }, .text("label") { $0.label }, .text("hint") { $0.hint }, .text("text") { $0.text },
    ]
}
