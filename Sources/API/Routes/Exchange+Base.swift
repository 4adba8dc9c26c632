import HTTPCore

extension Exchange {
    /// Scheme and authority for URLs that are read away from where they stand, as those of a citation are.
    ///
    /// Without a public URL they are those of the request. Its Host is the client's word, so that nothing made of it lasts:
    /// it is given to this one request.
    func base(_ publicURL: String?) -> (url: String, isLasting: Bool) {
        if let publicURL { return (publicURL, true) }
        return ("http://" + (request.authority ?? "localhost"), false)
    }
}

extension Reply {
    /// The same, for this request alone unless it may be `kept`.
    func kept(_ isKept: Bool, for exchange: borrowing Exchange) -> Reply {
        guard !isKept, case .ready(let answer) = self else { return self }
        return .response(answer.response(to: exchange.request))
    }
}
