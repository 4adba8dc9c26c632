import Evidence
import HTTPCore

/// One request with everything that its answer is made of.
struct Exchange: ~Copyable {
    let request: Request
    let edition: Edition
    let site: Site
    let route: Route
    /// The decoded values of the route's `{…}` segments.
    let path: PathParameters
    /// The query, by the parameters of the route.
    let parameters: Parameters
    /// The URL's language, or the best that `Accept-Language` allows; English where nothing fits.
    let language: Language
    /// The format that the URL names by its suffix.
    let suffix: Format?
    /// The work that an earlier answer to the same request had to wait for.
    var finished: (any DeferredWork)?
    private let negotiated: Format?
    /// Whether the answer has a language to choose.
    private let isLocalized: Bool

    /// Throws only for a query that does not decode.
    init(
        _ request: borrowing Request, by route: Route, _ path: PathParameters, suffix: Format?, from edition: Edition,
        of site: Site
    ) throws(Problem) {
        self.request = copy request
        self.edition = edition
        self.site = site
        self.route = route
        self.path = path
        self.suffix = suffix
        negotiated = suffix ?? Format.negotiated(request, offered: route.formats)
        let parameters = try Parameters(request, known: edition.parameters(of: route), format: negotiated)
        isLocalized = parameters.known.contains { $0.name == Parameter.lang.name }
        language = isLocalized ? parameters.language ?? Exchange.language(of: request) : .english
        self.parameters = parameters
    }

    /// The format of the answer; JSON where the route has none to choose from, or none fits.
    var format: Format { negotiated ?? .json }

    /// Throws one 400 for every parameter that is wrong; 406 that lists what there is where `Accept` allows none of it.
    func check() throws(Problem) {
        try parameters.check()
        guard negotiated == nil, !route.formats.isEmpty else { return }
        var problem = Problem(.notAcceptable, detail: "None of the types in Accept is to be had here.")
        problem.errors = [.init(detail: "These types are to be had.", accepts: route.formats.map(\.mediaRange))]
        throw problem
    }

    /// What the answer varied on: not on what the URL itself decides.
    var vary: [String] {
        (suffix == nil && !route.formats.isEmpty ? ["accept"] : [])
            + (isLocalized && parameters.language == nil ? ["accept-language"] : [])
            + ["accept-encoding"]
    }

    /// The best that `Accept-Language` allows; English where nothing fits.
    static func language(of request: borrowing Request) -> Language {
        guard request.hasField(.acceptLanguage) else { return .english }
        let offered = Language.allCases.map(\.rawValue)
        let tag = ContentNegotiation.language(acceptLanguage: request.field(.acceptLanguage), offered: offered)
        return tag.flatMap(Language.init) ?? .english
    }
}
