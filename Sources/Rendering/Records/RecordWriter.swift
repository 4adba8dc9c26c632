package import Evidence
import Foundations
import Wording

/// Writes one record as a JSON object in one language, or only the members that a reader asked for.
package struct RecordWriter {
    private var json: JSONText
    let language: Language
    /// Whose figures are asked for.
    let viewpoint: Viewpoint
    /// The members asked for, each once; nil for all.
    private let fields: [String]?

    /// A record as the bytes of a JSON object, its members in the order of `write`.
    static func object(
        in language: Language, viewpoint: Viewpoint = .all, fields: [String]? = nil,
        _ write: (inout RecordWriter) -> Void
    ) -> [UInt8] {
        var json = JSONText(capacity: 1_024)
        json.object { json in
            var writer = RecordWriter(json: json, language: language, viewpoint: viewpoint, fields: fields)
            // What is written has one owner, so that it is not copied.
            json = JSONText()
            write(&writer)
            json = writer.json
        }
        return json.bytes
    }

    /// A member whose value `write` gives.
    mutating func member(_ name: String, _ write: (inout JSONText) -> Void) {
        guard fields?.contains(name) ?? true else { return }
        json.key(name)
        write(&json)
    }

    // What is not asked for is not even put together.
    mutating func member(_ name: String, _ text: @autoclosure () -> String?) {
        member(name) { $0.value(text()) }
    }

    mutating func member(_ name: String, _ text: @autoclosure () -> LocalizedText?) {
        let language = language
        member(name) { $0.value(text()?[language]) }
    }

    mutating func member(_ name: String, _ number: @autoclosure () -> Number?) {
        member(name) { $0.value(number()) }
    }

    mutating func member(_ name: String, _ flag: @autoclosure () -> Bool) {
        member(name) { $0.value(flag()) }
    }

    mutating func member(_ name: String, _ texts: @autoclosure () -> [String]) {
        member(name) { $0.array(texts()) { $0.string($1) } }
    }
}

extension JSONText {
    package mutating func value(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// A number as its exact numeral.
    package mutating func value(_ number: Number?) { raw((number?.description ?? "null").utf8) }

    package mutating func value(_ number: Int?) { raw((number.map { String($0) } ?? "null").utf8) }

    package mutating func value(_ flag: Bool) { raw((flag ? "true" : "false").utf8) }

    package mutating func null() { raw("null".utf8) }

    package mutating func member(_ name: String, value number: Number?) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: String, value number: Int?) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: String, value flag: Bool) {
        key(name)
        value(flag)
    }

    package mutating func member(_ name: String, value text: String?) {
        key(name)
        value(text)
    }

    package mutating func member(_ name: String, values: [String]) {
        key(name)
        array(values) { $0.string($1) }
    }
}
