import Foundations

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
    /// `method` is nil where it could not be read; a 1.0 client is told when the connection `persists`, and must
    /// not where the content has no length.
    package func appendHead(
        of response: Response, method: Method?, version: Version, persists: Bool, to wire: inout [UInt8]
    ) -> Bool {
        let status = response.status
        wire.append(status.line)
        wire.append(copying: dateLine.span)
        if !response.name.isEmpty {
            wire.append("x-request-id: ")
            wire.append(copying: response.name.span)
            wire.append("\r\n")
        }
        if !response.fields.mayFrame {
            wire.append(copying: response.fields.bytes.span)
        } else {
            var fields = response.fields
            for name in ResponseWriter.own { fields.remove(name) }
            wire.append(copying: fields.bytes.span)
        }
        if !status.forbidsContent {
            if let count = response.body.count {
                wire.append("content-length: ")
                wire.append(decimal: UInt64(clamping: count))
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
    /// The union of their bits.
    static let presence = own.reduce(0) { $0 | $1.presence }
}
