package import Foundation

/// A response to answer every request with, read from a file of its bytes.
package struct Answer: Sendable {
    package var status: Int
    /// In their order, without `date` and `content-length`: those a server writes itself.
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]

    /// The file is the first argument of the program, the port the second.
    package static func fromArguments() throws -> (answer: Answer, port: UInt16) {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let port = UInt16(arguments[2]) else { throw CocoaError(.formatting) }
        return (try Answer(Data(contentsOf: URL(filePath: arguments[1]))), port)
    }

    package init(_ bytes: Data) throws {
        guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { throw CocoaError(.coderReadCorrupt) }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let code = lines.first?.split(separator: " ").dropFirst().first, let status = Int(code) else {
            throw CocoaError(.coderReadCorrupt)
        }
        self.status = status
        body = Array(bytes[end.upperBound...])
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (String(line[..<colon]).lowercased(), value)
        }
        .filter { !["date", "content-length"].contains($0.name) }
    }
}
