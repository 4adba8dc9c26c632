import Evidence
import HTTPCore

/// One request with everything that its answer is made of.
struct Exchange: ~Copyable {
    let request: Request
    let edition: Edition
    /// The decoded values of the route's `{…}` segments.
    let path: PathParameters
    /// The query, by the parameters of the route.
    let parameters: Parameters
    /// The URL's language, or the best that `Accept-Language` allows; English where nothing fits.
    let language: Language
    /// What the route offers.
    private let offered: [Format]
    /// The format that the URL names by its suffix.
    private let suffix: Format?
    private let negotiated: Format?

    /// Throws only for a query that does not decode.
    init(
        _ request: borrowing Request, by route: Route, _ path: PathParameters, suffix: Format?, from edition: Edition
    ) throws(Problem) {
        self.request = copy request
        self.edition = edition
        self.path = path
        self.suffix = suffix
        offered = route.formats
        negotiated = suffix ?? Format.negotiated(request, offered: route.formats)
        let parameters = try Parameters(request, known: route.parameters(edition), format: negotiated)
        language = parameters.language ?? Exchange.language(of: request)
        self.parameters = parameters
    }

    /// The format of the answer; JSON where the route has none to choose from, or none fits.
    var format: Format { negotiated ?? .json }

    /// Throws one 400 for every parameter that is wrong; 406 that lists what there is where `Accept` allows none of it.
    func check() throws(Problem) {
        try parameters.check()
        guard negotiated == nil, !offered.isEmpty else { return }
        var problem = Problem(.notAcceptable, detail: "None of the types in Accept is to be had here.")
        problem.errors = [.init(detail: "These types are to be had.", accepts: offered.map(\.mediaRange))]
        throw problem
    }

    /// What the path would be in a citation: with the version that is loaded.
    func citeAs(_ path: String) -> (url: String, relation: String) {
        (Permalink.path(path, version: edition.version), "cite-as")
    }

    /// From a permalink to the same in the version that is loaded.
    var versionLinks: [(url: String, relation: String)] { Permalink(of: request).map { [$0.latest] } ?? [] }

    /// What the answer varied on: not on what the URL itself decides.
    var vary: [String] {
        (suffix == nil && !offered.isEmpty ? ["accept"] : []) + (parameters.language == nil ? ["accept-language"] : [])
            + ["accept-encoding"]
    }

    private static func language(of request: borrowing Request) -> Language {
        guard request.hasField(.acceptLanguage) else { return .english }
        let offered = Language.allCases.map(\.rawValue)
        let tag = ContentNegotiation.language(acceptLanguage: request.field(.acceptLanguage), offered: offered)
        return tag.flatMap(Language.init) ?? .english
    }
}
