package import HTTPCore

/// What a route answers.
package enum RouteResult {
    /// What may be kept, and given to every request that asks for the same.
    case ready(CachedResponse)
    /// What is true of this request alone.
    case response(Response)
}
