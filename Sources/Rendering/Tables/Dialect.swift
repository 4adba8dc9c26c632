/// A variant of CSV.
package enum Dialect: String, CaseIterable, Sendable {
    /// Commas and decimal points, as in RFC 4180.
    case rfc4180
    /// Semicolons, decimal commas and a byte order mark: the variant that spreadsheets open correctly where the decimal
    /// separator is a comma, as in Lithuania.
    case excel

    /// The characters at the beginning of the file.
    package var mark: String { self == .excel ? "\u{FEFF}" : "" }
    package var delimiter: String { self == .excel ? ";" : "," }
    package var point: String { self == .excel ? "," : "." }
}
