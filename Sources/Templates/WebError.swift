/// Why there can be no pages.
package enum WebError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The folder is missing.
    case noFolder
    case unreadable(file: String)
    /// The template with this name has this fault.
    case template(String, String)

    /// One line, for whoever starts the server.
    package var description: String {
        switch self {
        case .noFolder: "the folder web with the page templates is missing from the resources"
        case .unreadable(let file): "web/\(file) cannot be read"
        case .template(let name, let fault): "web/\(name).mustache: \(fault)"
        }
    }
}
