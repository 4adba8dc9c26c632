import API
import Foundations
import Rendering

/// The JSON Schemas as components of a single document. Each definition of a file becomes a component of its own, and a
/// reference with members beside it an `allOf`: generators of clients follow no reference into another component, and
/// lose what stands beside one.
struct SchemaBundle {
    private let schemas: [String: JSON]

    /// A file, or one of its definitions.
    private struct Place: Hashable {
        let file: String
        let definition: String?
    }

    init(_ files: [String: StaticFile]) {
        schemas = files.compactMapValues { JSON($0.bytes) }
    }

    /// Returns the component name of a file.
    static func name(_ file: String) -> String { file.hasSuffix(".json") ? String(file.dropLast(5)) : file }

    /// Writes an object with the given files and all definitions they refer to, ordered by name.
    func write(_ files: Set<String>, to json: inout JSONText) {
        let places = places(from: files)
        let names = SchemaBundle.names(of: places)
        json.object { json in
            for (place, name) in names.sorted(by: { $0.value < $1.value }) {
                guard let schema = schema(at: place) else { continue }
                json.key(name)
                write(schema, of: place.file, names, to: &json)
            }
        }
    }

    /// Returns the files with all definitions that they refer to, directly or not.
    private func places(from files: Set<String>) -> Set<Place> {
        var all = Set(files.map { Place(file: $0, definition: nil) }.filter { schemas[$0.file] != nil })
        var waiting = Array(all)
        while let place = waiting.popLast() {
            guard let schema = schema(at: place) else { continue }
            for text in SchemaBundle.references(in: schema) {
                guard let target = target(of: text, in: place.file), self.schema(at: target.place) != nil else {
                    continue
                }
                if all.insert(target.place).inserted { waiting.append(target.place) }
            }
        }
        return all
    }

    /// Returns the names of components. A definition goes by its own name where no other has it, else by that of its
    /// file too.
    private static func names(of places: Set<Place>) -> [Place: String] {
        var counts: [String: Int] = [:]
        for place in places { counts[place.definition ?? name(place.file), default: 0] += 1 }
        var names: [Place: String] = [:]
        for place in places {
            guard let definition = place.definition else {
                names[place] = name(place.file)
                continue
            }
            names[place] = counts[definition] == 1 ? definition : name(place.file) + "-" + definition
        }
        return names
    }

    /// Returns the schema at a place: a file without its definitions, or one of these.
    private func schema(at place: Place) -> JSON? {
        guard let schema = schemas[place.file] else { return nil }
        if let definition = place.definition { return schema["$defs"]?[definition] }
        guard case .object(let members) = schema else { return schema }
        return .object(members.filter { $0.name != "$defs" })
    }

    /// Returns every reference in a schema.
    private static func references(in value: JSON) -> [String] {
        switch value {
        case .object(let members):
            members.flatMap { member -> [String] in
                if member.name == "$ref", case .string(let text) = member.value { return [text] }
                return references(in: member.value)
            }
        case .array(let elements): elements.flatMap(references)
        default: []
        }
    }

    /// Returns where a reference such as `common.json#/$defs/id` leads: the place, and the steps from there, which are
    /// few. Nil if it is not of that form.
    private func target(of reference: String, in file: String) -> (place: Place, steps: [String])? {
        let name = String(reference.prefix { $0 != "#" })
        let steps = reference.dropFirst(name.count + 1).split(separator: "/").map(String.init)
        let target = name.isEmpty ? file : name
        guard !steps.isEmpty else { return (Place(file: target, definition: nil), []) }
        guard steps.count >= 2, steps[0] == "$defs" else { return nil }
        return (Place(file: target, definition: steps[1]), Array(steps.dropFirst(2)))
    }

    private func write(_ value: JSON, of file: String, _ names: [Place: String], to json: inout JSONText) {
        switch value {
        case .null: json.null()
        case .bool(let flag): json.value(flag)
        case .number(let numeral): json.raw(numeral.utf8)
        case .string(let text): json.string(text)
        case .array(let elements): json.array(elements) { write($1, of: file, names, to: &$0) }
        case .object(let members):
            let others = members.filter { !["$id", "$schema", "$ref"].contains($0.name) }
            guard case .string(let reference)? = value["$ref"] else {
                return json.object { write(others, of: file, names, to: &$0) }
            }
            guard !others.isEmpty else { return write(reference: reference, of: file, names, to: &json) }
            json.object { json in
                json.key("allOf")
                json.array([reference]) { write(reference: $1, of: file, names, to: &$0) }
                write(others, of: file, names, to: &json)
            }
        }
    }

    private func write(
        _ members: [JSON.Member], of file: String, _ names: [Place: String], to json: inout JSONText
    ) {
        for member in members {
            json.key(member.name)
            write(member.value, of: file, names, to: &json)
        }
    }

    /// Writes a reference to a component; what lies within one is written out.
    private func write(reference: String, of file: String, _ names: [Place: String], to json: inout JSONText) {
        guard let target = target(of: reference, in: file), let name = names[target.place] else {
            return json.object { $0.member("$ref", reference) }
        }
        guard !target.steps.isEmpty else {
            return json.object { $0.member("$ref", "#/components/schemas/" + name) }
        }
        let start = schema(at: target.place)
        let part = target.steps.reduce(start) { $0?[$1] } ?? .null
        write(part, of: target.place.file, names, to: &json)
    }
}
