import API
import PageLayout
import Templates
import Wording

/// The view for `docsGroup.mustache`: each operation with its parameters and a form for trying it.
struct DocsGroupView {
    struct Operation {
        let id, path, summary: String
        /// The target of the form, and the equivalent command.
        let action, command: String
        let fields: [Field]
        let forms: [Form]
        let statuses: String
        /// Whether there is something to try: the dataset may have no record of that kind.
        let isTried: Bool
    }

    /// A form of the response: the button that requests it.
    struct Form {
        let label, action, pattern: String
    }

    /// An input field; exactly one of its kinds is set.
    struct Field {
        let name, about, value: String
        let isSegment, isRequired, repeats, isList, isNumber, isText: Bool
        let options: [String]
        let lowest, highest, hint: String
    }

    let title: String
    let operations: [Operation]
    let all: String

    /// The number of values up to which they are listed; beyond it, any value can be typed.
    fileprivate static let mostOptions = 60

    init(_ group: APIReference.Group, _ page: PageContext) {
        title = page.words.fill("docsGroup", ["group": group.title])
        all = page.link("/docs")
        operations = group.operations.map { operation in
            let (path, query) = operation.example(of: operation.path)
            return Operation(
                id: operation.id, path: operation.path, summary: operation.summary, action: path,
                command: "curl '" + page.absolute(path + PageContext.text(query)) + "'",
                fields: operation.parameters.map(Field.init),
                forms: operation.forms.map { form in
                    Form(label: form.label, action: operation.example(of: form.path).path, pattern: form.path)
                }, statuses: operation.statuses.joined(separator: ", "), isTried: !path.contains("{") && !page.isStatic)
        }
    }
}

extension DocsGroupView.Field {
    fileprivate init(_ argument: APIReference.Argument) {
        name = argument.name
        about = argument.about
        (isSegment, isRequired, repeats) = (argument.isSegment, argument.isRequired, argument.repeats)
        var (options, lowest, highest, hint) = ([String](), "", "", "")
        switch argument.values {
        case .oneOf(let choices) where choices.count <= DocsGroupView.mostOptions: options = choices
        case .oneOf: hint = argument.example
        case .number(let low, let high): (lowest, highest) = (low, high)
        case .words(let examples): hint = examples
        }
        (self.options, self.lowest, self.highest, self.hint) = (options, lowest, highest, hint)
        isList = !options.isEmpty
        isNumber = !lowest.isEmpty
        isText = !isList && !isNumber
        value = isNumber ? lowest : isRequired || isSegment ? argument.example : ""
    }
}

extension DocsGroupView: PageView {
    static let template = "docsGroup"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .list("operations") { $0.operations }, .text("all") { $0.all },
    ]
}

extension DocsGroupView.Operation: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("id") { $0.id }, .text("path") { $0.path }, .text("summary") { $0.summary },
        .text("action") { $0.action }, .text("command") { $0.command }, .list("fields") { $0.fields },
        .list("forms") { $0.forms }, .text("statuses") { $0.statuses },
        .flag("isTried") { $0.isTried },
    ]
}

extension DocsGroupView.Form: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("action") { $0.action }, .text("pattern") { $0.pattern },
    ]
}

extension DocsGroupView.Field: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("name") { $0.name }, .text("about") { $0.about }, .text("value") { $0.value },
        .flag("isSegment") { $0.isSegment }, .flag("isRequired") { $0.isRequired }, .flag("repeats") { $0.repeats },
        .flag("isList") { $0.isList }, .flag("isNumber") { $0.isNumber }, .flag("isText") { $0.isText },
        .list("options") { $0.options }, .text("lowest") { $0.lowest }, .text("highest") { $0.highest },
        .text("hint") { $0.hint },
    ]
}
