import Foundations

/// A writer of response heads. It alone writes `Date`, `Content-Length`, `Transfer-Encoding` and `Connection`.
package struct ResponseWriter: Sendable {
    private var second = Int.min
    /// The line after the CRLF that it follows, as all lines that are written here.
    private var dateLine: [UInt8] = []

    /// Creates a writer that sends no date until ``setDate(secondsSinceEpoch:)`` is called.
    package init() {}

    /// Updates the `Date` line if the second has changed.
    package mutating func setDate(secondsSinceEpoch: Int) {
        guard secondsSinceEpoch != second else { return }
        second = secondsSinceEpoch
        dateLine = Array("\r\ndate: \(HTTPDate(secondsSinceEpoch: secondsSinceEpoch))".utf8)
    }

    /// Appends the status line, the fields and the empty line. Returns whether content follows, which it does not for
    /// HEAD or 304.
    ///
    /// `method` is nil if it could not be read. `persists` must be false if the client speaks 1.0 and the content has
    /// no known length.
    package func appendHead(
        of response: Response, method: Method?, version: Version, persists: Bool, to wire: inout [UInt8]
    ) -> Bool {
        let status = response.status
        wire.append(status.line)
        wire.append(copying: dateLine.span)
        if !response.name.isEmpty {
            wire.append("\r\nx-request-id: ")
            wire.append(copying: response.name.span)
        }
        if !status.forbidsContent {
            if let count = response.body.count {
                wire.append("\r\ncontent-length: ")
                wire.append(decimal: UInt64(clamping: count))
            } else if version == .http11 {
                wire.append("\r\ntransfer-encoding: chunked")
            }
        }
        if !persists {
            wire.append("\r\nconnection: close")
        } else if version == .http10 {
            wire.append("\r\nconnection: keep-alive")
        }
        wire.append("\r\n")
        if !response.fields.mayFrame {
            wire.append(copying: response.fields.bytes.span)
        } else {
            var fields = response.fields
            for name in ResponseWriter.own { fields.remove(name) }
            wire.append(copying: fields.bytes.span)
        }
        wire.append("\r\n")
        return method != .head && !status.forbidsContent
    }

    /// The fields that a handler cannot set.
    static let own: [FieldName] = [.contentLength, .date, .connection, .transferEncoding]
    /// The union of the bits of ``own``.
    static let presence = own.reduce(0) { $0 | $1.presence }
}
