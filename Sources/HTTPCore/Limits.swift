/// What a request may measure, in bytes unless said otherwise.
package struct Limits: Sendable {
    /// The request line, the fields and the empty line together; beyond it 431.
    package var head = 16 * 1024
    /// The request target; beyond it 414.
    package var target = 8 * 1024
    /// Field lines; beyond it 431.
    package var fieldCount = 100
    /// Decoded content; beyond it 413.
    package var body = 64 * 1024

    /// The defaults.
    package init() {}
}
