import Foundations
import Rendering

/// The JSON Schemas as components of a single document: references to files become references to components.
struct SchemaBundle {
    private let schemas: [String: JSON]

    init(_ files: [String: StaticFile]) {
        schemas = files.compactMapValues { JSON($0.bytes) }
    }

    /// Returns the component name of a file.
    static func name(_ file: String) -> String { file.hasSuffix(".json") ? String(file.dropLast(5)) : file }

    /// Writes an object with the given files and all files they refer to, ordered by name.
    func write(_ files: Set<String>, to json: inout JSONText) {
        var all = files.filter { schemas[$0] != nil }
        var waiting = Array(all)
        while let file = waiting.popLast() {
            for name in schemas[file].map(references) ?? [] where schemas[name] != nil && all.insert(name).inserted {
                waiting.append(name)
            }
        }
        json.object { json in
            for file in all.sorted() {
                guard let schema = schemas[file] else { continue }
                json.key(SchemaBundle.name(file))
                write(schema, of: file, to: &json)
            }
        }
    }

    /// Returns the files that a schema refers to.
    private func references(_ value: JSON) -> [String] {
        switch value {
        case .object(let members):
            members.flatMap { member -> [String] in
                guard member.name == "$ref", case .string(let text) = member.value else {
                    return references(member.value)
                }
                return [String(text.prefix { $0 != "#" })]
            }
        case .array(let elements): elements.flatMap(references)
        default: []
        }
    }

    private func write(_ value: JSON, of file: String, to json: inout JSONText) {
        switch value {
        case .null: json.null()
        case .bool(let flag): json.value(flag)
        case .number(let numeral): json.raw(numeral.utf8)
        case .string(let text): json.string(text)
        case .array(let elements): json.array(elements) { write($1, of: file, to: &$0) }
        case .object(let members):
            json.object { json in
                // With an identity of its own, fragments would be resolved against that.
                for member in members where member.name != "$id" && member.name != "$schema" {
                    json.key(member.name)
                    if member.name == "$ref", case .string(let text) = member.value {
                        json.string(SchemaBundle.reference(text, of: file))
                    } else {
                        write(member.value, of: file, to: &json)
                    }
                }
            }
        }
    }

    /// Returns a reference such as `common.json#/$defs/id` as it is in the document.
    private static func reference(_ text: String, of file: String) -> String {
        let target = text.prefix { $0 != "#" }
        return "#/components/schemas/" + name(target.isEmpty ? file : String(target)) + text.dropFirst(target.count + 1)
    }
}
