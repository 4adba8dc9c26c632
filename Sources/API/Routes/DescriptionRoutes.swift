import HTTPCore

/// What machines find and understand the API by, made from the route table itself.
struct DescriptionRoutes: Sendable {
    /// The routes beside these.
    let others: [Route]

    var routes: [Route] {
        [
            Route(
                OpenAPI.path, "This description, in OpenAPI 3.1.", mediaType: OpenAPI.mediaType,
                example: { _ in nil }, answer: { exchange throws(Problem) in try self.openAPI(exchange) })
        ]
    }

    private func openAPI(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        try exchange.check()
        let edition = exchange.edition
        let site = exchange.site
        let document = edition.openAPI.value {
            EncodedRecord(OpenAPI(routes: others + routes, edition: edition, site: site).json)
        }
        return try Representation([document.bytes], digest: document.digest, as: .json).reply(to: exchange)
    }
}
