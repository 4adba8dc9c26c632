import Foundation

/// For what a person must read even when the output goes to a file.
enum StandardError {
    static func print(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
