/// Finds the links to this API in a body and replaces them.
struct LinkText {
    /// What to do with a link.
    enum Replacement {
        case kept
        case link(String)
        /// Replace it by null, in formats that have it.
        case nothing
    }

    /// Whether the body is JSON, in which a link is an entire string that is not the name of a member. In other formats
    /// a link ends at the first character that cannot be part of a URL.
    let isJSON: Bool
    /// What precedes the path in absolute URLs, such as `https://akistata.example`.
    let origin: String

    /// Returns the body with every link replaced. `replacement` gets the path with its query, and whether the link is
    /// an absolute URL, in which case its replacement should be one too.
    func rewrite(_ body: [UInt8], _ replacement: (_ link: String, _ isAbsolute: Bool) -> Replacement) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(body.count)
        var index = 0
        while index < body.count {
            guard let start = pathStart(in: body, at: index), let end = end(of: start, in: body) else {
                output.append(body[index])
                index += 1
                continue
            }
            let link = String(decoding: body[start..<end], as: UTF8.self)
            switch replacement(link, start > index) {
            case .kept: output += body[index..<end]
            case .link(let other): output += other.utf8
            case .nothing where isJSON:
                // The quotation marks are replaced as well.
                output.removeLast()
                output += "null".utf8
                index = end + 1
                continue
            case .nothing: output += body[index..<end]
            }
            index = end
        }
        return output
    }

    /// Returns the start of the path in a link that starts at `index`; nil if there is no link.
    private func pathStart(in body: [UInt8], at index: Int) -> Int? {
        let before = index == 0 ? UInt8(ascii: "\n") : body[index - 1]
        guard isJSON ? before == UInt8(ascii: "\"") : "\"'(>=[, \n\t".utf8.contains(before) else { return nil }
        if body[index] == UInt8(ascii: "/") { return index }
        guard body[index] == UInt8(ascii: "h"), body[index...].starts(with: origin.utf8) else { return nil }
        let start = index + origin.utf8.count
        return start < body.count && body[start] == UInt8(ascii: "/") ? start : nil
    }

    private func end(of start: Int, in body: [UInt8]) -> Int? {
        var end = start
        while end < body.count, LinkText.isOfURL(body[end]) { end += 1 }
        guard isJSON else {
            while end > start + 1, ".,;:".utf8.contains(body[end - 1]) { end -= 1 }
            return end
        }
        guard end < body.count, body[end] == UInt8(ascii: "\"") else { return nil }
        return end + 1 < body.count && body[end + 1] == UInt8(ascii: ":") ? nil : end
    }

    private static func isOfURL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~:/?#@!$&*+,;=%{}".utf8.contains(byte)
        }
    }
}
