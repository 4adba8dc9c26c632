/// The paths of the API. No other source file spells out their common prefix.
package enum APIPath {
    /// The path of the index, which is the prefix of all others; without a trailing slash.
    @inlinable package static var root: String { "/api/v1" }

    /// Returns the path of something below the index: a list or a file, with its suffix and query.
    @inlinable package static func below(_ rest: String) -> String { "\(root)/\(rest)" }

    /// Returns the path of a record in a list: the same as calling `below(_:)` twice, but with one string, not two.
    @inlinable package static func below(_ list: String, _ id: String) -> String { "\(root)/\(list)/\(id)" }
}
