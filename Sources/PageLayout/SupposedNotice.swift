import API
import Lessons
import Rendering
import Templates

/// What a page that supposes something says of that: what it is, what follows from it, and the way to the page without it.
struct SupposedNotice {
    let phrases: [String]
    let weigh, href: String

    /// Creates the notice; nil if nothing is supposed.
    init?(_ page: PageContext) {
        guard let supposition = page.supposition else { return nil }
        phrases = supposition.supposed.phrases(in: supposition.base.snapshot, page.language)
        weigh = page.link(PagePath.weighing, page.supposed)
        href = page.plain
    }
}

extension SupposedNotice: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .list("phrases") { $0.phrases }, .text("weigh") { $0.weigh }, .text("href") { $0.href },
    ]
}
