package import Archive
import Evidence
package import HTTPCore
import Rendering
import Synchronization

/// The whole API over the snapshot that is published at the time. Requests are answered at a `Responder`.
package final class Application: Sendable {
    private let router: Router<Routed>
    private let current: Mutex<(encoded: EncodedSnapshot, publication: Int)>
    private let site: Site
    private let signs = Signs()
    private let nearPath: NearPath
    /// The paths without parameters.
    package let paths: [String]
    /// Those of them that are pages.
    private let pages: [String]
    /// The pattern of each route, at the number that its answers have.
    package let patterns: [String]

    /// A route, its number, and the format that its URL named.
    private struct Routed: Sendable {
        let route: Route
        let number: Int
        let format: Format?

        /// The parameters of the path, and the format that the URL names: a suffix of the last parameter is one.
        func split(_ path: PathParameters) -> (path: PathParameters, format: Format?) {
            guard let last = path["id"], case let (id, suffix?) = Format.split(last, among: route.formats)
            else { return (path, format) }
            return (path.replacing("id", with: id), suffix)
        }
    }

    /// What every request looks at.
    private final class Signs: Sendable {
        /// Whether new work is welcome.
        let isReady = Atomic(true)
        /// The number of the newest publication.
        let publication = Atomic(0)
    }

    /// Encodes the snapshot. `/metrics` answers what `metrics` returns: whoever runs the application counts the answers,
    /// since only it sees how long they took. Throws only for a route table that contradicts itself.
    package init(
        _ snapshot: Snapshot, site: Site, metrics: @escaping @Sendable () -> String = { "" },
        now: HTTPDate = .now
    ) throws(RouteError) {
        current = Mutex((EncodedSnapshot(snapshot, in: site.catalogue, siteChanged: site.changed, now: now), 0))
        self.site = site
        var builder = RouterBuilder<Routed>()
        let routes = RouteTable.routes(
            site, metrics: metrics, isReady: { [signs] in signs.isReady.load(ordering: .relaxed) })
        patterns = routes.map(\.pattern)
        paths = routes.map(\.pattern).filter { !$0.contains("{") }
        pages = routes.filter { $0.isPage && !$0.pattern.contains("{") }.map(\.pattern)
        var known = patterns
        for (number, route) in routes.enumerated() {
            try builder.add(.get, route.pattern, Routed(route: route, number: number, format: nil))
            guard route.hasSuffixes, !route.pattern.hasSuffix("}") else { continue }
            for format in route.formats {
                let pattern = route.pattern + "." + format.suffix
                try builder.add(.get, pattern, Routed(route: route, number: number, format: format))
                known.append(pattern)
            }
        }
        nearPath = NearPath(known)
        router = builder.router()
    }

    /// The snapshot that answers come from.
    package var snapshot: Snapshot { published.encoded.snapshot }

    /// Answers from now on come from this snapshot; those under way keep theirs. One thread at a time publishes. Returns what
    /// was published before: who lets go of it last takes it apart, which should be no loop.
    @discardableResult
    package func publish(_ snapshot: Snapshot, now: HTTPDate = .now) -> AnyObject {
        let previous = published.encoded
        let next = EncodedSnapshot(
            snapshot, in: site.catalogue, siteChanged: site.changed, now: now, after: previous)
        current.withLock { current in
            current = (next, current.publication + 1)
            signs.publication.store(current.publication, ordering: .releasing)
        }
        return previous
    }

    /// `/readyz` answers 503 from now on.
    package func drain() {
        signs.isReady.store(false, ordering: .relaxed)
    }

    /// A place for one thread to have its requests answered, one of so many: what they keep is bounded for all together.
    package func responder(of count: Int = 1) -> Responder {
        Responder(self, cacheSize: max(Self.cacheSize / max(count, 1), 1 << 20))
    }

    /// Bytes of memory for the answers that all responders keep, which have 1 MiB each at least.
    private static let cacheSize = 10 << 20

    /// Where clients reach the service, whatever requests say; nil when only requests tell.
    var origin: Origin? { site.origin }

    /// The newest snapshot, and the number of its publication.
    var published: (encoded: EncodedSnapshot, publication: Int) { current.withLock { $0 } }

    /// The number of the newest publication.
    var publication: Int { signs.publication.load(ordering: .acquiring) }

    /// Answers a request from the snapshot; with what the cache has, in which the request was looked for by what was
    /// received, and where answers are kept.
    func respond(
        to request: borrowing Request, after finished: (any DeferredWork)?, at host: HostTable.Reading,
        from encoded: EncodedSnapshot, by cache: inout ResponseCache
    ) -> Response {
        if case .invalid = host {
            let problem = Problem(.badRequest, detail: "Host is no name or address of a host.")
            return answer(problem, to: request, at: nil, from: encoded)
        }
        let origin = host.origin
        var match = router.match(request)
        if case .notFound = match, let permalink = Permalink(of: request) {
            guard permalink.version == encoded.version else {
                return answer(permalink.gone, to: request, at: origin, from: encoded)
            }
            match = router.match(request.method, path: permalink.path)
        }
        switch match {
        case .found(let routed, let path):
            var response: Response
            do throws(Problem) {
                switch try result(to: request, after: finished, by: routed, path, at: host, from: encoded, &cache) {
                case .ready(let answer): response = answer.response(to: request)
                case .response(let other): response = other
                }
            } catch {
                response = answer(error, to: request, at: origin, from: encoded, by: routed.route)
            }
            response.route = routed.number
            return response
        case .options(let allow): return options(allow)
        case .methodNotAllowed(let allow):
            var problem = Problem(.methodNotAllowed, detail: "Only \(allow) are answered here.")
            problem.fields.append(.allow, allow)
            return answer(problem, to: request, at: origin, from: encoded)
        case .notFound:
            return answer(nothing(at: request), to: request, at: origin, from: encoded)
        case .badPath:
            let problem = Problem(.badRequest, detail: "The path does not decode to UTF-8.")
            return answer(problem, to: request, at: origin, from: encoded)
        }
    }

    /// The problem in the form asked for: as a page for who reads pages.
    private func answer(
        _ problem: Problem, to request: borrowing Request, at origin: Origin?, from encoded: EncodedSnapshot,
        by route: Route? = nil
    ) -> Response {
        guard let web = site.pages, route?.isPage == true || Problem.form(for: request) == .html else {
            return problem.answer(request)
        }
        let known = route.map { encoded.parameters(of: $0) } ?? [encoded.lang]
        return web.page(of: problem, for: request, known: known.map(\.name), at: origin, from: encoded, paths: pages)
    }

    private func result(
        to request: borrowing Request, after finished: (any DeferredWork)?, by routed: Routed, _ path: PathParameters,
        at host: HostTable.Reading, from encoded: EncodedSnapshot, _ cache: inout ResponseCache
    ) throws(Problem) -> RouteResult {
        let (path, format) = routed.split(path)
        let route = routed.route
        let context = try RequestContext(
            request, after: finished, by: route, path, suffix: format, from: encoded, of: site, at: host.origin)
        try route.check(context)
        return try cache.answer(by: context.key(of: routed.number, at: host), from: routed.number) {
            () throws(Problem) in try route.answer(context)
        }
    }

    /// The targets of everything that is to be had under a path, each in the largest pages that there are: the path itself
    /// where it has one form, else the path with each suffix. Empty where nothing is.
    package func targets(of path: String) -> [String] {
        guard let request = try? Request(target: path), case .found(let routed, let parameters) = router.match(request)
        else { return [] }
        let route = routed.route
        let suffix = routed.split(parameters).format
        let limit = route.parameters(published.encoded).lazy.compactMap(\.largestPage).first
        let query = { (format: Format?) in
            format?.isWhole == true ? "" : limit.map { "?\(Parameter.limit.name)=\($0)" } ?? ""
        }
        if suffix != nil || route.formats.isEmpty || !route.hasSuffixes { return [path + query(suffix)] }
        return route.formats.map { "\(path).\($0.suffix)\(query($0))" }
    }

    /// 404 with the nearest path that there is.
    private func nothing(at request: borrowing Request) -> Problem {
        .notFound(
            "There is nothing at this path.", nearest: nearPath.find(request.path.lowercased()),
            see: "\(APIPath.root) links to everything.")
    }

    /// The answer to bytes that are no request.
    func respond(to error: ParseError) -> Response {
        Problem(error).withCommonFields.response
    }

    /// OPTIONS, and the preflight request of the Fetch standard with it.
    private func options(_ allow: String) -> Response {
        var fields = Fields.common
        fields.append(.allow, allow)
        fields.append(.accessControlAllowMethods, allow)
        fields.append(.accessControlAllowHeaders, "*")
        fields.append(.accessControlMaxAge, "86400")
        fields.append(.cacheControl, "no-store")
        return Response(.noContent, fields: fields)
    }
}
