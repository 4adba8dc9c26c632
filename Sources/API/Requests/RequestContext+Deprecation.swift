import HTTPCore
import Rendering

extension Deprecation {
    /// Returns the fields of each answer: `Deprecation` (RFC 9745), a Structured Field Date; `Sunset` (RFC 8594), an HTTP
    /// date; the link to what people read of it; and that scripts of other sites may read them.
    func fields(below base: BasePath?) -> Fields {
        var fields = Fields()
        fields.append(.deprecation, "@\(HTTPDate(startOf: since).secondsSinceEpoch)")
        if let sunset { fields.append(.sunset, HTTPDate(startOf: sunset).description) }
        let link = Link("/docs", "deprecation", type: "text/html")
        fields.append(.link) { (base.map(link.located) ?? link).write(to: &$0) }
        fields.append(.accessControlExposeHeaders, "Deprecation, Sunset")
        return fields
    }
}

extension RequestContext {
    /// The deprecation of the route, or else that of the first parameter that was sent and has one.
    var deprecation: Deprecation? {
        route.deprecation ?? parameters.pairs.lazy.compactMap(\.parameter.deprecation).first
    }
}

extension RouteResult {
    /// Returns the result with the fields of a deprecation, if there is one.
    func announcing(_ deprecation: Deprecation?, below base: BasePath?) -> RouteResult {
        guard let fields = deprecation?.fields(below: base) else { return self }
        switch self {
        case .ready(let kept): return .ready(CachedResponse(kept, adding: fields))
        case .response(var response):
            response.fields = response.fields.appending(fields)
            return .response(response)
        }
    }
}
