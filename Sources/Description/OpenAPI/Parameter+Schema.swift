import API
import Foundations
import Rendering
import Wording

extension Parameter {
    /// The maximum number of words that are listed: more are ids of the dataset, and many routes know the same parameter.
    private static let most = 64
    /// How many of more words are given as examples.
    private static let mostExamples = 3

    /// Writes the parameter as a Parameter Object of OpenAPI.
    func write(to json: inout JSONText, in language: Language) {
        json.object { json in
            json.member("name", name)
            json.member("in", "query")
            json.member("description", about(in: language))
            if isRequired { json.member("required", value: true) }
            if deprecation != nil { json.member("deprecated", value: true) }
            json.member("style", "form")
            if case .listOf = values {
                json.member("explode", value: false)
            } else {
                json.member("explode", value: true)
            }
            json.key("schema")
            schema(&json)
            if let example { json.member("example", example) }
        }
    }

    private func schema(_ json: inout JSONText) {
        var isList = repeats
        if case .listOf = values { isList = true }
        guard isList else { return value(&json) }
        json.object { json in
            json.member("type", "array")
            json.key("items")
            value(&json)
            json.member("minItems", 1)
        }
    }

    /// Writes the schema of a single value.
    private func value(_ json: inout JSONText) {
        json.object { json in
            switch values {
            case .listOf(let words):
                // Members and facets, which the program names.
                json.member("type", "string")
                json.member("enum", values: words)
            case .oneOf(let words), .id(let words):
                json.member("type", "string")
                if words.count <= (values.isOfIDs ? 2 : 1) * Parameter.most {
                    json.member("enum", values: words)
                } else {
                    json.member("examples", values: Array(words.prefix(Parameter.mostExamples)))
                }
            case .wholeNumber(let range):
                json.member("type", "integer")
                json.member("minimum", range.lowerBound)
                json.member("maximum", range.upperBound)
            case .cursor:
                json.member("type", "string")
                json.member("pattern", "^[A-Za-z0-9_-]{32}$")
            case .date(let examples):
                json.member("type", "string")
                json.member("format", "edtf")
                json.member("minLength", 4)
                json.member("examples", values: examples)
            case .number:
                json.member("type", "number")
                json.member("minimum", -999_999_999_999)
                json.member("maximum", 999_999_999_999)
                json.key("multipleOf")
                json.raw("0.0001".utf8)
            case .words:
                json.member("type", "string")
                // No pattern can say in all regex dialects what a letter is.
                json.member("format", "words")
                json.member("minLength", 1)
            case .path:
                json.member("type", "string")
                json.member("pattern", "^/[!#-;=?-\\[\\]_a-z~]*$")
            }
        }
    }
}
