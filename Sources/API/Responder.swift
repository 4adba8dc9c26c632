package import HTTPCore
import Problems

/// The entry point for the requests of one thread: the application with a cache of its own, so that threads share
/// nothing but the snapshot.
package final class Responder {
    private let application: Application
    private var encoded: EncodedSnapshot
    /// The number of the snapshot's publication.
    private var publication: Int
    private let cacheSize: Int
    // They call nothing that knows the responder.
    @exclusivity(unchecked) private var cache: ResponseCache
    @exclusivity(unchecked) private var hosts = HostTable()

    /// Creates a responder that caches responses in at most `cacheSize` bytes of memory.
    init(_ application: Application, cacheSize: Int) {
        self.application = application
        self.cacheSize = cacheSize
        cache = ResponseCache(capacity: cacheSize)
        let published = application.published
        (encoded, publication) = (published.encoded, published.number)
    }

    /// The number of responses to GET and HEAD made since the snapshot was published because they were not in the
    /// cache.
    package var made: Int { cache.made }

    /// Releases a snapshot that is no longer published. Responses come from the latest snapshot in any case; this is
    /// for a responder without requests.
    package func refresh() {
        guard application.publication != publication else { return }
        let published = application.published
        (encoded, publication) = (published.encoded, published.number)
        cache = ResponseCache(capacity: cacheSize)
    }

    /// Responds to a request, with `name` as the identifier of the response. Never blocks, and touches nothing but the
    /// snapshot. If the response has work, make the same request with it as `finished` when it is done.
    package func respond(
        to request: borrowing Request, after finished: (any DeferredWork)? = nil, as name: [UInt8] = []
    ) -> Response {
        refresh()
        if let base = application.base { return respond(to: request, after: finished, as: name, below: base) }
        return answer(request, after: finished, as: name)
    }

    /// Responds to a request whose path may begin with the base path. That path alone leads to what is below it.
    @inline(never)
    private func respond(
        to request: borrowing Request, after finished: (any DeferredWork)?, as name: [UInt8], below base: BasePath
    ) -> Response {
        guard let rest = request.below(base.path) else {
            return base.located(answer(request, after: finished, as: name), to: request)
        }
        let isBare = rest.target.isEmpty || rest.target.hasPrefix("?")
        guard isBare, request.method == .get || request.method == .head else {
            return base.located(answer(rest, after: finished, as: name), to: rest)
        }
        var response = Redirects.response(to: base.path + "/", rest)
        response.name = name
        return response
    }

    /// Responds to a request whose path begins without the base path.
    @inline(__always)
    private func answer(_ request: borrowing Request, after finished: (any DeferredWork)?, as name: [UInt8]) -> Response
    {
        var response: Response
        if request.method == .get || request.method == .head, let kept = cache.find(request) {
            do throws(Problem) {
                response = try kept.response.response(to: request)
            } catch {
                response = application.answer(error, to: request, at: host(of: request).origin, from: encoded)
            }
            response.route = kept.route
        } else {
            response = application.respond(
                to: request, after: finished, at: host(of: request), from: encoded, by: &cache)
        }
        response.name = name
        return response
    }

    private func host(of request: borrowing Request) -> HostTable.Reading {
        application.origin.map { .origin($0, number: 0) } ?? hosts.read(request)
    }

    /// Returns the response to something that was not a request, with `name` as its identifier. `target` is the target to
    /// send instead, if that is known.
    package func respond(to error: ParseError, meaning target: String? = nil, as name: [UInt8] = []) -> Response {
        // A proxy may have taken the base path off.
        let base = application.base.map(\.path) ?? ""
        let target = target.map { $0.hasPrefix(base + "/") ? $0 : base + $0 }
        var response = application.respond(to: error, meaning: target)
        response.name = name
        return response
    }
}
