import HTTPCore

/// What stands around the data of every JSON answer: `{"data":…,"meta":{…},"links":{…}}`.
enum Envelope {
    /// What follows the data: `meta` is what `meta` writes and the imprint, `links` what `links` writes and the links to
    /// what describes and licenses the answer.
    static func tail(
        _ exchange: borrowing Exchange, meta: (inout JSONText) -> Void = { _ in }, links: (inout JSONText) -> Void
    ) -> [UInt8] {
        let (imprint, schema) = (exchange.edition.imprint, exchange.route.schema)
        let members = imprint.members(in: exchange.language)
        var json = JSONText()
        json.object { json in
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
            }
        }
        return JSONPiece.comma + json.octets.dropFirst()
    }
}
