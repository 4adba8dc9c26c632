import Archive
package import Foundations
import Rendering

/// What surrounds the data in every JSON response: `{"data":…,"meta":{…},"links":{…}}`.
package enum Envelope {
    /// Appends what follows the data.
    ///
    /// `meta` gets what `meta` writes, what is supposed, and the dataset's notice. `links` gets what `links` writes, the links to
    /// description and licence, and those for which the `Link` field has no room, given that it contains `own` in
    /// addition to the links of every response.
    package static func writeTail(
        to json: inout JSONText, _ context: borrowing RequestContext, beside own: [Link] = [],
        meta: (inout JSONText) -> Void = { _ in }, links: (inout JSONText) -> Void
    ) {
        let supposition = context.encoded.supposition?.supposed
        let (notice, schema) = (context.encoded.notice, context.route.schema)
        let members = notice.members(in: context.language)
        let left = context.leftOut(beside: own)
        json.key("meta")
        json.object { json in
            meta(&json)
            if let supposition {
                json.member("without", values: supposition.without)
                json.member("assume", values: supposition.assume)
            }
            json.raw(members)
        }
        json.key("links")
        json.object { json in
            links(&json)
            json.member("describedby", schema.map(SchemaPath.path))
            json.member("license", notice.licence)
            json.members(leftOut: left)
        }
        json.endObject()
    }
}
