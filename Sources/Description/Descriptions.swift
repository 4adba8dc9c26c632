package import API

/// The routes through which programs discover and understand the API, derived from the route table itself.
package struct Descriptions: APIDescription {
    package init() {}

    package func routes(of others: [Route], pages: [Route], on site: Site) -> [Route] {
        let own = PackageRoutes.routes + SchemaRoutes.routes
        return own + DescriptionRoutes(others: others + own, pages: pages, site: site).routes
    }
}
