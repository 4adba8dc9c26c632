/// What only the server knows about one answer, for the access log and the metrics.
package struct AccessRecord: Sendable {
    /// Bytes of content in the answer: 0 for HEAD and 304, and for content that is produced while it is sent.
    package let bytes: Int
    /// From the moment the request was received (for a pipelined request, from the answer before it) to the moment its
    /// answer was in the connection's output; 0 where there was no request.
    package let nanoseconds: UInt64
    /// When the request was received, in seconds since 1970-01-01T00:00:00Z.
    package let second: Int
    /// The peer's address, as ``SocketAddress/description`` writes it.
    package let client: [UInt8]
}
