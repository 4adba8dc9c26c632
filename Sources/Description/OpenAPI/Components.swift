import API
import Foundations
import HTTPCore
import Rendering
import Wording

/// The components that the operations of an OpenAPI document refer to, collected while they are written.
struct Components {
    private let schemas: SchemaBundle
    private let language: Language
    private var parameters: [(name: String, json: [UInt8])] = []
    private var statuses: [Status] = []
    private var examples: [(name: String, json: [UInt8])] = []
    private var used: Set<String> = ["problem.json"]

    init(_ schemas: [String: StaticFile], in language: Language) {
        self.schemas = SchemaBundle(schemas)
        self.language = language
    }

    /// Returns the component name of a parameter: its own name, with the tag if another parameter has that name.
    mutating func parameter(_ parameter: Parameter, tag: String) -> String {
        var json = JSONText()
        parameter.write(to: &json, in: language)
        if let known = parameters.first(where: { $0.json == json.bytes }) { return known.name }
        let names = [parameter.name, "\(tag)-\(parameter.name)"] + (2...99).map { "\(tag)-\(parameter.name)-\($0)" }
        let name = names.first { name in !parameters.contains { $0.name == name } } ?? parameter.name
        parameters.append((name, json.bytes))
        return name
    }

    /// Returns the component name of the response for an error or for 304.
    mutating func response(_ status: Status) -> String {
        if !statuses.contains(status) { statuses.append(status) }
        return Components.name(status)
    }

    mutating func schema(_ file: String) -> String {
        used.insert(file)
        return SchemaBundle.name(file)
    }

    mutating func example(_ body: [UInt8], isJSON: Bool, id: String) -> String {
        guard !examples.contains(where: { $0.name == id }) else { return id }
        var json = JSONText()
        json.object { json in
            json.key("value")
            if isJSON { json.raw(body) } else { json.string(String(decoding: body, as: UTF8.self)) }
        }
        examples.append((id, json.bytes))
        return id
    }

    func write(to json: inout JSONText) {
        json.object { json in
            json.key("schemas")
            schemas.write(used, to: &json)
            for (kind, members) in [("parameters", parameters), ("examples", examples)] {
                json.key(kind)
                json.object { json in
                    for member in members {
                        json.key(member.name)
                        json.raw(member.json)
                    }
                }
            }
            json.key("headers")
            json.object { json in
                for header in Header.all {
                    json.key(header.name)
                    header.write(to: &json, in: language)
                }
            }
            json.key("responses")
            json.object { json in
                for status in statuses.sorted(by: { $0.code < $1.code }) {
                    json.key(Components.name(status))
                    write(status, to: &json)
                }
            }
        }
    }

    private func write(_ status: Status, to json: inout JSONText) {
        json.object { json in
            json.member("description", Phrase.label(.status, "\(status.code)")[language])
            guard status.code >= 400 else { return }
            json.key("content")
            json.object { json in
                json.key("application/problem+json")
                json.object { json in
                    json.key("schema")
                    json.reference(SchemaBundle.name("problem.json"), in: "schemas")
                }
                // For those who ask for plain text.
                json.key(Format.txt.mediaRange)
                json.object { json in
                    json.key("schema")
                    json.object { $0.member("type", "string") }
                }
            }
        }
    }

    private static func name(_ status: Status) -> String { "\(status.reason)".filter { $0 != " " } }
}
