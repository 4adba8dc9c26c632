import Archive
import PageLayout
import Reasoning
import Rendering
import Templates
import Wording

/// A conflict in a list.
struct ConflictRow {
    let link: LinkView
    let kind: String
    let steps: [String]
    let isUnavoidable, isMixed: Bool

    /// Creates a row; without the arithmetic of one relation where the page `hasArithmetic` of it.
    init(_ conflict: Conflict, in snapshot: Snapshot, _ page: PageContext, hasArithmetic: Bool = false) {
        let text = WeighingText(snapshot, in: page.language, isMarked: true)
        link = LinkView(
            text.title(of: conflict), page.link("/conflicts/\(conflict.id)", snapshot.supposition?.query ?? []))
        kind = conflict.kind.label[page.language].capitalizedFirst
        steps = hasArithmetic && conflict.kind == .relation ? [] : conflict.steps.map(text.text)
        isUnavoidable = conflict.isUnavoidable
        isMixed = conflict.isMixed
    }
}

extension ConflictRow: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("link") { $0.link }, .text("kind") { $0.kind }, .list("steps") { $0.steps },
        .flag("isStepped") { !$0.steps.isEmpty }, .flag("isUnavoidable") { $0.isUnavoidable },
        .flag("isMixed") { $0.isMixed },
    ]
}
