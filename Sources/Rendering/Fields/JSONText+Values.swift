package import Evidence
package import Foundations

/// Methods for values that may be null.
extension JSONText {
    package mutating func value(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Appends a number as its exact numeral.
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
