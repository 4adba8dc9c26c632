import HTTPCore
import Rendering

extension Problem {
    /// The problem for a terminal.
    var text: String {
        var page = TextPage()
        page.heading("\(status.code) \(title)")
        if let detail { page.paragraph(detail) }
        let rows = errors.map { violation in
            let accepts = violation.accepts.isEmpty ? [] : ["Accepted: " + violation.accepts.joined(separator: ", ")]
            return [
                violation.parameter ?? violation.pointer ?? "–", ([violation.detail] + accepts).joined(separator: "\n"),
            ]
        }
        page.grid([.init(), .init()], rows)
        if let instance { page.block(TextLines.wrap(instance)) }
        return page.text
    }
}
