import Foundation
import Testing

/// A response as it was received.
struct Answer: Equatable {
    let status: Int
    let body: [UInt8]
    /// The statuses before it, such as 100.
    let interim: [Int]
    /// The fields of the last head by their names in small letters; repeated ones are joined by commas.
    private let fields: [String: String]

    /// From the heads, those of 1xx answers included, and the content; nil where that is no head.
    init?(head: [UInt8], body: [UInt8]) {
        let heads = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n\r\n").filter { !$0.isEmpty }
        let statuses = heads.map { Int($0.dropFirst(9).prefix(3)) ?? 0 }
        guard let lines = heads.last?.components(separatedBy: "\r\n"), let status = statuses.last else { return nil }
        self.status = status
        interim = statuses.dropLast()
        self.body = body
        var fields: [String: [String]] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            fields[line[..<colon].lowercased(), default: []].append(value)
        }
        self.fields = fields.mapValues { $0.joined(separator: ", ") }
    }

    subscript(_ name: String) -> String? { fields[name] }

    var text: String { String(decoding: body, as: UTF8.self) }

    func json() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any], "\(text.prefix(200))")
    }

    /// The status that a problem document says itself.
    func problemStatus() throws -> Int {
        try #require(self["content-type"] == "application/problem+json")
        return try #require(try json()["status"] as? Int)
    }
}
