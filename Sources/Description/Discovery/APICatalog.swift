import API
import Foundations
import HTTPCore
import Rendering

/// The API catalogue (RFC 9727): a linkset (RFC 9264) that leads to the API, and from there to its descriptions.
enum APICatalog {
    static let mediaType = "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\""

    /// Returns the document, in which all URLs are absolute.
    static func json(_ origin: Origin, licence: String) -> [UInt8] {
        let ofAPI = DescriptionPath.links.filter { $0.relation != "api-catalog" } + [Link(licence, "license")]
        var json = JSONText()
        json.object { json in
            json.key("linkset")
            json.array([(DescriptionPath.catalogue, [Link(APIPath.root, "item")]), (APIPath.root, ofAPI)]) {
                json, context in
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
