import HTTPCore

/// A representation with its fields in wire form: one copy away from the socket.
final class ReadyAnswer: Sendable {
    /// Of 200, and of 304 without those of the content.
    private let whole, bare: Fields
    private let etag: EntityTag?
    private let lastModified: HTTPDate?
    private let body: Body
    /// Memory that it has to itself, about: what it shares with the edition is not counted.
    let octets: Int

    /// `fields` are those that 304 has, too.
    init(fields: Fields, content: Fields, etag: EntityTag?, lastModified: HTTPDate?, body: Body) {
        bare = fields
        whole = fields.appending(content)
        self.etag = etag
        self.lastModified = lastModified
        self.body = body.joined
        octets = whole.bytes.count + bare.bytes.count + self.body.ownOctets
    }

    /// 200, or 304 or 412 where the request's conditions say so (RFC 9110 section 13).
    func response(to request: borrowing Request) -> Response {
        switch Conditions.evaluate(request, etag: etag, lastModified: lastModified) {
        case .proceed: Response(.ok, fields: whole, body: body)
        case .notModified: Response(.notModified, fields: bare)
        case .preconditionFailed: Problem(.preconditionFailed).answer(request)
        }
    }
}
