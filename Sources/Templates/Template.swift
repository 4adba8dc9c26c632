/// A template for one type of view in one language, ready to be filled: fixed bytes, with what is written of a view
/// between them.
package struct Template<View: TemplateView>: Sendable {
    enum Step: Sendable {
        case literal([UInt8])
        case write(TemplateMember<View>.Write)
    }

    private(set) var steps: [Step] = []

    /// Appends the view, filled into this template, to a page in UTF-8.
    package func write(_ view: View, into page: inout [UInt8]) {
        for step in steps {
            switch step {
            case .literal(let bytes): page.append(contentsOf: bytes)
            case .write(let write): write(view, &page)
            }
        }
    }

    mutating func append(_ bytes: [UInt8]) {
        guard case .literal(let before)? = steps.last else { return steps.append(.literal(bytes)) }
        steps[steps.count - 1] = .literal(before + bytes)
    }

    mutating func append(_ write: @escaping TemplateMember<View>.Write) {
        steps.append(.write(write))
    }
}
