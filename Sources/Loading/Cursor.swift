import Evidence
import Foundations

/// A value in a file of the dataset, with the path to it. Decoding reports a problem and goes on, so that all problems
/// are reported at once.
struct Cursor {
    let json: JSON
    let diagnostics: Diagnostics
    /// The path to the containing value, and the step from there. They are joined only when needed, which is rare.
    private let parent: Path
    private let step: Step

    private enum Step {
        case none
        case member(String)
        case element(Int)
    }

    private init(json: JSON, parent: Path, step: Step, diagnostics: Diagnostics) {
        self.json = json
        self.parent = parent
        self.step = step
        self.diagnostics = diagnostics
    }

    init(json: JSON, path: Path, diagnostics: Diagnostics) {
        self.init(json: json, parent: path, step: .none, diagnostics: diagnostics)
    }

    init(json: JSON, element index: Int, of list: Path, diagnostics: Diagnostics) {
        self.init(json: json, parent: list, step: .element(index), diagnostics: diagnostics)
    }

    init(json: JSON, member name: String, of object: Path, diagnostics: Diagnostics) {
        self.init(json: json, parent: object, step: .member(name), diagnostics: diagnostics)
    }

    var path: Path {
        switch step {
        case .none: parent
        case .member(let name): .member(parent, name)
        case .element(let index): .element(parent, index)
        }
    }

    /// The index of the value in a list; nil if it is not an element of one.
    var place: Int? {
        if case .element(let index) = step { index } else { nil }
    }

    func at(_ name: String, _ value: JSON) -> Cursor {
        Cursor(json: value, member: name, of: path, diagnostics: diagnostics)
    }

    /// Reports a problem. By default, `found` is the value itself.
    func problem(
        _ kind: DatasetProblem.Kind, expected: @autoclosure () -> String, found: @autoclosure () -> String? = nil
    ) {
        diagnostics.add(kind, at: path, expected: expected(), found: found() ?? json.summary)
    }

    /// Reports what the dataset can be served with. By default, `found` is the value itself.
    func warning(expected: @autoclosure () -> String, found: @autoclosure () -> String? = nil) {
        diagnostics.warn(at: path, expected: expected(), found: found() ?? json.summary)
    }

    /// Reports a problem and returns nil; for the ends of decoding functions.
    func refused<Value>(_ expected: @autoclosure () -> String, _ kind: DatasetProblem.Kind = .structure) -> Value? {
        problem(kind, expected: expected())
        return nil
    }

    func members() -> Members? {
        guard case .object(let members) = json else { return refused("an object") }
        return Members(members, of: self)
    }

    /// Decodes the elements; nil if one of them cannot be decoded, or there are too few or too many.
    func list<Element>(
        _ what: String = "an array", count: ClosedRange<Int> = 0...Int.max, isUnique: Bool = false,
        _ decode: (Cursor) -> Element?
    ) -> [Element]? {
        var decoded: [Element] = []
        decoded.reserveCapacity(json.elements.count)
        let elements = eachElement(what, count: count, isUnique: isUnique) { cursor in
            if let element = decode(cursor) { decoded.append(element) }
        }
        return decoded.count == elements && count.contains(decoded.count) ? decoded : nil
    }

    /// Decodes the elements; nil in place of one that cannot be decoded, so that the others keep their index.
    func partialList<Element>(
        _ what: String = "an array", count: ClosedRange<Int> = 0...Int.max, _ decode: (Cursor) -> Element?
    ) -> [Element?]? {
        var decoded: [Element?] = []
        decoded.reserveCapacity(json.elements.count)
        return eachElement(what, count: count) { decoded.append(decode($0)) } == nil ? nil : decoded
    }

    /// Visits the elements and returns their number; nil where there are none because this is no array.
    private func eachElement(
        _ what: String, count: ClosedRange<Int>, isUnique: Bool = false, _ visit: (Cursor) -> Void
    ) -> Int? {
        guard case .array(let elements) = json else { return refused(what) }
        if !count.contains(elements.count) {
            problem(.structure, expected: "\(what) of \(count.words)", found: "\(elements.count) elements")
        }
        let path = path
        // Comparing a few values is faster than hashing them.
        let isLong = isUnique && elements.count > 8
        var seen: Set<JSON> = Set(minimumCapacity: isLong ? elements.count : 0)
        for (index, value) in elements.enumerated() {
            let element = Cursor(json: value, element: index, of: path, diagnostics: diagnostics)
            if isUnique, isLong ? !seen.insert(value).inserted : elements[..<index].contains(value) {
                element.problem(.structure, expected: "a value that is not already in the array")
            }
            visit(element)
        }
        return elements.count
    }

    /// Decodes a string that is not empty. If it consists of white space, or begins with a page of it, that is a problem of
    /// meaning.
    func text(longest: Int = .max) -> String? {
        // Seldom are the characters to be counted.
        guard case .string(let text) = json, !text.isEmpty,
            text.utf8.count <= longest || text.unicodeScalars.count <= longest
        else {
            return refused(longest == .max ? "a text" : "a text of at most \(longest) characters")
        }
        let isBlank = text.unicodeScalars.prefix(1_000).allSatisfy { $0.properties.isWhitespace }
        if isBlank { problem(.meaning, expected: "a text that is not blank") }
        return text
    }

    /// Decodes one of the given words.
    func choice(of words: [String]) -> String? {
        if case .string(let word) = json, words.contains(word) { return word }
        let list = words.count <= 12 ? words.joined(separator: ", ") : "\(words.count) known words"
        return refused(
            "one of \(list)"
                + Hint.aside(json.string.flatMap { diagnostics.nearest(to: $0, in: words) }))
    }

    /// Decodes a case of an enumeration; not `other`, which no file says.
    func choice<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
        of type: Choice.Type, but other: Choice? = nil
    ) -> Choice? {
        if case .string(let word) = json, let choice = Choice(rawValue: word), choice != other { return choice }
        return choice(of: type.allCases.filter { $0 != other }.map(\.rawValue)).flatMap(Choice.init)
    }

    /// Decodes an integer as JSON Schema defines it, so that 2.0 is one.
    func integer(in range: ClosedRange<Int>) -> Int? {
        guard case .number(let numeral) = json, let double = Double(numeral), let value = Int(exactly: double),
            range.contains(value)
        else { return refused("an integer of \(range.words)") }
        return value
    }

    func flag() -> Bool? {
        if case .bool(let value) = json { value } else { refused("true or false") }
    }
}

extension ClosedRange<Int> {
    fileprivate var words: String {
        switch (lowerBound, upperBound) {
        case (let low, .max): "at least \(low)"
        case (let low, let high) where low == high: "\(low)"
        default: "\(lowerBound) to \(upperBound)"
        }
    }
}
