import Evidence
import HTTPCore

/// One request with everything that its answer is made of.
struct Exchange: ~Copyable {
    let request: Request
    let edition: Edition
    /// The decoded values of the route's `{…}` segments.
    let path: PathParameters
    /// The format that the URL names by its suffix.
    let format: Format?

    /// The URL's language, or the best that `Accept-Language` allows; English where nothing fits.
    func language(_ parameters: Parameters) -> Language {
        if let language = parameters.language { return language }
        guard request.hasField(.acceptLanguage) else { return .english }
        let offered = Language.allCases.map(\.rawValue)
        let tag = ContentNegotiation.language(acceptLanguage: request.field(.acceptLanguage), offered: offered)
        return tag.flatMap(Language.init) ?? .english
    }

    /// 406 where the URL names no format and `Accept` allows none.
    func negotiateFormat() throws(Problem) {
        if format == nil, request.hasField(.accept) { _ = try Format.negotiated(request) }
    }

    /// What the answer varied on: not on what the URL itself decides.
    func vary(_ parameters: Parameters) -> [String] {
        (format == nil ? ["accept"] : []) + (parameters.language == nil ? ["accept-language"] : [])
            + ["accept-encoding"]
    }
}
