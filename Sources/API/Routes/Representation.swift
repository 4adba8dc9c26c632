import Archive
import Evidence
import HTTPCore

/// A body with the facts that its header fields are made of.
struct Representation {
    let body: Body
    /// Stands for the content in the entity tag.
    let digest: Digest
    let language: Language
    var links: [(url: String, relation: String)] = []

    /// Chunks to be sent one after the other, and the digest that stands for them.
    init(_ chunks: [[UInt8]], digest: Digest, language: Language) {
        body = Body(chunks)
        self.digest = digest
        self.language = language
    }

    /// The answer, or 304 or 412 where the request's conditions say so (RFC 9110 section 13).
    func response(to exchange: borrowing Exchange, _ parameters: Parameters) -> Response {
        let body = parameters.isPretty ? Body(PrettyJSON.format(self.body.bytes)) : self.body
        var fields = Fields.common
        let etag = EntityTag(digest.hexadecimal + (parameters.isPretty ? "-pretty" : ""))
        if let etag { fields.append(.etag, etag.description) }
        fields.append(.lastModified, exchange.edition.lastModified.description)
        fields.append(.cacheControl, "public, max-age=300")
        let vary = exchange.vary(parameters)
        if !vary.isEmpty { fields.append(.vary, vary) }
        if !links.isEmpty {
            fields.append(.link, links.map { "<\($0.url)>; rel=\"\($0.relation)\"" }.joined(separator: ", "))
        }
        let outcome = Conditions.evaluate(exchange.request, etag: etag, lastModified: exchange.edition.lastModified)
        switch outcome {
        case .notModified: return Response(.notModified, fields: fields)
        case .preconditionFailed: return Problem(.preconditionFailed).answer(exchange.request)
        case .proceed: break
        }
        fields.append(.contentType, Format.json.mediaType)
        fields.append(.contentLanguage, language.rawValue)
        return Response(.ok, fields: fields, body: body)
    }
}

extension Fields {
    /// On every answer: any page may read it (CORS), and no browser may guess its type.
    static let common: Fields = {
        var fields = Fields()
        fields.append(.accessControlAllowOrigin, "*")
        fields.append(.accessControlExposeHeaders, "Link, ETag")
        fields.append(.contentTypeOptions, "nosniff")
        return fields
    }()
}

extension Problem {
    /// The problem as the answer to `request`.
    func answer(_ request: borrowing Request) -> Response {
        var problem = self
        problem.instance = request.target
        return problem.withCommonFields.response
    }

    /// With the fields of every answer before its own.
    var withCommonFields: Problem {
        var problem = self
        problem.fields = .common
        if let allow = fields[.allow] { problem.fields.append(.allow, allow) }
        return problem
    }
}
