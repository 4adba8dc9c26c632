/// What only the server knows of one answer.
package struct AccessRecord: Sendable {
    /// Bytes of content answered, 0 for HEAD and 304, and for content that is made while it is sent.
    package let bytes: Int
    /// From the received bytes, or from the answer before it where several requests came together, to the answer in
    /// the connection's output; 0 where there was no request.
    package let nanoseconds: UInt64
    /// When it was received, in seconds since 1970-01-01T00:00:00Z.
    package let second: Int
    /// The other end of the connection, as `SocketAddress.description` writes it.
    package let client: [UInt8]
}
