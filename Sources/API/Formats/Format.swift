import HTTPCore

/// A form in which the data is given; the raw value is its suffix. Each has its own URL, since spreadsheets cannot send
/// `Accept`.
enum Format: String, CaseIterable {
    case json, ndjson, csv, txt, jsonld

    /// The value of `Content-Type`.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .txt: "text/plain; charset=utf-8"
        case .jsonld: "application/ld+json"
        }
    }

    /// The media type without its parameters, as `Accept` names it.
    var mediaRange: String { String(mediaType.prefix { $0 != ";" }) }

    /// Whether a list is given whole unless a limit is asked for: who reads it follows no links.
    var isWhole: Bool { self == .ndjson || self == .csv }

    /// Splits `mobilised-1944.json` into the id and the format; without a known suffix the whole is the id.
    static func split(_ segment: String) -> (id: String, format: Format?) {
        for format in allCases where segment.hasSuffix("." + format.rawValue) {
            return (String(segment.dropLast(format.rawValue.count + 1)), format)
        }
        return (segment, nil)
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
