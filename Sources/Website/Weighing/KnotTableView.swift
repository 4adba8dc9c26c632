import Archive
import Charts
import Evidence
import PageLayout
import Templates

/// The relations of a knot as a table, for who cannot see its picture, or wants to work it out.
struct KnotTableView {
    struct Row {
        let relation: LinkView
        let left, right: [Term]
        let sign, crossed: String
    }

    /// A term of a side, with its figures.
    struct Term {
        let sign, opening, closing: String
        let statistic: LinkView
        let figures: [String]
    }

    /// The id of the knot.
    let id: String
    let columns: [String]
    let rows: [Row]

    /// nil where there are no relations between its statistics.
    init?(_ chart: KnotChart, of id: String, in snapshot: Snapshot, _ page: PageContext) {
        let table = KnotTable(chart)
        guard !table.rows.isEmpty else { return nil }
        self.id = id
        columns = table.columns
        rows = table.rows.map { row in
            Row(
                relation: LinkView(row.title, page.link(snapshot.page(ofCheck: row.relation.id))),
                left: row.left.map { Term($0, page) }, right: row.right.map { Term($0, page) }, sign: row.sign,
                crossed: row.crossed)
        }
    }
}

extension KnotTableView.Term {
    fileprivate init(_ term: KnotTable.Term, _ page: PageContext) {
        (sign, opening, closing) = (term.sign, term.opening, term.closing)
        statistic = LinkView(term.text, term.statistic.map { page.link("/statistics/\($0)") } ?? "")
        figures = term.figures.map { "\($0.text) (\($0.sources.joined(separator: "; ")))" }
    }
}

extension KnotTableView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("id") { $0.id }, .list("columns") { $0.columns }, .list("rows") { $0.rows },
    ]
}

extension KnotTableView.Row: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("relation") { $0.relation }, .list("left") { $0.left }, .list("right") { $0.right },
        .text("sign") { $0.sign }, .text("crossed") { $0.crossed },
    ]
}

extension KnotTableView.Term: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("sign") { $0.sign }, .text("opening") { $0.opening }, .text("closing") { $0.closing },
        .view("statistic") { $0.statistic }, .list("figures") { $0.figures },
    ]
}
