package import HTTPCore

/// Where the requests of one thread are answered: the application with a cache of its own, so that threads share nothing
/// but the snapshot.
package final class Responder {
    private let application: Application
    private var encoded: EncodedSnapshot
    /// Which publication the snapshot is.
    private var publication: Int
    private let cacheSize: Int
    // They call nothing that knows of the responder.
    @exclusivity(unchecked) private var cache: ResponseCache
    @exclusivity(unchecked) private var hosts = HostTable()

    /// It keeps answers in so many bytes of memory.
    init(_ application: Application, cacheSize: Int) {
        self.application = application
        self.cacheSize = cacheSize
        cache = ResponseCache(capacity: cacheSize)
        (encoded, publication) = application.published
    }

    /// How many answers to GET and HEAD were made since the snapshot was published, and not found in the cache.
    package var made: Int { cache.made }

    /// Lets go of a snapshot that is no longer published. What is answered comes from the newest snapshot anyhow; this is
    /// for a responder that has nothing to answer.
    package func refresh() {
        guard application.publication != publication else { return }
        (encoded, publication) = application.published
        cache = ResponseCache(capacity: cacheSize)
    }

    /// Answers a request, and gives the answer a name; never blocks, and touches nothing but the snapshot. Where the answer
    /// has work, the same is to be asked again with it as `finished` when it is done.
    package func respond(
        to request: borrowing Request, after finished: (any DeferredWork)? = nil, as name: [UInt8] = []
    ) -> Response {
        refresh()
        var response: Response
        if request.method == .get || request.method == .head, let kept = cache.find(request) {
            response = kept.response.response(to: request)
            response.route = kept.route
        } else {
            let host = application.origin.map { .origin($0, number: 0) } ?? hosts.read(request)
            response = application.respond(to: request, after: finished, at: host, from: encoded, by: &cache)
        }
        response.name = name
        return response
    }

    /// The answer to what was no request, with a name.
    package func respond(to error: ParseError, as name: [UInt8] = []) -> Response {
        var response = application.respond(to: error)
        response.name = name
        return response
    }
}
