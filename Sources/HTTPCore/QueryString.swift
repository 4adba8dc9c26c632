import Foundations

/// Why a query does not decode; offsets are bytes from the first after `?`.
package typealias QueryStringError = PercentEncodingError

/// A query's parameters in the order given, `%XX` and `+` decoded (WHATWG URL, application/x-www-form-urlencoded).
package struct QueryString: Sendable, Equatable {
    /// One `name=value`; without `=` the value is empty.
    package struct Item: Sendable, Equatable {
        /// Decoded; may be empty.
        package let name: String
        /// Decoded; may be empty.
        package let value: String
        /// Where the item starts, in bytes from the first after `?`.
        package let offset: Int
    }

    /// Every item; a name may come more than once. Empty pieces, as in `a&&b`, are skipped.
    package let items: [Item]

    /// No parameter.
    package init() { items = [] }

    /// Splits at `&`, then at the first `=`, then decodes. With `isWanted`, only the items whose names it accepts: others
    /// are passed over, even where they do not decode.
    package init(_ bytes: Span<UInt8>, where isWanted: ((String) -> Bool)? = nil) throws(QueryStringError) {
        var items: [Item] = []
        var start = 0
        while start <= bytes.count {
            let end = bytes.firstIndex(of: UInt8(ascii: "&"), in: start..<bytes.count) ?? bytes.count
            defer { start = end + 1 }
            guard end > start else { continue }
            let equals = bytes.firstIndex(of: UInt8(ascii: "="), in: start..<end) ?? end
            let name: String
            do throws(QueryStringError) {
                name = try PercentEncoding.decode(bytes, start..<equals, plusIsSpace: true)
            } catch {
                if isWanted == nil { throw error }
                continue
            }
            guard isWanted?(name) ?? true else { continue }
            let value = try PercentEncoding.decode(bytes, min(equals + 1, end)..<end, plusIsSpace: true)
            items.append(Item(name: name, value: value, offset: start))
        }
        self.items = items
    }

    /// From text, as `Request.query` gives it.
    package init(_ text: String) throws(QueryStringError) {
        try self.init(Array(text.utf8).span)
    }

    /// Every value of one name, in order.
    package func values(_ name: String) -> [String] {
        items.filter { $0.name == name }.map(\.value)
    }
}
