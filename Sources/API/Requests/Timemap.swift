import Foundations
import Rendering

/// Where the versions of an address are listed (RFC 7089).
enum Timemap {
    static let path = APIPath.below("timemap")
    static let mediaType = "application/link-format"
    static let address = Parameter(name: "path", .path)

    /// Returns the path of the versions of a path.
    static func path(of path: String) -> String {
        "\(Timemap.path)?\(address.name)=\(PercentEncoding.encode(path, keeping: "/"))"
    }
}
