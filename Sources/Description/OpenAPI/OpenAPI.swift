import API
import Archive
import Evidence
import Foundations
import HTTPCore
import Rendering
import Wording

/// The description of the API in OpenAPI 3.1, derived from the route table and the served data.
struct OpenAPI {
    let routes: [Route]
    let encoded: EncodedSnapshot
    let site: Site
    /// The language of everything but the schemas, whose descriptions are English.
    let language: Language

    /// The document: the same bytes for the same routes, data, schemas and language.
    var json: [UInt8] {
        var components = Components(site.schemas, in: language)
        var (paths, tags) = (JSONText(), [String]())
        paths.object { paths in
            for operation in routes.flatMap(operations) {
                if !tags.contains(operation.tag) { tags.append(operation.tag) }
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
            json.key("tags")
            json.array(tags) { json, tag in
                json.object { json in
                    json.member("name", tag)
                    json.member("description", Phrase.label(.tag, tag)[language])
                }
            }
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
            Operation(route, suffix: $0, of: encoded, site, in: language)
        }
    }

    private func info(_ json: inout JSONText) {
        let identity = encoded.snapshot.dataset.identity
        json.object { json in
            json.member("title", "Akistata: " + identity.title[language])
            json.member("version", identity.version)
            let paragraphs = [
                identity.description[language], language.words[.apiRules], identity.attribution[language],
            ]
            json.member("description", paragraphs.joined(separator: "\n\n"))
            json.key("license")
            json.object { json in
                json.member("name", identity.licence.id)
                json.member("url", identity.licence.url)
            }
        }
    }
}
