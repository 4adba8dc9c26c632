import Archive
import Bibliography
import Evidence
package import Foundations
import HTTPCore
package import Problems
package import Rendering
import Wording

/// A body with everything that its header fields depend on.
package struct Representation {
    let body: Body
    /// The digest of the content for the entity tag.
    let digest: Digest
    let format: Format
    /// The links besides those of every response.
    package var links: [Link] = []
    /// The `Content-Security-Policy`: what a page may load, and who may frame it.
    package var policy: String?
    /// Whether what it says depends on which version is current, even under the address of another.
    package var followsCurrent = false

    /// Creates a body of chunks whose content `digest` stands for.
    package init(_ chunks: [[UInt8]], digest: Digest, as format: Format) {
        body = Body(chunks)
        self.digest = digest
        self.format = format
    }

    /// Creates a body of one chunk.
    package init(_ bytes: [UInt8], as format: Format) {
        var digest = Digest()
        digest.add(bytes)
        body = Body(bytes)
        self.digest = digest
        self.format = format
    }

    /// Creates an entry of a bibliography.
    init(_ reference: Reference, as format: Format) {
        let isKnown = Reference.formats.contains(format)
        self.init(reference.text(as: format), as: isKnown ? format : .csl)
    }

    /// Creates a body that is produced while being sent; for a given snapshot, it must depend on the request only.
    init(_ produced: Body, _ context: borrowing RequestContext) {
        body = produced
        format = context.format
        var digest = Digest()
        for text in [
            context.encoded.snapshot.digest, format.rawValue, context.language.rawValue, context.request.target,
        ] {
            digest.add(text)
        }
        self.digest = digest
        describe(context)
    }

    /// Creates a table in the requested format: text, CSV, or the metadata of the CSV. `title` and `page` are for text.
    init(
        _ table: Table, _ context: borrowing RequestContext, title: String = "",
        page: (total: Int, next: String?)? = nil
    ) {
        let snapshot = context.encoded.snapshot
        let dialect = context.parameters.dialect
        switch context.format {
        case .txt:
            let text = ListText(title: title, table: table, page: page)
            self.init(text.write(snapshot, in: context.language), as: .txt)
        case .csvm:
            let csv = context.sibling(.csv)
            self.init(
                CSVWText(columns: table.columns, url: csv.name, languages: context.encoded.languages)
                    .write(snapshot.dataset.identity),
                as: .csvm)
            links = [Link(csv.path, "describes", type: Format.csv.mediaRange)]
        default:
            self.init(CSVText.write(table, dialect: dialect), as: .csv)
            describe(context)
        }
    }

    /// Links CSV to its metadata. With a byte order mark CSV has none, because what CSV on the Web says about the mark
    /// is not what its readers do.
    private mutating func describe(_ context: borrowing RequestContext) {
        guard format == .csv, context.parameters.dialect == .rfc4180 else { return }
        links.append(Link(context.sibling(.csvm).path, "describedby", type: Format.csvm.mediaType))
    }

    /// Returns the response before conditions are evaluated. Throws 406 if `Accept-Encoding` excludes all available
    /// codings (RFC 9110 section 12.5.3).
    package func result(to context: borrowing RequestContext) throws(Problem) -> RouteResult {
        var digest = digest
        var body = self.body
        if let permalink = context.permalink { body = permalink.located(body, as: format, at: context.site.origin) }
        let mediaType = context.route.formats.isEmpty ? context.route.mediaType : format.mediaType
        if let base = context.base {
            body = base.located(body, as: mediaType, asked: context.parameters.pairs.map(\.value))
        }
        if context.parameters.isPretty {
            digest.add("pretty")
            body = Body(PrettyJSON.format(body.bytes))
        }
        var etag = digest.hexadecimal
        var content = Fields()
        switch context.coding.compresses(body, as: format) {
        case false?: break
        case true?:
            guard let bytes = Gzip.compress(body.chunks) else { break }
            body = Body(bytes)
            etag += "-gzip"
            content.append(.contentEncoding, "gzip")
        case nil:
            throw Problem(.notAcceptable, Sentence(body.count == nil ? .problemIdentity : .problemCoding))
        }
        content.append(.contentType, mediaType)
        let languages = format.hasAllLanguages ? context.encoded.languages : [context.language]
        content.append(.contentLanguage, languages.map(\.rawValue).joined(separator: ", "))
        var fields = Fields.common
        fields.reserveCapacity(2_048)
        if let policy { fields.append(.contentSecurityPolicy, policy) }
        fields.append(.etag) { bytes in
            bytes.append(UInt8(ascii: "\""))
            bytes += etag.utf8
            bytes.append(UInt8(ascii: "\""))
        }
        if let date = context.encoded.lastModifiedText { fields.append(.lastModified, date) }
        let isLasting = context.permalink != nil && !followsCurrent
        fields.append(.cacheControl, isLasting ? Permalink.cacheControl : Fields.cacheControl)
        let tags = context.encoded.tags(isPinned: context.permalink != nil)
        fields.append(.surrogateKey, tags.spaced)
        fields.append(.cacheTag, tags.listed)
        if context.permalink != nil {
            fields.append(.mementoDatetime, context.encoded.released.description)
        }
        fields.append(.vary, context.vary.joined(separator: ", "))
        // The reader stays in the version that was asked for.
        var links = context.permalink == nil ? links : links.map { $0.isOfVersion ? $0.located(context) : $0 }
        context.addLinks(to: &links)
        if let base = context.base { links = links.map { $0.located(below: base) } }
        let told = links.fitted().told
        fields.append(.link) { told.write(to: &$0) }
        let answer = CachedResponse(
            fields: fields, content: content, etag: EntityTag(etag), lastModified: context.encoded.lastModified.date,
            body: body)
        // What is produced anew each time is not worth caching.
        return body.count == nil ? .response(try answer.response(to: context.request)) : .ready(answer)
    }
}

extension Representation {
    /// Creates a JSON document with an array of the records, followed by `tail`.
    static func document(_ records: [EncodedRecord], tail writeTail: (inout JSONText) -> Void) -> Representation {
        var json = JSONText(continuing: [UInt8(ascii: "]")])
        writeTail(&json)
        let tail = json.bytes
        var chunks = [JSONPiece.list]
        var digest = Digest()
        for (place, record) in records.enumerated() {
            if place > 0 { chunks.append(JSONPiece.comma) }
            chunks.append(record.bytes)
            digest.add(record.digest.value)
        }
        chunks.append(tail)
        digest.add(tail)
        return Representation(chunks, digest: digest, as: .json)
    }

    /// Creates a JSON object per line.
    static func lines(_ records: [EncodedRecord]) -> Representation {
        var chunks: [[UInt8]] = []
        var digest = Digest()
        digest.add(Format.ndjson.rawValue)
        for record in records {
            chunks += [record.bytes, JSONPiece.newline]
            digest.add(record.digest.value)
        }
        return Representation(chunks, digest: digest, as: .ndjson)
    }
}

extension Fields {
    /// The `Cache-Control` of what can change: it is fresh for five minutes, then renewed while the old one is shown, and shown
    /// for a day where the servers fail (RFC 5861).
    static let cacheControl = "max-age=300, stale-while-revalidate=60, stale-if-error=86400"

    /// The fields of all responses: any page may read and embed them (CORS, CORP), browsers must not guess their type,
    /// and outgoing links do not reveal the page they are on.
    static let common: Fields = {
        var fields = Fields()
        fields.append(.accessControlAllowOrigin, "*")
        fields.append(.accessControlExposeHeaders, "Link, ETag, Memento-Datetime, Retry-After, X-Request-Id, Allow")
        fields.append(.contentTypeOptions, "nosniff")
        fields.append(.crossOriginResourcePolicy, "cross-origin")
        fields.append(.referrerPolicy, "strict-origin-when-cross-origin")
        return fields
    }()
}
