/// What only the server knows about a response, for the access log and the metrics.
package struct AccessRecord: Sendable {
    /// The length of the content in bytes; 0 for HEAD and 304, and for content produced while it is being sent.
    package let bytes: Int
    /// The time from receiving the request (if pipelined, from finishing the previous response) until its response was
    /// in the connection's output buffer; 0 if there was no request.
    package let nanoseconds: UInt64
    /// The time at which the request was received, in seconds since 1970-01-01T00:00:00Z.
    package let second: Int
    /// The client's address as in a URL: the peer's with its port, or what a trusted proxy says.
    package let client: [UInt8]
}
