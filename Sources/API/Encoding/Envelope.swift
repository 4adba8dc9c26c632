import HTTPCore

/// What stands around the data of every JSON answer: `{"data":…,"meta":{…},"links":{…}}`.
enum Envelope {
    /// Appends what follows the data: `meta` is what `meta` writes and the imprint, `links` what `links` writes, the links
    /// to what describes and licenses the answer, and those that the `Link` field has no room for. `own` are the links that
    /// the answer has in that field beside those of every answer.
    static func writeTail(
        to json: inout JSONText, _ exchange: borrowing Exchange, beside own: [Link] = [],
        meta: (inout JSONText) -> Void = { _ in }, links: (inout JSONText) -> Void
    ) {
        let (imprint, schema) = (exchange.edition.imprint, exchange.route.schema)
        let members = imprint.members(in: exchange.language)
        let left = exchange.leftOut(beside: own)
        json.key("meta")
        json.object { json in
            meta(&json)
            json.raw(members)
        }
        json.key("links")
        json.object { json in
            links(&json)
            json.member("describedby", schema.map(SchemaRoutes.path))
            json.member("license", imprint.licence)
            json.members(leftOut: left)
        }
        json.endObject()
    }
}
