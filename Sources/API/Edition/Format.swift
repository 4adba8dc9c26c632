import HTTPCore

/// A form in which the data is given. Each has its own URL, by suffix, since spreadsheets cannot send `Accept`.
enum Format: String, CaseIterable {
    case json

    var mediaType: String {
        switch self {
        case .json: "application/json"
        }
    }

    /// Splits `mobilised-1944.json` into the id and the format; without a known suffix the whole is the id.
    static func split(_ segment: String) -> (id: String, format: Format?) {
        for format in allCases where segment.hasSuffix("." + format.rawValue) {
            return (String(segment.dropLast(format.rawValue.count + 1)), format)
        }
        return (segment, nil)
    }

    /// The best that `Accept` allows (RFC 9110 section 12.5.1); a 406 that lists what there is otherwise.
    static func negotiated(_ request: borrowing Request) throws(Problem) -> Format {
        let offered = allCases.map(\.mediaType)
        let chosen = ContentNegotiation.mediaType(accept: request.field(.accept), offered: offered)
        guard let format = allCases.first(where: { $0.mediaType == chosen }) else {
            var problem = Problem(.notAcceptable, detail: "None of the types in Accept is to be had here.")
            problem.errors = [.init(detail: "These types are to be had.", accepts: offered)]
            throw problem
        }
        return format
    }
}
