import Foundations
import HTTPCore
import Rendering

/// The API catalogue (RFC 9727): a linkset (RFC 9264) that leads to the API, and from there to its descriptions.
package enum APICatalog {
    static let path = "/.well-known/api-catalog"
    static let mediaType = "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\""

    /// The links from the API: to its descriptions for programs (RFC 8631) and for people, and to its status.
    package static let links = [
        Link(OpenAPI.path, "service-desc", type: OpenAPI.mediaType),
        Link(LLMSText.path, "service-doc", type: "text/plain"),
        Link(path, "api-catalog", type: "application/linkset+json"),
        Link("/healthz", "status", type: "application/json"),
    ]

    /// Returns the document, in which all URLs are absolute.
    static func json(_ origin: Origin, licence: String) -> [UInt8] {
        let ofAPI = links.filter { $0.relation != "api-catalog" } + [Link(licence, "license")]
        var json = JSONText()
        json.object { json in
            json.key("linkset")
            json.array([(path, [Link(APIPath.root, "item")]), (APIPath.root, ofAPI)]) { json, context in
                json.object { json in
                    json.member("anchor", "\(origin)\(context.0)")
                    for link in context.1 {
                        json.key(link.relation)
                        json.array([link]) { json, link in
                            json.object { json in
                                json.member("href", link.url.hasPrefix("/") ? "\(origin)\(link.url)" : link.url)
                                json.member("type", link.type)
                            }
                        }
                    }
                }
            }
        }
        return json.bytes
    }
}
