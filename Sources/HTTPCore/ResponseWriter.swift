/// Writes heads of responses. `Date`, `Content-Length` and `Connection` are its own.
package struct ResponseWriter: Sendable {
    private var second = Int.min
    private var dateLine: [UInt8] = []

    /// Without a date until `setDate`.
    package init() {}

    /// Writes the `Date` line anew when the second has changed.
    package mutating func setDate(secondsSinceEpoch: Int) {
        guard secondsSinceEpoch != second else { return }
        second = secondsSinceEpoch
        dateLine = Array("date: \(HTTPDate(secondsSinceEpoch: secondsSinceEpoch))\r\n".utf8)
    }

    /// Appends status line, fields and the empty line. Answers whether the content follows: not for HEAD, not for 304.
    /// `method` is nil where the request could not be parsed; a 1.0 client is told when the connection `persists`, and must
    /// not where the content has no length.
    package func appendHead(
        of response: Response, method: Method?, version: Version, persists: Bool, to wire: inout [UInt8]
    ) -> Bool {
        let status = response.status
        wire.append("HTTP/1.1 ")
        wire.append(decimal: Int(status.code))
        wire.append(" ")
        wire.append(status.reason)
        wire.append("\r\n")
        wire.append(contentsOf: dateLine)
        if !response.fields.mayFrame {
            wire.append(contentsOf: response.fields.bytes)
        } else {
            var fields = response.fields
            for name in ResponseWriter.own { fields.remove(name) }
            wire.append(contentsOf: fields.bytes)
        }
        if !status.forbidsContent {
            if let count = response.body.count {
                wire.append("content-length: ")
                wire.append(decimal: count)
                wire.append("\r\n")
            } else if version == .http11 {
                wire.append("transfer-encoding: chunked\r\n")
            }
        }
        if !persists {
            wire.append("connection: close\r\n")
        } else if version == .http10 {
            wire.append("connection: keep-alive\r\n")
        }
        wire.append("\r\n")
        return method != .head && !status.forbidsContent
    }

    /// What a handler may not say.
    static let own: [FieldName] = [.contentLength, .date, .connection, .transferEncoding]
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// `number` is not negative.
    fileprivate mutating func append(decimal number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
            divisor /= 10
        }
    }
}
