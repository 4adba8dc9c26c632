import HTTPCore
import Problems
import Rendering
import Wording

/// The routes for operators.
struct ServiceRoutes: Sendable {
    private static let metricsType = "text/plain; version=0.0.4; charset=utf-8"

    /// Returns the current samples in the Prometheus text format.
    let metrics: @Sendable () -> String
    let isReady: @Sendable () -> Bool

    var routes: [Route] {
        [
            Route("/healthz", schema: "answer-status.json", isVersioned: false) {
                context throws(Problem) in
                return status("ok")
            },
            Route("/readyz", schema: "answer-status.json", isVersioned: false) {
                context throws(Problem) in
                guard isReady() else { throw Problem(.serviceUnavailable, Sentence(.problemDraining)) }
                return status("ready")
            },
            Route("/metrics", mediaType: ServiceRoutes.metricsType, isVersioned: false) {
                context throws(Problem) in
                return unstored(metrics(), as: ServiceRoutes.metricsType)
            },
        ]
    }

    private func status(_ word: String) -> RouteResult {
        unstored("{\"status\":\"\(word)\"}", as: Format.json.mediaType)
    }

    /// Returns a response about this server at this moment, which must not be cached.
    private func unstored(_ text: String, as mediaType: String) -> RouteResult {
        var fields = Fields.common
        fields.append(.contentType, mediaType)
        fields.append(.cacheControl, "no-store")
        return .response(Response(.ok, fields: fields, body: Body(text)))
    }
}
