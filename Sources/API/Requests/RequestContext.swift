import Evidence
import Foundations
package import HTTPCore
package import Rendering
package import Wording

/// One request with everything that its answer is made of.
package struct RequestContext: ~Copyable {
    package let request: Request
    package let encoded: EncodedSnapshot
    package let site: Site
    package let route: Route
    /// The decoded values of the route's `{…}` segments.
    package let path: PathParameters
    /// The query, by the parameters of the route.
    package let parameters: Parameters
    /// The language that the URL names.
    package let chosenLanguage: Language?
    /// The same, or the best that `Accept-Language` allows; the dataset's first where nothing fits.
    package let language: Language
    /// The format that the URL names by its suffix.
    let suffix: Format?
    /// The work that an earlier answer to the same request had to wait for.
    let finished: (any DeferredWork)?
    /// What the answer may be coded in.
    let coding: ContentCoding
    private let negotiated: Format?
    /// Where clients reach the service, for a route that says that it depends on it.
    private let hostOrigin: Origin?
    /// Whether the answer has a language to choose.
    private let isLocalized: Bool

    /// Throws only for a query that does not decode.
    init(
        _ request: borrowing Request, after finished: (any DeferredWork)? = nil, by route: Route,
        _ path: PathParameters, suffix: Format?, from encoded: EncodedSnapshot, of site: Site, at origin: Origin?
    ) throws(Problem) {
        self.request = copy request
        self.finished = finished
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
        // Swift 6.3, optimizing, releases once too often what `self` is asked for in a closure while it is made: the value
        // cannot be copied.
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

    /// The format of the answer; JSON where the route has none to choose from, or none fits.
    package var format: Format { negotiated ?? .json }

    /// What the request is refused for before the route answers it: one 400 for every parameter that is wrong; 406 that
    /// lists what there is where `Accept` allows none of it; 400 where the answer has absolute addresses and the request
    /// names no host.
    var refusal: Problem? {
        if let problem = parameters.refusal { return problem }
        if negotiated == nil, !route.formats.isEmpty, !route.disregardsAccept {
            var problem = Problem(.notAcceptable, detail: "None of the types in Accept is to be had here.")
            problem.errors = [.init(detail: "These types are to be had.", accepts: route.formats.map(\.mediaRange))]
            return problem
        }
        return route.dependsOnHost(in: negotiated) && hostOrigin == nil ? .hostless : nil
    }

    /// Where clients reach the service: as configured, else as the request says. Throws where the route does not say that
    /// it depends on the host: an answer that is kept for all hosts has the address of none.
    package func origin() throws(Problem) -> Origin {
        guard let hostOrigin else { throw .hostless }
        return hostOrigin
    }

    /// The whole URL of a path, with the version that is loaded. Throws as `origin()` does.
    package func permalink(of path: String) throws(Problem) -> String {
        try origin().description + Permalink.path(path, version: encoded.version)
    }

    /// Everything that the answer depends on beside the snapshot: the route, by its number, the path and what the route knows
    /// of the query, what was negotiated, and the host where the route says so. Two contexts have the same only where all
    /// of this is the same.
    func key(of number: Int, at host: HostTable.Reading) -> ByteKey {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number)) { bytes.append(contentsOf: $0) }
        let hostNumber = route.dependsOnHost(in: negotiated) ? host.number : 0
        withUnsafeBytes(of: hostNumber) { bytes.append(contentsOf: $0) }
        bytes.append(coding.rawValue)
        bytes += format.rawValue.utf8
        // No name and no target holds a zero.
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

    /// What the answer varied on: not on what the URL itself decides.
    var vary: [String] {
        (suffix == nil && !route.formats.isEmpty ? ["accept"] : [])
            + (isLocalized && chosenLanguage == nil ? ["accept-language"] : [])
            + ["accept-encoding"]
    }
}

extension Problem {
    fileprivate static let hostless = Problem(
        .badRequest, detail: "The request names no host, and this answer has absolute addresses.")
}
