/// The protocol version of a request. Any later minor version of HTTP/1 is treated as 1.1 (RFC 9110 section 2.5).
package enum Version: Sendable {
    case http10
    case http11
}
