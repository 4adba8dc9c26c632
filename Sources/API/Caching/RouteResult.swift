package import HTTPCore

/// What a route returns.
package enum RouteResult {
    /// A response that can be cached and given to every equivalent request.
    case ready(CachedResponse)
    /// A response to this request only.
    case response(Response)
}
