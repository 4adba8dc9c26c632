import HTTPCore

extension Exchange {
    /// Checks the request; answers where clients reach the service: as configured, else as the request says. 400 where it
    /// names no host.
    func origin() throws(Problem) -> Origin {
        try check()
        return try statedOrigin()
    }

    /// The same, of a request whose parameters are somebody else's to check.
    func statedOrigin() throws(Problem) -> Origin {
        if let origin = site.origin ?? Origin(request) { return origin }
        throw Problem(.badRequest, detail: "The request names no host, and this answer has absolute addresses.")
    }

    /// The whole URL of a path, with the version that is loaded. Checks the request, as `origin()` does.
    func permalink(of path: String) throws(Problem) -> String {
        try origin().description + Permalink.path(path, version: edition.version)
    }
}

extension Representation {
    /// The same as `reply(to:)`, kept for other requests only where it does not depend on the request's host.
    func reply(toHostOf exchange: borrowing Exchange) throws(Problem) -> Reply {
        let reply = try reply(to: exchange)
        guard exchange.site.origin == nil, case .ready(let answer) = reply else { return reply }
        return .response(answer.response(to: exchange.request))
    }
}
