import HTTPCore

/// A form in which the data is given; the raw value is its suffix. Each has its own URL, since spreadsheets cannot send
/// `Accept`.
enum Format: String, CaseIterable {
    case json, ndjson, csv, txt, jsonld
    /// What is to be known of the CSV: CSV on the Web, whose suffix stands behind the name of the CSV itself.
    case csvm = "csv-metadata.json"

    /// The value of `Content-Type`.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .txt: "text/plain; charset=utf-8"
        case .jsonld: "application/ld+json"
        case .csvm: "application/csvm+json"
        }
    }

    /// The media type without its parameters, as `Accept` names it.
    var mediaRange: String { String(mediaType.prefix { $0 != ";" }) }

    /// Whether a list is given whole unless a limit is asked for: who reads it follows no links.
    var isWhole: Bool { self == .ndjson || self == .csv || self == .csvm }

    /// Splits `mobilised-1944.json` into the id and the format; without a known suffix the whole is the id.
    static func split(_ segment: String) -> (id: String, format: Format?) {
        // Of two that fit, the longer.
        let fitting = allCases.filter { segment.hasSuffix("." + $0.rawValue) }
        guard let format = fitting.max(by: { $0.rawValue.count < $1.rawValue.count }) else { return (segment, nil) }
        return (String(segment.dropLast(format.rawValue.count + 1)), format)
    }

    /// The best of `offered` that `Accept` allows (RFC 9110 section 12.5.1), the first where there is no `Accept`; nil
    /// where it allows none.
    static func negotiated(_ request: borrowing Request, offered: [Format]) -> Format? {
        guard request.hasField(.accept) else { return offered.first }
        let chosen = ContentNegotiation.mediaType(
            accept: request.field(.accept), offered: offered.map(\.mediaRange))
        return offered.first { $0.mediaRange == chosen }
    }
}
