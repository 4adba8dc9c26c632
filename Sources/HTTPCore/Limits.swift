/// The limits on the size of a request, in bytes unless stated otherwise.
package struct Limits: Sendable {
    /// Request line, fields and the final empty line together. Beyond it the status is 431.
    package var head = 16 * 1024
    /// The request target. Beyond it the status is 414.
    package var target = 8 * 1024
    /// The number of field lines. Beyond it the status is 431.
    package var fieldCount = 100
    /// The decoded content. Beyond it the status is 413.
    package var body = 64 * 1024

    /// Creates the default limits.
    package init() {}
}
