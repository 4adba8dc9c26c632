package import HTTPCore
import Rendering
package import Wording

extension ProblemDetails {
    /// Returns the problem for a terminal. `language` is the one that it is in.
    package func text(in language: Language) -> String {
        var page = TextPage()
        page.heading("\(status.code) \(title)")
        if let detail { page.paragraph(detail) }
        let rows = errors.map { violation in
            let accepts =
                violation.accepts.isEmpty
                ? [] : ["\(Word.accepted[language]): \(violation.accepts.joined(separator: ", "))"]
            return [violation.parameter ?? "–", ([violation.detail] + accepts).joined(separator: "\n")]
        }
        page.grid([.init(), .init()], rows)
        if let instance { page.block(TextLines.wrap(instance)) }
        return page.text
    }
}
