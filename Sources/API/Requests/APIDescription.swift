import Rendering

/// What describes the API, as the API sees it: it is made from the route table, and has routes of its own.
package protocol APIDescription: Sendable {
    /// Returns the routes of the description of all `others`; `pages` are those for people, which it does not describe.
    func routes(of others: [Route], pages: [Route], on site: Site) -> [Route]
}

/// The paths of the descriptions, to which answers and pages link.
package enum DescriptionPath {
    package static let openAPI = APIPath.below("openapi.json")
    /// The media type of the OpenAPI document.
    package static let openAPIType = "application/vnd.oai.openapi+json;version=3.1"
    /// The API on one page of Markdown.
    package static let llms = "/llms.txt"
    package static let catalogue = "/.well-known/api-catalog"

    /// The links from the API: to its descriptions for programs (RFC 8631) and for people, and to its status.
    package static let links = [
        Link(openAPI, "service-desc", type: openAPIType), Link(llms, "service-doc", type: "text/plain"),
        Link(catalogue, "api-catalog", type: "application/linkset+json"),
        Link("/healthz", "status", type: "application/json"),
    ]
}
