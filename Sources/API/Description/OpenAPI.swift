import Archive
import Evidence
import Foundations
import Rendering

/// The description of the API in OpenAPI 3.1, derived from the route table and the served data.
package struct OpenAPI {
    package static let path = APIPath.below("openapi.json")
    static let mediaType = "application/vnd.oai.openapi+json;version=3.1"

    let routes: [Route]
    let encoded: EncodedSnapshot
    let site: Site

    /// The document: the same bytes for the same routes, data and schemas.
    var json: [UInt8] {
        var components = Components(site.schemas)
        var paths = JSONText()
        paths.object { paths in
            for operation in routes.flatMap(operations) {
                paths.key(operation.path)
                paths.object { item in
                    item.key("get")
                    operation.write(to: &item, &components)
                }
            }
        }
        var json = JSONText()
        json.object { json in
            json.member("openapi", "3.1.1")
            json.key("info")
            info(&json)
            json.key("servers")
            // From a file that was saved, clients find the server by its whole address.
            json.array([site.origin?.description ?? "/"]) { json, url in json.object { $0.member("url", url) } }
            json.key("paths")
            json.raw(paths.bytes)
            json.key("components")
            components.write(to: &json)
        }
        return json.bytes
    }

    /// Returns an operation for the path of the route, and one for each of its suffixes.
    private func operations(of route: Route) -> [Operation] {
        ([nil] + (route.hasSuffixes ? route.formats : []).map(Optional.some)).map {
            Operation(route, suffix: $0, of: encoded, site)
        }
    }

    private func info(_ json: inout JSONText) {
        let identity = encoded.snapshot.dataset.identity
        json.object { json in
            json.member("title", "Akistata: " + identity.title[.program])
            json.member("version", identity.version)
            json.member(
                "description",
                """
                \(identity.description[.program])

                Every path answers GET, and HEAD and OPTIONS with it; other methods are 405 with Allow. Where a path has \
                several formats, Accept chooses, and each format has a path of its own by its suffix. A condition \
                (If-None-Match, If-Modified-Since, If-Match, If-Unmodified-Since) is answered with 304 or 412. A parameter \
                that is unknown or malformed is 400, and the problem names the nearest spelling and what is accepted.

                \(identity.attribution[.program])
                """)
            json.key("license")
            json.object { json in
                json.member("name", identity.licence.id)
                json.member("url", identity.licence.url)
            }
        }
    }
}
