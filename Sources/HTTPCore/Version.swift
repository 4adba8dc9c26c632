/// The protocol version of a request. A later minor of 1 is read as 1.1 (RFC 9110 section 2.5).
package enum Version: Sendable {
    case http10
    case http11
}
