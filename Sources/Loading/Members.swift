import Foundations

/// The members of an object during decoding. Each is requested by name; those never requested are unknown. When all have
/// been, ``close(knowing:)`` reports what is unknown and what is missing.
struct Members {
    private let cursor: Cursor
    private let members: [JSON.Member]
    private let path: Path
    private var known: [String] = []
    /// The members that were required and are not there.
    private var missing: [String] = []

    init(_ members: [JSON.Member], of cursor: Cursor) {
        self.members = members
        self.cursor = cursor
        path = cursor.path
        known.reserveCapacity(12)
    }

    /// Decodes a required member; nil if it is missing or cannot be decoded, either of which is reported.
    mutating func required<Value>(_ name: String, _ decode: (Cursor) -> Value?) -> Value? {
        guard let member = self[name] else {
            missing.append(name)
            return nil
        }
        return decode(member)
    }

    /// Decodes an optional member: `.some(nil)` if it is absent, nil if it cannot be decoded.
    mutating func optional<Value>(_ name: String, _ decode: (Cursor) -> Value?) -> Value?? {
        guard let member = self[name] else { return .some(nil) }
        return decode(member).map { .some($0) }
    }

    var isEmpty: Bool { members.isEmpty }

    /// Whether the object has the member. Does not count as requesting it.
    func has(_ name: String) -> Bool { members.contains { $0.name == name } }

    /// The names of the members, in the order of the file.
    var names: [String] { members.map(\.name) }

    /// Reports every member that was not requested, and every one that is required and missing, unless another was written
    /// in its place. `others` are the names that would have been requested, had they been there.
    func close(knowing others: @autoclosure () -> [String] = []) {
        var misspelt: Set<String> = []
        var unknown: [(Cursor, String, String?)] = []
        forEachUnknown(knowing: others()) { member, name, nearest in
            if let nearest { misspelt.insert(nearest) }
            unknown.append((member, name, nearest))
        }
        reportMissing(but: misspelt)
        for (member, name, nearest) in unknown { member.unknown(.structure, name, nearest) }
    }

    /// Reports every member that is required and missing, where it cannot be judged which are unknown.
    func reportMissing(but misspelt: Set<String> = []) {
        for name in missing where !misspelt.contains(name) {
            cursor.problem(.structure, expected: "the member \"\(name)\"", found: "none")
        }
    }

    /// Visits every member that was not requested, with its name and the closest name that was requested, or is among
    /// `others`, but is absent.
    func forEachUnknown(
        knowing others: @autoclosure () -> [String] = [], _ visit: (Cursor, String, String?) -> Void
    ) {
        let unknown = members.filter { !known.contains($0.name) }
        guard !unknown.isEmpty else { return }
        let missing = (known + others()).filter { !has($0) }
        for member in unknown {
            visit(
                cursor.at(member.name, member.value), member.name,
                cursor.diagnostics.nearest(to: member.name, in: missing))
        }
    }

    private subscript(name: String) -> Cursor? {
        mutating get {
            known.append(name)
            return members.first { $0.name == name }.map {
                Cursor(json: $0.value, member: name, of: path, diagnostics: cursor.diagnostics)
            }
        }
    }
}

extension Cursor {
    /// Reports an unknown member.
    func unknown(_ kind: DatasetProblem.Kind, _ name: String, _ nearest: String?) {
        diagnostics.add(
            kind, at: path, isOfName: true, expected: nearest.map { "the member \"\($0)\"" } ?? "no such member",
            found: JSON.string(name).summary)
    }
}
