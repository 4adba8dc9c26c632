import Checks
import Evidence
import Foundations
package import HTTPCore
package import Problems
package import Rendering
package import Wording

/// A request with everything that its response is made from.
package struct RequestContext: ~Copyable {
    package let request: Request
    package let encoded: EncodedSnapshot
    package let site: Site
    package let route: Route
    /// The decoded values of the route's `{…}` segments.
    package let path: PathParameters
    /// The query, in terms of the route's parameters.
    package let parameters: Parameters
    /// The language that the URL names.
    package let chosenLanguage: Language?
    /// The language that the URL names, or else the best that `Accept-Language` allows; the dataset's first if nothing
    /// matches.
    package let language: Language
    /// The format that the URL names by its suffix.
    let suffix: Format?
    /// The version that the URL names; nil if it names none.
    package let permalink: Permalink?
    /// The work that an earlier response to the same request had to wait for.
    let finished: (any DeferredWork)?
    /// The path below which clients reach everything; nil if there is none.
    let base: BasePath?
    /// The coding of the response.
    let coding: ContentCoding
    private let negotiated: Format?
    /// The origin at which clients reach the service, for routes that declare that they depend on it.
    private let hostOrigin: Origin?
    /// Whether the response has a choice of languages.
    private let isLocalized: Bool

    /// Reads the request. Throws only if its query does not decode.
    package init(
        _ request: borrowing Request, after finished: (any DeferredWork)? = nil, by route: Route,
        _ path: PathParameters, suffix: Format?, at permalink: Permalink? = nil, from encoded: EncodedSnapshot,
        of site: Site, from origin: Origin?, below base: BasePath? = nil
    ) throws(Problem) {
        self.request = copy request
        self.finished = finished
        self.base = base
        self.permalink = permalink
        self.encoded = encoded
        self.site = site
        self.route = route
        self.path = path
        self.suffix = suffix
        coding = ContentCoding(request)
        negotiated = suffix ?? Format.negotiated(request, offered: route.formats)
        hostOrigin = route.dependsOnHost(in: negotiated) ? origin : nil
        let parameters = try Parameters(
            request, known: encoded.parameters(of: route), format: negotiated, ignoresUnknown: route.ignoresUnknown)
        let isLocalized = parameters.known.contains { $0.name == Parameter.lang }
        // If a closure reads `self` here during initialization, Swift 6.3 releases it once too often when optimizing,
        // as the value cannot be copied.
        let chosen: Language?
        if let tag = parameters.first(Parameter.lang) { chosen = encoded.language(tagged: tag) } else { chosen = nil }
        if let chosen {
            language = chosen
        } else {
            language = isLocalized ? encoded.language(for: request) : encoded.language
        }
        chosenLanguage = chosen
        self.isLocalized = isLocalized
        self.parameters = parameters
    }

    /// The format of the response; JSON if the route has no choice of formats, or if none is acceptable.
    package var format: Format { negotiated ?? .json }

    /// Why the request is refused before it reaches the route: 400 with all parameters that are wrong, 406 with the
    /// available types if `Accept` allows none of them, or 400 if the response contains absolute URLs and the request
    /// names no host.
    var refusal: Problem? {
        if let problem = parameters.refusal { return problem }
        if negotiated == nil, !route.formats.isEmpty, !route.disregardsAccept {
            let types = Accepted.values(route.formats.map(\.mediaRange))
            return Problem(
                .notAcceptable, Sentence(.problemAccept), errors: [.init([Sentence(.problemTypes)], accepts: types)])
        }
        return route.dependsOnHost(in: negotiated) && hostOrigin == nil ? .hostless : nil
    }

    /// Returns the origin at which clients reach the service: the configured one, or else that of the request. Throws
    /// if the route does not declare that it depends on the host, because a response cached for all hosts must not
    /// contain the address of one.
    package func origin() throws(Problem) -> Origin {
        guard let hostOrigin else { throw .hostless }
        return hostOrigin
    }

    /// Returns the absolute URL to cite for a path of the API. Throws as ``origin()`` does.
    package func permalink(of path: String) throws(Problem) -> String {
        try origin().description + cited(path)
    }

    /// Returns everything that the response depends on besides the snapshot: the route's number, the path, the known
    /// part of the query, what was negotiated, and the host if the route depends on it. Two contexts have the same key
    /// only if all of these are equal.
    func key(of number: Int, at host: HostTable.Reading) -> ByteKey {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number)) { bytes.append(contentsOf: $0) }
        let hostNumber = route.dependsOnHost(in: negotiated) ? host.number : 0
        withUnsafeBytes(of: hostNumber) { bytes.append(contentsOf: $0) }
        bytes.append(coding.rawValue)
        bytes += format.rawValue.utf8
        // Names and targets cannot contain a zero.
        bytes.append(0)
        bytes += language.rawValue.utf8
        bytes.append(0)
        request.withPath { bytes.append(copying: $0) }
        if route.ignoresUnknown {
            bytes += parameters.pairs.query.utf8
        } else if let query = request.query {
            bytes.append(UInt8(ascii: "?"))
            bytes += query.utf8
        }
        return ByteKey(bytes: bytes)
    }

    /// The fields that the response varies on, not counting what the URL itself decides.
    var vary: [String] {
        // A citation leads to a page, or to the same as data.
        (suffix == nil && !route.formats.isEmpty || permalink != nil && route.isPage ? ["accept"] : [])
            + (isLocalized && chosenLanguage == nil ? ["accept-language"] : [])
            + ["accept-encoding"]
    }
}

extension Route {
    package typealias Answer = @Sendable (borrowing RequestContext) throws(Problem) -> RouteResult
    package typealias LookUp = @Sendable (borrowing RequestContext) throws(Problem) -> Void
}

extension Problem {
    fileprivate static let hostless = Problem(.badRequest, Sentence(.problemHostless))
}
