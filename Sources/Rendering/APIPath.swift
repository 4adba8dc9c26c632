/// The paths of the API. Nothing else in the sources spells what they begin with.
package enum APIPath {
    /// The path of the index, which every other one begins with; without a slash behind it.
    @inlinable package static var root: String { "/api/v1" }

    /// Returns the path of what is below the index: a list, or a file, with its suffix and query.
    @inlinable package static func below(_ rest: String) -> String { "\(root)/\(rest)" }

    /// Returns the path of one of a list's records: as below in two steps, with one string made instead of two.
    @inlinable package static func below(_ list: String, _ id: String) -> String { "\(root)/\(list)/\(id)" }
}
