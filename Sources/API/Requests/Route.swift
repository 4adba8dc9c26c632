import Archive
package import HTTPCore
package import Problems
package import Rendering
package import Wording

/// A row of the route table: a path for GET, and thereby for HEAD and OPTIONS. Routing, validation of parameters,
/// negotiation, cache keys and the description of the API are all derived from it.
package final class Route: Sendable {
    package let pattern: String
    /// The media type of a path with a single form.
    package let mediaType: String
    /// The file name of the published schema that describes the JSON response.
    package let schema: String?
    /// The available formats with the favourite first, each at the path with its suffix; empty for a path with a single
    /// form.
    package let formats: [Format]
    /// The statuses besides those common to all routes, such as 206 or 410.
    package let statuses: [Status]
    /// The query parameters that the route knows. They may depend on the dataset, whose vocabularies define what
    /// filters accept.
    package let parameters: @Sendable (EncodedSnapshot) -> [Parameter]
    /// An existing path of the route, with a query if that makes the response short; nil if the data has none.
    package let example: @Sendable (EncodedSnapshot) -> String?
    /// Whether the response contains the address at which the request reached the service.
    let dependsOnHost: Bool
    /// Whether the path is of a discrepancy, which may be none any more.
    let isOfDiscrepancy: Bool
    /// Whether unknown query parameters are ignored, as on whatever people open and other sites embed: links get
    /// tracking parameters when passed on, and files get versions. For programs they lead to 400.
    let ignoresUnknown: Bool
    /// Whether the route responds whatever `Accept` says, as RFC 9110 section 12.5.1 allows.
    let disregardsAccept: Bool
    /// Whether it answers as if claims were given up, relations doubted or assumed.
    package let supposes: Bool
    /// Whether the response is about the dataset, so that each version has its own.
    package let isVersioned: Bool
    /// Why nobody should begin to use the path; nil for all that is here to stay.
    package let deprecation: Deprecation?
    /// Throws what takes precedence over a wrong parameter, such as 404 for a path that names nothing, or a more
    /// informative 400. Called only if parameters are wrong.
    let lookUp: LookUp?
    package let answer: Answer

    /// Returns what the route is for, in one sentence.
    package func summary(in language: Language) -> String {
        Phrase.label(.path, pattern)[language] + (deprecation?.words(in: language) ?? "")
    }

    /// Whether this is a web page: HTML and nothing else.
    package var isPage: Bool { mediaType == Format.html.mediaType }

    /// Whether each format has a path of its own. The root has no name that a suffix could follow.
    package var hasSuffixes: Bool { pattern != "/" }

    /// Whether the response in this format contains the address at which the request reached the service. If HTML and
    /// data are available, only HTML has absolute links.
    func dependsOnHost(in format: Format?) -> Bool {
        dependsOnHost && (format == .html || !formats.contains(.html))
    }

    /// Throws if the request is to be refused. Called before `answer`, which checks nothing.
    package func check(_ context: borrowing RequestContext) throws(Problem) {
        guard let refusal = context.refusal else { return }
        try lookUp?(context)
        throw refusal
    }

    package init(
        _ pattern: String, formats: [Format] = [], mediaType: String = Format.json.mediaType,
        schema: String? = nil, statuses: [Status] = [],
        parameters: @escaping @Sendable (EncodedSnapshot) -> [Parameter] = { _ in [] },
        example: (@Sendable (EncodedSnapshot) -> String?)? = nil, dependsOnHost: Bool = false,
        ignoresUnknown: Bool? = nil,
        disregardsAccept: Bool = false, supposes: Bool = false, isVersioned: Bool = true,
        deprecation: Deprecation? = nil, lookUp: LookUp? = nil, answer: @escaping Answer
    ) {
        self.pattern = pattern
        self.formats = formats
        self.mediaType = mediaType
        self.schema = schema
        self.statuses = statuses
        self.parameters = parameters
        self.example = example ?? { _ in pattern.contains("{") ? nil : pattern }
        self.dependsOnHost = dependsOnHost
        isOfDiscrepancy = ["/discrepancies/{id}", "/lessons/{id}"].contains(where: pattern.hasSuffix)
        self.ignoresUnknown = ignoresUnknown ?? (mediaType == Format.html.mediaType)
        self.disregardsAccept = disregardsAccept
        self.supposes = supposes
        self.isVersioned = isVersioned
        self.deprecation = deprecation
        self.lookUp = lookUp
        self.answer = answer
    }
}

extension EncodedSnapshot {
    /// The parameters of what is supposed: what may be, whatever already is.
    private var suppositions: [Parameter] {
        let base = supposition?.base ?? self
        return base.once("suppositions") { Parameter.suppositions(of: base.snapshot.dataset) }
    }

    /// Returns the query parameters of a route.
    package func parameters(of route: Route) -> [Parameter] {
        parameters(of: route.pattern) { route.parameters(self) + (route.supposes ? suppositions : []) }
    }
}
