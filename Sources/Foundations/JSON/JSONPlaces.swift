/// Where in a JSON text values are, by their JSON Pointers (RFC 6901).
package struct JSONPlaces {
    /// The offsets of a value in bytes.
    package struct Place: Hashable, Sendable {
        package let value: Int
        /// That of its name, if it is a member; else that of the value.
        package let name: Int
    }

    /// The pointers that begin alike, by what follows.
    private final class Branch {
        var pointer: String?
        var children: [String: Branch] = [:]
    }

    private let bytes: [UInt8]
    private var found: [String: Place] = [:]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Finds values in a valid JSON text, in one pass over it. What is not there is left out.
    package static func find(_ pointers: some Sequence<String>, in bytes: [UInt8]) -> [String: Place] {
        let root = Branch()
        for pointer in pointers {
            var branch = root
            for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
                let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
                let next = branch.children[name] ?? Branch()
                branch.children[name] = next
                branch = next
            }
            branch.pointer = pointer
        }
        var places = JSONPlaces(bytes)
        let start = places.skip(from: 0)
        places.take(root, value: start, name: start)
        return places.found
    }

    private mutating func take(_ branch: Branch, value: Int, name: Int) {
        if let pointer = branch.pointer { found[pointer] = Place(value: value, name: name) }
        guard !branch.children.isEmpty, value < bytes.count else { return }
        switch bytes[value] {
        case UInt8(ascii: "["): takeElements(of: branch, from: value + 1)
        case UInt8(ascii: "{"): takeMembers(of: branch, from: value + 1)
        default: break
        }
    }

    private mutating func takeElements(of branch: Branch, from start: Int) {
        var (position, index) = (skip(from: start), 0)
        while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
            if let child = branch.children["\(index)"] { take(child, value: position, name: position) }
            let end = JSONBatch.endOfValue(in: bytes, from: position)
            // Of what is no JSON, the rest cannot be told.
            guard end > position else { return }
            position = skip(from: end, past: UInt8(ascii: ","))
            index += 1
        }
    }

    private mutating func takeMembers(of branch: Branch, from start: Int) {
        var name = skip(from: start)
        while name < bytes.count, bytes[name] == UInt8(ascii: "\"") {
            let end = JSONBatch.endOfValue(in: bytes, from: name)
            let value = skip(from: end, past: UInt8(ascii: ":"))
            if let text = try? JSONReader.read(Array(bytes[name..<end])).string, let child = branch.children[text] {
                take(child, value: value, name: name)
            }
            let next = JSONBatch.endOfValue(in: bytes, from: value)
            guard next > value else { return }
            name = skip(from: next, past: UInt8(ascii: ","))
        }
    }

    /// Returns the place of the next byte that is neither white space nor, once, `mark`.
    private func skip(from start: Int, past mark: UInt8? = nil) -> Int {
        var (position, mark) = (start, mark)
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case mark:
                mark = nil
                position += 1
            default: return position
            }
        }
        return position
    }
}
