import Rendering

/// All routes, each once.
enum RouteTable {
    static func routes(
        _ site: Site, metrics: @escaping @Sendable () -> String, isReady: @escaping @Sendable () -> Bool
    ) -> [Route] {
        let routes =
            IndexRoutes.routes(hasPages: site.pages != nil)
            + RecordRoutes(encoding: .events) { $0.events }.routes
            + RecordRoutes(encoding: .statistics, supposes: true) { $0.statistics }.routes
            + RecordRoutes(encoding: .claims, supposes: true) { $0.claims }.routes
            + RecordRoutes(encoding: .checks, supposes: true) { $0.checks }.routes
            + RecordRoutes(encoding: .discrepancies, supposes: true) { $0.discrepancies }.routes
            + ReadingRoutes.routes
            + RecordRoutes(encoding: .conflicts, supposes: true) { $0.conflicts }.routes
            + RecordRoutes(encoding: .revisions, supposes: true) { $0.revisions }.routes
            + RecordRoutes(encoding: .sources) { $0.sources }.routes
            + RecordRoutes(encoding: .changes) { $0.changes }.routes
            + RecordRoutes(encoding: .terms) { $0.terms }.routes
            + TimelineRoutes.routes
            + [TimemapRoute.route]
            + ChartRoutes.routes
            + PictureRoutes(converter: site.converter).routes
            + CompareRoutes.routes
            + SearchRoutes.routes
            + ServiceRoutes(metrics: metrics, isReady: isReady).routes
        let pages = site.pages?.routes ?? []
        return routes + pages + (site.description?.routes(of: routes, pages: pages, on: site) ?? [])
    }
}
