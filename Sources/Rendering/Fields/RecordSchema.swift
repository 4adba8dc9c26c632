import Foundations

extension RecordEncoding {
    /// The file name of the schema of a response with one record.
    package var itemSchema: String { "answer-\(singular).json" }

    /// The file name of the schema of a response with a list.
    package var listSchema: String { "answer-\(path).json" }

    /// The JSON Schema of a response with one record, complete or with the members that `fields` requests.
    package var itemSchemaText: [UInt8] {
        var json = JSONText()
        json.object { json in
            head(itemSchema, "one \(singular)", APIPath.below(path, "{id}"), to: &json)
            envelope("item", to: &json) { data(in: "", to: &$0) }
            json.key("$defs")
            json.object { json in
                json.key(singular)
                json.object { json in
                    json.member("$ref", "#/$defs/part")
                    json.member(
                        "required",
                        values: fields.filter { $0.presence == .always }.map(\.name) + [RecordEncoding.links])
                    json.member("description", about)
                }
                json.key("part")
                json.object { part(to: &$0) }
            }
        }
        return json.bytes
    }

    /// The JSON Schema of a response with a list.
    package var listSchemaText: [UInt8] {
        var json = JSONText()
        json.object { json in
            head(listSchema, path, APIPath.below(path), to: &json)
            envelope("list", to: &json) { json in
                json.object { json in
                    json.member("type", "array")
                    json.member("description", "The records of the page.")
                    json.key("items")
                    data(in: itemSchema, to: &json)
                    json.member("maxItems", value: 1_000)
                }
            }
        }
        return json.bytes
    }

    private func head(_ file: String, _ title: String, _ path: String, to json: inout JSONText) {
        json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
        json.member("$id", file)
        json.member("title", "Answer: \(title)")
        json.member("description", "What \(path) answers.")
        json.member("type", "object")
        json.member("required", values: ["data", "meta", "links"])
        json.member("additionalProperties", value: false)
    }

    private func envelope(_ kind: String, to json: inout JSONText, data: (inout JSONText) -> Void) {
        json.key("properties")
        json.object { json in
            json.key("data")
            data(&json)
            for (name, definition) in [("meta", "Meta"), ("links", "Links")] {
                json.key(name)
                json.object { $0.member("$ref", "answer.json#/$defs/\(kind)\(definition)") }
            }
        }
    }

    private func data(in file: String, to json: inout JSONText) {
        json.object { json in
            json.key("anyOf")
            json.array([singular, "part"]) { json, name in
                json.object { $0.member("$ref", "\(file)#/$defs/\(name)") }
            }
        }
    }

    private func part(to json: inout JSONText) {
        json.member("type", "object")
        let article = singular.first.map { "aeiou".contains($0) } == true ? "an" : "a"
        json.member("description", "The members of \(article) \(singular) that the parameter fields asks for.")
        json.member("additionalProperties", value: false)
        json.key("properties")
        json.object { json in
            for field in fields {
                json.key(field.name)
                field.schema.write(field.about, to: &json)
            }
            json.key(RecordEncoding.links)
            json.object { $0.member("$ref", "answer.json#/$defs/\(linksSchema)") }
        }
    }
}
