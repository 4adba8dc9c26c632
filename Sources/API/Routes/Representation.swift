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

    /// The answer, or 304, 406 or 412 where the request's fields say so (RFC 9110 sections 12.5.3 and 13).
    func response(to exchange: borrowing Exchange, _ parameters: Parameters) -> Response {
        var digest = digest
        var body = body
        if parameters.isPretty {
            digest.add("pretty")
            body = Body(PrettyJSON.format(body.bytes))
        }
        var etag = digest.hexadecimal
        var fields = Fields.common
        switch coding(for: exchange, of: body) {
        case "identity": break
        case "gzip":
            guard let coded = exchange.edition.gzip.compressed(body, digest: digest.value) else { break }
            body = coded
            etag += "-gzip"
            fields.append(.contentEncoding, "gzip")
        default:
            return Problem(.notAcceptable, detail: "Accept-Encoding allows neither gzip nor identity.")
                .answer(exchange.request)
        }
        let tag = EntityTag(etag)
        let lastModified = exchange.edition.lastModified
        fields.append(.etag, "\"\(etag)\"")
        fields.append(.lastModified, lastModified.description)
        fields.append(.cacheControl, "public, max-age=300")
        fields.append(.vary, exchange.vary(parameters).joined(separator: ", "))
        if !links.isEmpty {
            fields.append(.link, links.map { "<\($0.url)>; rel=\"\($0.relation)\"" }.joined(separator: ", "))
        }
        switch Conditions.evaluate(exchange.request, etag: tag, lastModified: lastModified) {
        case .notModified: return Response(.notModified, fields: fields)
        case .preconditionFailed: return Problem(.preconditionFailed).answer(exchange.request)
        case .proceed: break
        }
        fields.append(.contentType, Format.json.mediaType)
        fields.append(.contentLanguage, language.rawValue)
        return Response(.ok, fields: fields, body: body)
    }

    /// The content coding that `Accept-Encoding` prefers; nil where it excludes all that there is. A short body is coded
    /// only when identity is refused.
    private func coding(for exchange: borrowing Exchange, of body: Body) -> String? {
        guard exchange.request.hasField(.acceptEncoding) else { return "identity" }
        let accept = exchange.request.field(.acceptEncoding)
        let choose = { (offered: [String]) in
            ContentNegotiation.contentCoding(acceptEncoding: accept, offered: offered)
        }
        return (body.count < Gzip.leastCount ? choose(["identity"]) : nil) ?? choose(["gzip", "identity"])
    }
}

extension Fields {
    /// On every answer: any page may read and embed it (CORS, CORP), no browser may guess its type, and links that lead
    /// away do not tell from which page.
    static let common: Fields = {
        var fields = Fields()
        fields.append(.accessControlAllowOrigin, "*")
        fields.append(.accessControlExposeHeaders, "Link, ETag")
        fields.append(.contentTypeOptions, "nosniff")
        fields.append(.crossOriginResourcePolicy, "cross-origin")
        fields.append(.referrerPolicy, "strict-origin-when-cross-origin")
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
        for name in [FieldName.allow, .contentRange] {
            if let value = fields[name] { problem.fields.append(name, value) }
        }
        return problem
    }
}
