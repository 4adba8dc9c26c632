package import HTTPCore

/// One answered request, for whoever keeps a log. It is given on the loop: take what is needed, and be quick.
package struct Exchange: Sendable {
    /// Nil where it could not be parsed. Keeping it keeps the buffer it is in.
    package let request: Request?
    /// Why there is no request.
    package let error: ParseError?
    /// What was answered, without the fields that are the writer's.
    package let response: Response
    /// Octets of content answered, 0 for HEAD and 304, and for content that is made while it is sent.
    package let octets: Int
    /// From the parsed head, or the whole content, to the answer handed to the socket's buffer; 0 without a request.
    package let nanoseconds: UInt64
    /// The other end of the connection.
    package let peer: SocketAddress
}

/// Told of every exchange.
package typealias Observer = @Sendable (borrowing Exchange) -> Void
