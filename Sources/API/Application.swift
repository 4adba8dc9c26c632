import Checks
package import Archive
import Evidence
package import HTTPCore
import Problems
import Rendering
import Synchronization
import Wording

/// The whole API, which responds from the snapshot published at the time. Each thread makes its requests of a
/// ``Responder``.
package final class Application: Sendable {
    private let router: Router<Routed>
    private let current: Mutex<Publication>
    private let site: Site
    private let signs = Signs()
    private let nearPath: NearPath
    private let redirects: Redirects
    /// The path below which clients reach everything; nil if there is none.
    let base: BasePath?
    /// The paths without parameters.
    package let paths: [String]
    /// The paths that are web pages.
    private let pages: [String]
    /// The patterns of all routes. Their indices are the route numbers in responses.
    package let patterns: [String]

    /// A route with its number and the format named by the URL.
    private struct Routed: Sendable {
        let route: Route
        let number: Int
        let format: Format?

        /// Splits a format's suffix, if there is one, off the last parameter of the path.
        func split(_ path: PathParameters) -> (path: PathParameters, format: Format?) {
            guard let last = path["id"], case let (id, suffix?) = Format.split(last, among: route.formats)
            else { return (path, format) }
            return (path.replacing("id", with: id), suffix)
        }
    }

    /// What is served, until something else is published.
    struct Publication {
        let encoded: EncodedSnapshot
        /// The other versions.
        let earlier: EarlierVersions
        /// What readers suppose of any version.
        let suppositions = Suppositions()
        let number: Int
    }

    /// The state that every request checks.
    private final class Signs: Sendable {
        /// Whether new work is welcome.
        let isReady = Atomic(true)
        /// The number of the latest publication.
        let publication = Atomic(0)
    }

    /// Encodes the snapshot. `kept` are the other versions that are served, under addresses of their own.
    ///
    /// `metrics` returns the content of `/metrics`: the caller counts the responses, because only it sees how long they
    /// take. Throws only if the route table contradicts itself.
    package init(
        _ snapshot: Snapshot, kept: [KeptVersion] = [], site: Site, metrics: @escaping @Sendable () -> String = { "" },
        now: HTTPDate = .now
    ) throws(RouteError) {
        current = Mutex(Publication(snapshot, kept: kept, of: site, now: now))
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
        redirects = Redirects(hasPages: site.pages != nil)
        base = BasePath(of: site.origin, patterns: known)
        router = builder.router()
    }

    /// The snapshot that responses are made from.
    package var snapshot: Snapshot { published.encoded.snapshot }

    /// Makes all further responses from this snapshot, and from the other versions that are `kept`; those in progress keep
    /// theirs. Only one thread may publish at a time. Returns what was published before: whoever releases it last pays for its deallocation, which should not be
    /// a loop.
    @discardableResult
    package func publish(_ snapshot: Snapshot, kept: [KeptVersion] = [], now: HTTPDate = .now) -> AnyObject {
        let previous = published
        let next = Publication(snapshot, kept: kept, of: site, now: now, after: previous)
        current.withLock { current in
            current = next
            signs.publication.store(next.number, ordering: .releasing)
        }
        return previous.encoded
    }

    /// Makes `/readyz` respond 503 from now on.
    package func drain() {
        signs.isReady.store(false, ordering: .relaxed)
    }

    /// Returns a responder for one of `count` threads, which share the memory limit for cached responses.
    package func responder(of count: Int = 1) -> Responder {
        Responder(self, cacheSize: max(Self.cacheSize / max(count, 1), 1 << 20))
    }

    /// The memory in bytes for the cached responses of all responders; each has at least 1 MiB.
    private static let cacheSize = 10 << 20

    /// The configured origin at which clients reach the service; nil if only requests can tell.
    var origin: Origin? { site.origin }

    /// What was published last.
    var published: Publication { current.withLock { $0 } }

    /// The number of the latest publication.
    var publication: Int { signs.publication.load(ordering: .acquiring) }

    /// Responds from the snapshot, using `cache`, which has already looked up the request as received and may keep the
    /// response.
    func respond(
        to request: borrowing Request, after finished: (any DeferredWork)?, at host: HostTable.Reading,
        from encoded: EncodedSnapshot, by cache: inout ResponseCache
    ) -> Response {
        if case .invalid = host {
            let problem = Problem(.badRequest, Sentence(.problemHost))
            return answer(problem, to: request, at: nil, from: encoded)
        }
        let origin = host.origin
        var (match, encoded) = (router.match(request), encoded)
        var permalink: Permalink?
        if case .notFound = match, let found = Permalink(of: request) {
            if let refusal = found.refusal(encoded.releases, below: base, isAnswered: isAnswered) {
                return answer(refusal, to: request, at: origin, from: encoded)
            }
            match = self.match(found, request)
            permalink = found
        }
        if case .found(let routed, _) = match {
            let version = permalink?.version ?? encoded.version
            let supposition = routed.route.supposes ? Supposition(of: request) : nil
            if version != encoded.version || supposition != nil {
                switch find(version, supposing: supposition, after: finished, from: encoded) {
                case .made(let found): encoded = found
                case .underWay(let work): return Response(after: work)
                case .unavailable(let seconds):
                    let isBusy = supposition != nil && seconds == SnapshotStore.respite
                    let detail =
                        isBusy
                        ? Sentence(.problemBusy) : Sentence(.problemVersionUnavailable, ["version": version])
                    var problem = Problem(.serviceUnavailable, detail)
                    problem.fields.append(.retryAfter, String(seconds))
                    return answer(problem, to: request, at: origin, from: encoded)
                }
            }
        }
        switch match {
        case .found(let routed, let path):
            var response: Response
            do throws(Problem) {
                switch try result(
                    to: request, after: finished, by: routed, path, of: permalink, at: host, from: encoded, &cache)
                {
                case .ready(let kept):
                    // What is kept is known without its route: its problems are told in the same form here and there.
                    do throws(Problem) {
                        response = try kept.response(to: request)
                    } catch {
                        response = answer(error, to: request, at: origin, from: encoded)
                    }
                case .response(let other): response = other
                }
            } catch {
                response = answer(error, to: request, at: origin, from: encoded, by: routed.route)
            }
            response.route = routed.number
            return response
        case .options(let allow): return options(allow)
        case .methodNotAllowed(let allow):
            var problem = Problem(.methodNotAllowed, Sentence(.problemMethod, ["methods": allow]))
            problem.fields.append(.allow, allow)
            return answer(problem, to: request, at: origin, from: encoded)
        case .notFound:
            if let target = redirect(request, encoded.releases) {
                return request.method == .options
                    ? options("GET, HEAD, OPTIONS") : Redirects.response(to: base?.located(target) ?? target, request)
            }
            return answer(nothing(at: request), to: request, at: origin, from: encoded)
        case .badPath:
            let problem = Problem(.badRequest, Sentence(.problemPath))
            return answer(problem, to: request, at: origin, from: encoded)
        }
    }

    /// Returns a version, `current` or another one, as if something held.
    private func find(
        _ version: String, supposing supposition: Supposition?, after finished: (any DeferredWork)?,
        from current: EncodedSnapshot
    ) -> SnapshotStore.Answer {
        let published = published
        let find = { () -> SnapshotStore.Answer in
            version == current.version ? .made(current) : published.earlier.find(version, after: finished)
        }
        guard let supposition else { return find() }
        return published.suppositions.find(supposition, of: version, after: finished, base: find)
    }

    /// Returns the problem in the requested form and language: as a page for those who read pages.
    func answer(
        _ problem: Problem, to request: borrowing Request, at origin: Origin?, from encoded: EncodedSnapshot,
        by route: Route? = nil
    ) -> Response {
        guard encoded.releases.hasRemovals || route?.isOfDiscrepancy == true else {
            return tell(problem, to: request, at: origin, from: encoded, by: route)
        }
        return tell(problem.leading(on: request, from: encoded), to: request, at: origin, from: encoded, by: route)
    }

    private func tell(
        _ problem: Problem, to request: borrowing Request, at origin: Origin?, from encoded: EncodedSnapshot,
        by route: Route?
    ) -> Response {
        let reader = ProblemReader(request, of: encoded)
        guard let web = site.pages, route?.isPage == true || reader.format == .html else {
            return problem.answer(request, to: reader)
        }
        let known = route.map { encoded.parameters(of: $0) } ?? [encoded.lang]
        return web.page(
            of: problem, for: request, to: reader, known: known.map(\.name), at: origin, from: encoded, paths: pages)
    }

    /// Returns the route of a permalink: for a page, that of the same data if `Accept` prefers data. What is the same for all
    /// versions has none.
    private func match(_ permalink: Permalink, _ request: borrowing Request) -> Router<Routed>.Match {
        let found = router.match(request.method, path: permalink.path)
        guard case .found(let routed, _) = found else { return found }
        guard routed.route.isVersioned else { return .notFound }
        guard permalink.isOfPage, routed.route.isPage || permalink.path == "/", request.hasField(.accept),
            case .found(let data, let path) = router.match(request.method, path: permalink.data)
        else { return found }
        let own = routed.route.isPage ? [Format.html.mediaRange] : routed.route.formats.map(\.mediaRange)
        let chosen = ContentNegotiation.mediaType(
            accept: request.field(.accept), offered: own + data.route.formats.map(\.mediaRange))
        return chosen.map(own.contains) ?? true ? found : .found(data, path)
    }

    private func result(
        to request: borrowing Request, after finished: (any DeferredWork)?, by routed: Routed, _ path: PathParameters,
        of permalink: Permalink?, at host: HostTable.Reading, from encoded: EncodedSnapshot,
        _ cache: inout ResponseCache
    ) throws(Problem) -> RouteResult {
        let (path, format) = routed.split(path)
        let route = routed.route
        let context = try RequestContext(
            request, after: finished, by: route, path, suffix: format, at: permalink, from: encoded, of: site,
            from: host.origin, below: base)
        try route.check(context)
        return try cache.answer(by: context.key(of: routed.number, at: host), from: routed.number) {
            () throws(Problem) in try route.answer(context).announcing(context.deprecation, below: base)
        }
    }

    /// The versions that are told of: those that are served, and those that were withdrawn.
    package var versions: [String] {
        published.encoded.releases.all.filter { $0.standing != .absent }.map(\.version)
    }

    /// Whether there are pages for people.
    package var hasPages: Bool { site.pages != nil }

    /// Returns the targets of everything available under a path, with pages as large as possible: the path itself if it
    /// has one form, otherwise the path with each suffix. Empty if there is nothing.
    package func targets(of path: String) -> [String] {
        if let permalink = Permalink(path) {
            let found = try? Request(target: permalink.path)
            guard let found, case .found(let routed, _) = router.match(found), routed.route.isVersioned else {
                return []
            }
            return targets(of: permalink.path).map { Permalink.path($0, version: permalink.version) }
        }
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

    /// Returns the path where a request for nothing leads; nil if it leads nowhere.
    private func redirect(_ request: borrowing Request, _ releases: Releases) -> String? {
        guard request.method == .get || request.method == .head || request.method == .options else { return nil }
        return redirects.target(of: request.path) { path in
            let permalink = Permalink(path)
            // Also to what says that the version is gone.
            if let permalink, releases[permalink.version] == nil { return false }
            return isAnswered(permalink?.path ?? path)
        }
    }

    /// Whether there is a route for a path without a version.
    private func isAnswered(_ path: String) -> Bool {
        if case .found = router.match(.get, path: path) { true } else { false }
    }

    /// Returns a 404 that suggests the closest existing path.
    private func nothing(at request: borrowing Request) -> Problem {
        .notFound(
            Sentence(.problemNothing), nearest: nearPath.find(request.path.lowercased()),
            see: Sentence(.problemRoot, ["root": APIPath.root]))
    }

    /// Responds to bytes that are not a valid request.
    func respond(to error: ParseError, meaning target: String?) -> Response {
        var details = ProblemDetails(error, meaning: target)
        details.fields = .common
        return details.response
    }

    /// Responds to OPTIONS, including the preflight requests of the Fetch standard.
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

extension Application.Publication {
    fileprivate init(
        _ snapshot: Snapshot, kept: [KeptVersion], of site: Site, now: HTTPDate, after previous: Self? = nil
    ) {
        let kept = kept.filter { $0.version != snapshot.dataset.identity.version }
        let releases = Releases(snapshot, kept: kept)
        let encode = { @Sendable (snapshot: Snapshot, previous: EncodedSnapshot?) in
            EncodedSnapshot(
                snapshot, of: releases, in: site.catalogue, siteChanged: site.changed, now: now, after: previous)
        }
        encoded = encode(snapshot, previous?.encoded)
        earlier = EarlierVersions(kept) { encode($0, nil) }
        number = (previous?.number ?? -1) + 1
    }
}
