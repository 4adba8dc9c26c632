/// The path from the top of a file to a value in it. Its pointer is composed only when there is a problem to report.
indirect enum Path: Sendable {
    /// The top of the named file.
    case file(String)
    case member(Path, String)
    case element(Path, Int)

    var file: String {
        switch self {
        case .file(let name): name
        case .member(let parent, _), .element(let parent, _): parent.file
        }
    }

    /// The path as a JSON Pointer (RFC 6901).
    var pointer: String {
        switch self {
        case .file: ""
        case .member(let parent, let name):
            parent.pointer + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
        case .element(let parent, let index): parent.pointer + "/\(index)"
        }
    }
}
