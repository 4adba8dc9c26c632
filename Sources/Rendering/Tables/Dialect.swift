/// How CSV is written.
package enum Dialect: String, CaseIterable, Sendable {
    /// Commas and decimal points, as RFC 4180 has it.
    case rfc4180
    /// What a spreadsheet opens as it is where the decimal separator is a comma, as in Lithuania: semicolons, decimal
    /// commas, a byte order mark.
    case excel

    /// What the file begins with.
    package var mark: String { self == .excel ? "\u{FEFF}" : "" }
    package var delimiter: String { self == .excel ? ";" : "," }
    package var point: String { self == .excel ? "," : "." }
}
