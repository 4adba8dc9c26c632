import Foundations

/// What stands around the data of every JSON answer: `{"data":…,"meta":{…},"links":{…}}`.
enum Envelope {
    /// Appends what follows the data: `meta` is what `meta` writes and the notice, `links` what `links` writes, the links
    /// to what describes and licenses the answer, and those that the `Link` field has no room for. `own` are the links that
    /// the answer has in that field beside those of every answer.
    static func writeTail(
        to json: inout JSONText, _ context: borrowing RequestContext, beside own: [Link] = [],
        meta: (inout JSONText) -> Void = { _ in }, links: (inout JSONText) -> Void
    ) {
        let (notice, schema) = (context.encoded.notice, context.route.schema)
        let members = notice.members(in: context.language)
        let left = context.leftOut(beside: own)
        json.key("meta")
        json.object { json in
            meta(&json)
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
