import Archive
import Evidence
import Templates
import Wording

/// What the terms mean that are marked on a page: each in an element of its own, which the mark shows.
struct ExplainedTerms {
    struct Entry {
        let target, label, note, href: String
    }

    let entries: [Entry]

    /// Creates it from the positions of terms in the page's glossary.
    init(_ marked: [Int], in page: PageContext) {
        let terms = page.glossary.terms
        entries = marked.map { position in
            let term = terms[position]
            return Entry(
                target: TermMarks.target(term.id), label: term.label.marked(for: page.language),
                note: term.note?.marked(for: page.language) ?? "", href: page.link("/terms") + "#\(term.id)")
        }
    }
}

extension ExplainedTerms: PageView {
    static let template = "explained"
    static let members: [TemplateMember<Self>] = [
        .list("entries") { $0.entries }, .flag("isEmpty") { $0.entries.isEmpty },
    ]
}

extension ExplainedTerms.Entry: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("target") { $0.target }, .text("label") { $0.label }, .text("note") { $0.note },
        .text("href") { $0.href },
    ]
}
