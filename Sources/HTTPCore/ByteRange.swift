import Foundations

/// Range requests for bytes (RFC 9110 section 14).
package enum ByteRange {
    /// What a request asks of a representation.
    package enum Outcome: Sendable, Equatable {
        /// All of it: there is no Range, or one that may be ignored.
        case whole
        /// 206 with these bytes, of which there is at least one.
        case part(Range<Int>)
        /// 416: the representation has none of the bytes asked for.
        case unsatisfiable
    }

    /// To be asked where the answer would be 200 with `count` bytes. Only GET has ranges (section 14.2). Several ranges
    /// in one request are ignored, as section 14.2 allows: what is asked for in pieces can be asked for in turn. `If-Range`
    /// holds only for the same strong tag, or for exactly that date (section 13.1.5).
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

    /// Digits only; a number beyond every length counts as the greatest.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text) ?? .max - 1
    }
}
