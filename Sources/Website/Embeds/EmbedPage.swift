import Archive
import Charts
import Checks
import Evidence
import PageLayout
import Rendering
import Templates
import Wording

/// The view for `embed.mustache`: the page in a frame.
struct EmbedPage {
    struct Row {
        let label, figure: String
    }

    /// A check's verdict: its names for programs and for people, and a sign that does not depend on colour.
    struct VerdictView {
        let name, label, sign: String
    }

    /// The statement of one side in an editorial conflict, with its source.
    struct Side {
        let statement, source: String
    }

    let language, direction: String
    /// The class of the document.
    let theme: String
    let title: String
    /// The page with more information.
    let page: String
    /// The page by which search engines are to know it.
    var canonical: String
    /// The verdict; nil for a statistic.
    let verdict: VerdictView?
    /// The picture as SVG; empty if there are no figures to draw.
    let picture: String
    /// The height of the picture in CSS pixels, at a width of 340.
    let pictureHeight: Int
    /// The deciding reading on one line.
    let arithmetic: String?
    let explanation: String?
    /// The opposing statements; empty for a computed check.
    let sides: [Side]
    /// The content of the picture in words.
    let rows: [Row]
    let attribution: String
    let licence: String
    let licenceURL: String
    let words: Words
    let style: String
    let script: String

    /// Whether there is anything for a table.
    let figures: Bool
}

extension EmbedPage {
    /// Creates the view; nil if the dataset does not have the record. Links keep the language if `address` has one.
    init?(_ address: EmbedAddress, in snapshot: Snapshot, _ language: Language, kit: EmbedKit) {
        let embed = address.embed
        guard let title = embed.title(in: snapshot)?.marked(for: language) else { return nil }
        let check = embed.kind == .discrepancies ? snapshot.checks[embed.id] : nil
        let discrepancy = check.flatMap { snapshot.discrepancies[$0.id] }
        let statistic = embed.kind == .statistics ? snapshot.statistics[embed.id] : nil
        let picture = { (form: Picture.Form) in
            discrepancy.flatMap { Picture($0, in: snapshot, language, form) }
                ?? statistic.map { Picture($0, in: snapshot, language, form) }
        }
        let chart =
            discrepancy.flatMap { Chart($0, in: snapshot, language) }
            ?? statistic.map { Chart($0, in: snapshot, language) }
        let identity = snapshot.dataset.identity
        self.title = title
        self.language = language.spoken.rawValue
        direction = language.direction
        words = language.words
        theme = address.theme.rawValue
        page = address.located(embed.page) + (address.language.map { "?lang=" + $0.rawValue } ?? "")
        canonical = address.located(embed.page)
        verdict = check.map { VerdictView($0.verdict, language) }
        self.picture = Picture.inline(picture) ?? ""
        pictureHeight = Int((picture(.narrow)?.body.height ?? 0).rounded(.up))
        arithmetic = check.flatMap { check in
            check.deciding.map { Arithmetic($0, of: check, in: language).text }
        }
        explanation = (check?.relation.explanation ?? statistic?.note)?.marked(for: language)
        sides = (check?.sides ?? []).map { side in
            Side(
                statement: side.statement.marked(for: language),
                source: side.citations.compactMap { snapshot.sources[$0.source]?.markedName(in: language) }.uniqued()
                    .joined(separator: "; "))
        }
        rows = (chart?.rows ?? []).prefix(PageContext.mostRecords).map { row in
            Row(label: row.label(in: language).joined(separator: " "), figure: row.figure.joined(separator: ", "))
        }
        figures = !rows.isEmpty
        attribution = identity.attribution.marked(for: language)
        licence = identity.licence.id
        licenceURL = identity.licence.url
        style = kit.style
        script = kit.script
    }
}

extension EmbedPage.VerdictView {
    init(_ verdict: Verdict, _ language: Language) {
        self.init(name: verdict.rawValue, label: verdict.label[language].capitalizedFirst, sign: verdict.sign)
    }
}

extension EmbedPage: PageView {
    static let template = "embed"
    static let members: [TemplateMember<Self>] = [
        .text("language") { $0.language }, .text("direction") { $0.direction }, .text("theme") { $0.theme },
        .text("title") { $0.title },
        .text("page") { $0.page }, .text("canonical") { $0.canonical }, .optional("verdict") { $0.verdict },
        .text("picture") { $0.picture },
        .optional("arithmetic") { $0.arithmetic }, .optional("explanation") { $0.explanation },
        .list("sides") { $0.sides }, .list("rows") { $0.rows }, .text("attribution") { $0.attribution },
        .text("licence") { $0.licence }, .text("licenceURL") { $0.licenceURL }, .text("style") { $0.style },
        .text("script") { $0.script }, .flag("figures") { $0.figures },
    ]
}

extension EmbedPage.Row: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("figure") { $0.figure },
    ]
}

extension EmbedPage.VerdictView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("name") { $0.name }, .text("label") { $0.label }, .text("sign") { $0.sign },
    ]
}

extension EmbedPage.Side: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("statement") { $0.statement }, .text("source") { $0.source },
    ]
}
