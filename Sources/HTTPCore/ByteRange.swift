import Foundations

/// Byte ranges (RFC 9110 section 14).
package enum ByteRange {
    /// Which part of a representation to send.
    package enum Outcome: Sendable, Equatable {
        /// All of it: there is no Range field, or it is to be ignored.
        case whole
        /// These bytes, at least one, with status 206.
        case part(Range<Int>)
        /// None: the representation has none of the requested bytes, and the status is 416.
        case unsatisfiable
    }

    /// Evaluates Range and If-Range for a response that would otherwise be 200 with `count` bytes.
    ///
    /// Range applies to GET only, and a request for several ranges gets the whole representation (both RFC 9110 section
    /// 14.2). If-Range matches only the same strong tag or exactly the same date (section 13.1.5).
    package static func evaluate(
        _ request: borrowing Request, count: Int, etag: EntityTag?, lastModified: HTTPDate? = nil
    ) -> Outcome {
        guard request.method == .get, let value = request.field(.range) else { return .whole }
        if let condition = request.field(.ifRange) {
            guard isSame(condition, etag, lastModified) else { return .whole }
        }
        guard value.lowercased().hasPrefix("bytes="), !value.contains(",") else { return .whole }
        let ends = value.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return .whole }
        switch (number(ends[0]), number(ends[1])) {
        case (.some(let first), .some(let last)):
            guard first <= last else { return .whole }
            return first < count ? .part(first..<min(last, count - 1) + 1) : .unsatisfiable
        case (.some(let first), nil) where ends[1].isEmpty:
            return first < count ? .part(first..<count) : .unsatisfiable
        case (nil, .some(let length)) where ends[0].isEmpty:
            return length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .unsatisfiable
        default:
            return .whole
        }
    }

    private static func isSame(_ condition: String, _ etag: EntityTag?, _ lastModified: HTTPDate?) -> Bool {
        if condition.hasPrefix("\"") { return etag.map { !$0.isWeak && $0.description == condition } ?? false }
        guard let lastModified else { return false }
        return HTTPDate(condition, reference: lastModified) == lastModified
    }

    /// Parses digits only; a number too large for `Int` becomes a value larger than any length.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text) ?? .max - 1
    }
}
