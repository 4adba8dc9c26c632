import API
import Archive
import Charts
import Evidence
import Lessons
import PageLayout
import Reasoning
import Rendering
import Templates
import Wording

/// A knot: its figures and its relations with boxes, what follows from those that are ticked, its picture and its table.
struct KnotView {
    /// What ids in it end in.
    let id: String
    /// Its figures on one line.
    let heading: String
    let figures, more, relations: [WeighChoice]
    /// The first of its conflicts that go or remain, and of those that are new.
    let conflicts: [Line]
    let outcome: KnotOutcome?
    /// What becomes of all conflicts; nil where nothing is supposed of the knot.
    let told: String?
    let drawing: String?
    let table: KnotTableView?
    /// Whether a server answers the form.
    let isLive: Bool

    /// A conflict that goes, or remains.
    struct Line {
        let conflict: ConflictRow
        /// What becomes of it, in a word; nil where nothing is supposed of the knot.
        let fate: String?
        let isGone: Bool
    }

    /// The most figures that are seen at first.
    private static let mostFigures = 7
    /// The most knots on the page.
    private static let mostKnots = 20

    /// Returns the knots of a snapshot, the one with the most to see first.
    static func all(
        in snapshot: Snapshot, after: Snapshot, _ outcome: Outcome?, _ given: Set<String>, _ page: PageContext
    ) -> [KnotView] {
        snapshot.weighing.knotsByInterest.prefix(mostKnots).map {
            KnotView($0, in: snapshot, after: after, outcome, given, page)
        }
    }

    private init(
        _ number: Int, in snapshot: Snapshot, after: Snapshot, _ outcome: Outcome?, _ given: Set<String>,
        _ page: PageContext
    ) {
        let (weighing, language) = (snapshot.weighing, page.language)
        let knot = weighing.knots[number]
        let found = knot.conflicts.map { weighing.conflicts[$0] }
        let most = PageContext.mostRecords
        id = knot.id
        drawing = page.web.drawings.drawing(on: "/knots/" + knot.id, in: language, of: snapshot) {
            Picture.inline { Picture(knot: number, of: weighing, in: snapshot, language, $0) }
        }
        table = KnotChart(number, of: weighing, in: snapshot, language).flatMap {
            KnotTableView($0, of: knot.id, in: snapshot, page)
        }
        let text = WeighingText(snapshot, in: language, isMarked: true)
        let asserted = found.filter { !$0.isMixed } + found.filter(\.isMixed)
        let numbers = asserted.flatMap(\.figures).uniqued().prefix(most)
        heading = page.words.fill(
            "weighOther", ["figures": page.line(numbers.map(text.figure), separator: "; ")])
        let claims = numbers.flatMap { weighing.network.figures[$0].claims }
        let names = SourceNames(claims.map(\.source), in: snapshot, language)
        let isLive = !page.isStatic
        self.isLive = isLive
        let choices = claims.map { WeighChoice($0, names, isChosen: given.contains($0.id), isLive, in: snapshot, page) }
        figures = Array(choices.prefix(KnotView.mostFigures))
        more = Array(choices.dropFirst(KnotView.mostFigures))
        relations =
            isLive
            ? found.flatMap(\.constraints).uniqued().prefix(most).map { constraint in
                let relation = weighing.network.constraints[constraint].relation
                return WeighChoice(relation, isChosen: given.contains(relation.id), isLive, page)
            } : []
        let isTold = (choices + relations).contains(where: \.isChosen)
        self.outcome = outcome.flatMap { outcome in
            isTold ? KnotOutcome(knot: number, of: snapshot, outcome, in: language) : nil
        }
        told = isTold ? outcome?.told : nil
        let new = isTold ? outcome?.newConflicts ?? [] : []
        conflicts =
            asserted.filter { !$0.isMixed }.prefix(most).map { conflict in
                let isGone = after.conflicts[conflict.id]?.isMixed != false
                return Line(
                    conflict: ConflictRow(conflict, in: snapshot, page),
                    fate: isTold ? page.words[isGone ? "weighGone" : "weighStays"] : nil, isGone: isGone)
            }
            + new.prefix(most).map { conflict in
                Line(conflict: ConflictRow(conflict, in: after, page), fate: page.words["weighNew"], isGone: false)
            }
    }
}

extension KnotView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("id") { $0.id }, .text("heading") { $0.heading }, .list("figures") { $0.figures },
        .list("more") { $0.more }, .flag("hasMore") { !$0.more.isEmpty },
        .flag("isMoreChosen") { $0.more.contains(where: \.isChosen) }, .list("relations") { $0.relations },
        .flag("hasRelations") { !$0.relations.isEmpty },
        .flag("isDoubted") { $0.relations.contains(where: \.isChosen) }, .list("conflicts") { $0.conflicts },
        .optional("summary") { $0.told }, .optional("move") { $0.outcome?.moves.first },
        .list("moves") { Array($0.outcome?.moves.dropFirst() ?? []) }, .optional("drawing") { $0.drawing },
        .optional("table") { $0.table }, .flag("isLive") { $0.isLive }, .flag("isChosen") { $0.outcome != nil },
    ]
}

extension KnotView.Line: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("conflict") { $0.conflict }, .optional("fate") { $0.fate }, .flag("isGone") { $0.isGone },
    ]
}
