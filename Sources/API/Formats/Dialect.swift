/// How CSV is written.
enum Dialect: String, CaseIterable, Sendable {
    /// Commas and decimal points, as RFC 4180 has it.
    case rfc4180
    /// What a spreadsheet opens as it is where the decimal separator is a comma, as in Lithuania: semicolons, decimal
    /// commas, a byte order mark.
    case excel

    /// What the file begins with.
    var mark: String { self == .excel ? "\u{FEFF}" : "" }
    var delimiter: String { self == .excel ? ";" : "," }
    var point: String { self == .excel ? "," : "." }
}
