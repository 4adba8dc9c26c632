import Evidence
import HTTPCore

/// Every route, once.
enum RouteTable {
    static func routes(
        schemas: [String: StaticFile], publicURL: String?, _ metrics: Metrics, isReady: @escaping @Sendable () -> Bool
    ) -> [Route] {
        IndexRoutes(publicURL: publicURL).routes
            + RecordRoutes(encoding: .events, publicURL: publicURL) { $0.events }.routes
            + RecordRoutes(encoding: .statistics, publicURL: publicURL) { $0.statistics }.routes
            + RecordRoutes(encoding: .claims, publicURL: publicURL) { $0.claims }.routes
            + RecordRoutes(encoding: .checks, publicURL: publicURL) { $0.checks }.routes
            + RecordRoutes(encoding: .discrepancies, publicURL: publicURL) { $0.discrepancies }.routes
            + RecordRoutes(encoding: .sources, publicURL: publicURL) { $0.sources }.routes
            + RecordRoutes(encoding: .changes, publicURL: publicURL) { $0.changes }.routes
            + TimelineRoutes.routes
            + ChartRoutes.routes
            + ServiceRoutes(metrics: metrics, isReady: isReady).routes
            + SchemaRoutes(schemas: schemas).routes
    }
}
