import API
import Archive
import Charts
import Evidence
import PageLayout
import Reasoning
import Rendering
import Templates
import Wording

/// A knot: its figures and its relations with boxes, and its conflicts, each of which goes or remains.
struct KnotView {
    let heading: String
    let drawing: String?
    let figures, more, relations: [WeighChoice]
    let hasMore, hasRelations: Bool
    let conflicts: [Line]

    /// A conflict that goes, or remains.
    struct Line {
        let conflict: ConflictRow
        let isGone: Bool
    }

    /// The most figures that are seen at first.
    private static let mostFigures = 7

    /// Returns the knots of a snapshot, those that cannot be left as they are first. `after` is the snapshot without what is
    /// `given` up.
    static func all(
        in snapshot: Snapshot, after: Snapshot, _ given: Set<String>, _ page: PageContext
    ) -> [KnotView] {
        let weighing = snapshot.weighing
        let cost = { (knot: Knot) in knot.revisions[.statistic]?.cost ?? 0 }
        let order = weighing.knots.indices.sorted { left, right in
            let costs = (cost(weighing.knots[left]), cost(weighing.knots[right]))
            return costs.0 == costs.1 ? left < right : costs.0 > costs.1
        }
        return order.prefix(PageContext.mostRecords / 10).enumerated().map { place, knot in
            KnotView(knot, number: place + 1, in: snapshot, after: after, given, page)
        }
    }

    private init(
        _ number: Int, number place: Int, in snapshot: Snapshot, after: Snapshot, _ given: Set<String>,
        _ page: PageContext
    ) {
        let (weighing, language) = (snapshot.weighing, page.language)
        let knot = weighing.knots[number]
        let found = knot.conflicts.map { weighing.conflicts[$0] }
        heading = page.words.fill("weighKnot", ["n": language.format(place)])
        drawing =
            after !== snapshot
            ? nil
            : page.web.drawings.drawing(on: "/knots/" + knot.id, in: language, of: snapshot) {
                Picture(knot: number, of: weighing, in: snapshot, language)?.inline
            }
        let text = WeighingText(snapshot, in: language, isMarked: true)
        let choices = found.flatMap(\.figures).uniqued().prefix(PageContext.mostRecords).flatMap { figure in
            weighing.network.figures[figure].claims.map { claim in
                WeighChoice(
                    claim, text.title(ofNode: weighing.network.figures[figure].node),
                    isChosen: given.contains(claim.id),
                    in: snapshot, page)
            }
        }
        figures = Array(choices.prefix(KnotView.mostFigures))
        more = Array(choices.dropFirst(KnotView.mostFigures))
        hasMore = !more.isEmpty
        relations = found.flatMap(\.constraints).uniqued().prefix(PageContext.mostRecords).map { constraint in
            let relation = weighing.network.constraints[constraint].relation
            return WeighChoice(relation, isChosen: given.contains(relation.id), page)
        }
        hasRelations = !relations.isEmpty
        conflicts = found.filter { !$0.isMixed }.prefix(PageContext.mostRecords).map { conflict in
            Line(conflict: ConflictRow(conflict, in: snapshot, page), isGone: after.conflicts[conflict.id] == nil)
        }
    }
}

/// A box: a figure that is given up, a relation that is doubted or assumed.
struct WeighChoice {
    let value, label, about: String
    let isChosen: Bool

    init(
        _ claim: Claim, _ title: String, isChosen: Bool, in snapshot: Snapshot, _ page: PageContext
    ) {
        value = claim.id
        label = claim.quantity.text(in: page.language)
        let source = snapshot.sources[claim.source]?.markedName(in: page.language) ?? claim.source
        let said = claim.attribution == .main ? source : "\(source), \(claim.attribution.label[page.language])"
        about = "\(title) (\(said))"
        self.isChosen = isChosen
    }

    init(_ relation: Relation, isChosen: Bool, _ page: PageContext) {
        value = relation.id
        label = relation.title.marked(for: page.language)
        about = relation.comparability?.reason.marked(for: page.language) ?? ""
        self.isChosen = isChosen
    }
}

extension KnotView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("heading") { $0.heading }, .optional("drawing") { $0.drawing }, .list("figures") { $0.figures },
        .list("more") { $0.more }, .flag("hasMore") { $0.hasMore }, .list("relations") { $0.relations },
        .flag("hasRelations") { $0.hasRelations }, .list("conflicts") { $0.conflicts },
    ]
}

extension KnotView.Line: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("conflict") { $0.conflict }, .flag("isGone") { $0.isGone },
    ]
}

extension WeighChoice: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("value") { $0.value }, .text("label") { $0.label }, .text("about") { $0.about },
        .flag("isChosen") { $0.isChosen },
    ]
}
