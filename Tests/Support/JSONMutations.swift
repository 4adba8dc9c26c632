package import Foundations

extension JSON {
    /// The text, on one line.
    package var text: String {
        switch self {
        case .null, .bool, .number: return summary
        case .string(let string):
            let escaped = string.unicodeScalars.map { scalar in
                scalar == "\"" || scalar == "\\"
                    ? "\\\(scalar)" : scalar.value < 0x20 ? "\\u00" + hex(scalar) : "\(scalar)"
            }
            return "\"" + escaped.joined() + "\""
        case .array(let elements): return "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            return "{" + members.map { JSON.string($0.name).text + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    private func hex(_ scalar: Unicode.Scalar) -> String {
        (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
    }

    /// The value with one node changed, for every node and every change: another value in its place, a member or an element
    /// left out, put in or repeated.
    package var mutations: [JSON] {
        var all = JSON.replacements.filter { $0 != self }
        switch self {
        case .array(let elements):
            for index in elements.indices {
                all += elements[index].mutations.map { .array(elements.replacing(index, with: [$0])) }
                all.append(.array(elements.replacing(index, with: [])))
                all.append(.array(elements.replacing(index, with: [elements[index], elements[index]])))
            }
        case .object(let members):
            for (index, member) in members.enumerated() {
                all += member.value.mutations.map { value in
                    .object(members.replacing(index, with: [Member(name: member.name, value: value)]))
                }
                all.append(.object(members.replacing(index, with: [])))
                all.append(
                    .object(members.replacing(index, with: [Member(name: member.name + "s", value: member.value)])))
            }
            all.append(.object(members + [Member(name: "more", value: .null)]))
        case .string(let string): all.append(.string(string + "-"))
        case .null, .bool, .number: break
        }
        return all
    }

    private static let replacements: [JSON] = [
        .null, .bool(true), .number("0"), .number("-1"), .number("1.5"), .number("2.0"), .number("1e15"),
        .number("1e400"), .string(""),
        .string("x"), .string("X y"), .string(String(repeating: "a", count: 121)), .array([]), .object([]),
    ]
}

extension Array {
    fileprivate func replacing(_ index: Int, with elements: [Element]) -> [Element] {
        prefix(index) + elements + dropFirst(index + 1)
    }
}
