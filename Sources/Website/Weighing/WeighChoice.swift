import Archive
import Evidence
import PageLayout
import Rendering
import Templates
import Wording

/// A box: a figure that is given up, a relation that is doubted or assumed.
struct WeighChoice {
    let value, label, about: String
    /// Who states the figure; empty of a relation.
    let source: String
    let isChosen: Bool
    /// Whether there is a box: without a server, there is none.
    let isLive: Bool

    init(
        _ claim: Claim, _ names: SourceNames, isChosen: Bool, _ isLive: Bool, in snapshot: Snapshot, _ page: PageContext
    ) {
        value = claim.id
        label = claim.quantity.text(in: page.language)
        about = snapshot.statistics[claim.statistic]?.title.marked(for: page.language) ?? claim.statistic
        source = names.name(of: claim, in: page.language)
        self.isChosen = isChosen
        self.isLive = isLive
    }

    init(_ relation: Relation, isChosen: Bool, _ isLive: Bool, _ page: PageContext) {
        value = relation.id
        label = relation.title.marked(for: page.language)
        about = relation.comparability?.reason.marked(for: page.language) ?? ""
        source = ""
        self.isChosen = isChosen
        self.isLive = isLive
    }
}

extension WeighChoice: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("value") { $0.value }, .text("label") { $0.label }, .text("about") { $0.about },
        .text("source") { $0.source }, .flag("isChosen") { $0.isChosen }, .flag("isLive") { $0.isLive },
    ]
}
