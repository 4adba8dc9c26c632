import API
import Foundations

/// The content of the OpenAPI description, ordered for people. It is read from the document itself, so that it cannot
/// say anything else.
struct APIReference: Sendable {
    /// The operations with one tag.
    struct Group: Sendable {
        let name, title: String
        fileprivate(set) var operations: [Operation]
    }

    /// A path with all its forms.
    struct Operation: Sendable {
        let id, path, summary: String
        /// The distinct parameters of all forms.
        fileprivate(set) var parameters: [Argument]
        /// The path of each form, by its media type; the path itself if there is only one form.
        fileprivate(set) var forms: [Form]
        let statuses: [String]
    }

    struct Form: Sendable {
        let label, path: String
    }

    /// A parameter of the path or the query.
    struct Argument: Sendable {
        enum Values: Sendable {
            case words(String)
            case number(lowest: String, highest: String)
            case oneOf([String])
        }

        let name, about, example: String
        let isSegment, isRequired, repeats: Bool
        let values: Values
    }

    /// The groups in the order of the document.
    let groups: [Group]

    /// Reads a document. If it is not valid, there are no groups.
    init(_ document: JSON?) {
        var groups = (document?["tags"]?.elements ?? []).map { tag in
            let name = tag["name"]?.string ?? ""
            return Group(name: name, title: tag["description"]?.string ?? name, operations: [])
        }
        for path in document?["paths"]?.members ?? [] {
            guard let described = path.value["get"] else { continue }
            let operation = Operation(described, at: path.name, in: document)
            let tag = described["tags"]?.elements.first?.string ?? ""
            guard let place = groups.firstIndex(where: { $0.name == tag }) else { continue }
            // A path with a suffix is a form of the path before it; the root has none.
            let isForm = { (other: Operation) in other.path != "/" && operation.path.hasPrefix(other.path + ".") }
            if let last = groups[place].operations.lastIndex(where: isForm) {
                groups[place].operations[last].add(operation)
            } else {
                groups[place].operations.append(operation)
            }
        }
        self.groups = groups
    }
}

extension APIReference.Operation {
    fileprivate init(_ described: JSON, at path: String, in document: JSON?) {
        id = described["operationId"]?.string ?? path
        self.path = path
        summary = described["summary"]?.string ?? ""
        parameters = (described["parameters"]?.elements ?? []).map { parameter in
            let name = parameter["$ref"]?.string?.split(separator: "/").last.map(String.init)
            let shared = name.flatMap { document?["components"]?["parameters"]?[$0] }
            return APIReference.Argument(shared ?? parameter)
        }
        statuses = described["responses"]?.members.map(\.name) ?? []
        let type = described["responses"]?["200"]?["content"]?.members.first?.name
        forms = [APIReference.Form(label: String((type ?? "").prefix { $0 != ";" }), path: path)]
    }

    /// Adds the path with a suffix as a form of this one.
    fileprivate mutating func add(_ other: Self) {
        if forms.count == 1, forms.first?.path == path { forms = [] }
        forms += other.forms.map { form in
            APIReference.Form(label: String(form.path.dropFirst(path.count)), path: form.path)
        }
        parameters += other.parameters.filter { new in !parameters.contains { $0.name == new.name } }
    }

    /// Returns the path with examples for its segments, and the query that it requires. A segment without an example stays
    /// in braces.
    func example(of path: String) -> (path: String, query: [(name: String, value: String)]) {
        let filled = parameters.filter { $0.isSegment && !$0.example.isEmpty }.reduce(path) {
            $0.replacing("{\($1.name)}", with: $1.example)
        }
        let needed = parameters.filter { $0.isRequired && !$0.isSegment }.map { (name: $0.name, value: $0.example) }
        return (filled, needed)
    }
}

extension APIReference.Argument {
    fileprivate init(_ described: JSON) {
        name = described["name"]?.string ?? ""
        about = described["description"]?.string ?? ""
        isSegment = described["in"]?.string == "path"
        isRequired = described["required"] == .bool(true)
        let outer = described["schema"]
        repeats = outer?["items"] != nil
        let schema = outer?["items"] ?? outer
        let choices = schema?["enum"]?.elements.compactMap(\.string) ?? []
        let examples = schema?["examples"]?.elements.compactMap(\.string) ?? []
        example = described["example"]?.string ?? examples.first ?? choices.first ?? ""
        if !choices.isEmpty {
            values = .oneOf(choices)
        } else if schema?["type"]?.string == "integer", let low = schema?["minimum"], let high = schema?["maximum"] {
            values = .number(lowest: low.numeral, highest: high.numeral)
        } else {
            values = .words(examples.joined(separator: ", "))
        }
    }
}

extension JSON {
    fileprivate var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    fileprivate var numeral: String {
        if case .number(let numeral) = self { numeral } else { "" }
    }
}
