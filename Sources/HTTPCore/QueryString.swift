import Foundations

/// Why a query could not be decoded. Offsets are in bytes from the first after `?`.
package typealias QueryStringError = PercentEncodingError

/// The parameters of a query in the order given, with `%XX` and `+` decoded (WHATWG URL,
/// application/x-www-form-urlencoded).
package struct QueryString: Sendable, Equatable {
    /// One `name=value`; without `=` the value is empty.
    package struct Item: Sendable, Equatable {
        /// The decoded name, possibly empty.
        package let name: String
        /// The decoded value, possibly empty.
        package let value: String
        /// The start of the item, in bytes from the first after `?`.
        package let offset: Int
    }

    /// All items. A name may occur more than once; empty pieces, as in `a&&b`, are skipped.
    package let items: [Item]

    /// Creates a query without parameters.
    package init() { items = [] }

    /// Splits a query at `&` and then at the first `=`, and decodes the pieces. If `isWanted` is given, items whose
    /// names it rejects are skipped, even if they would not decode.
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

    /// Parses the text that ``Request/query`` returns.
    package init(_ text: String) throws(QueryStringError) {
        try self.init(Array(text.utf8).span)
    }

    /// Returns all values of the parameter `name`, in order.
    package func values(_ name: String) -> [String] {
        items.filter { $0.name == name }.map(\.value)
    }
}
