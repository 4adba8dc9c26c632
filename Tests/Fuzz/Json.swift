@testable import Foundations

/// What is read, written and read again, is the same; what is refused is refused at a place inside the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(JSONError) {
        let value = try JSONReader.read(bytes)
        let written = Array(text(value).utf8)
        precondition((try? JSONReader.read(written)) == value, "written and read again it differs")
    } catch {
        precondition((0...bytes.count).contains(error.offset), "an offset outside the bytes")
        precondition(error.position.line >= 1 && error.position.column >= 1, "a place before the first")
    }
    let places = JSONPlaces.find(["", "/0", "/a", "/a/0/b"], in: bytes).values
    precondition(places.allSatisfy { $0.value <= bytes.count && $0.name <= $0.value }, "a place outside the bytes")
    return 0
}

private func text(_ value: JSON) -> String {
    switch value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let numeral): numeral
    case .string(let string): quoted(string)
    case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
    case .object(let members):
        "{" + members.map { quoted($0.name) + ":" + text($0.value) }.joined(separator: ",") + "}"
    }
}

private func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
        switch scalar {
        case "\"", "\\", "\0"..."\u{1F}":
            let code = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
