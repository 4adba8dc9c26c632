import HTTPCore

/// A representation with its fields in wire form: one copy away from the socket.
package final class CachedResponse: Sendable {
    /// Of 200, and of 304 without those of the content.
    private let whole, bare: Fields
    private let etag: EntityTag?
    private let lastModified: HTTPDate?
    private let body: Body
    /// Whether parts of it can be had (RFC 9110 section 14).
    private let hasRanges: Bool

    /// `fields` are those that 304 has, too.
    init(
        fields: Fields, content: Fields, etag: EntityTag?, lastModified: HTTPDate? = nil, body: Body,
        hasRanges: Bool = false
    ) {
        bare = fields
        whole = fields.appending(content)
        self.etag = etag
        self.lastModified = lastModified
        self.body = body.joined
        self.hasRanges = hasRanges
    }

    /// The same in no more memory than it needs: arrays that were written piece by piece have room for more.
    init(compacting other: CachedResponse) {
        whole = other.whole.compacted
        bare = other.bare.compacted
        etag = other.etag
        lastModified = other.lastModified
        body = other.body.compacted
        hasRanges = other.hasRanges
    }

    /// Bytes of memory that it takes; what it shares with others is counted, too.
    var size: Int {
        let arrays = [whole.bytes, bare.bytes] + body.chunks
        return arrays.reduce(Allocation.size(ofBytes: CachedResponse.instance)) { $0 + Allocation.size($1) }
    }

    /// What an instance takes with its entity tag and without its other arrays, at most.
    private static let instance = 320

    /// 200 or 206, or 304, 412 or 416 where the request's fields say so (RFC 9110 sections 13 and 14).
    func response(to request: borrowing Request) -> Response {
        switch Conditions.evaluate(request, etag: etag, lastModified: lastModified) {
        case .proceed: hasRanges ? part(for: request) : Response(.ok, fields: whole, body: body)
        case .notModified: Response(.notModified, fields: bare)
        case .preconditionFailed: Problem(.preconditionFailed).answer(request)
        }
    }

    private func part(for request: borrowing Request) -> Response {
        let count = body.count ?? 0
        switch ByteRange.evaluate(request, count: count, etag: etag) {
        case .whole: return Response(.ok, fields: whole, body: body)
        case .part(let range):
            var fields = whole
            fields.append(.contentRange, "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)")
            return Response(.partialContent, fields: fields, body: Body(Array(body.bytes[range])))
        case .unsatisfiable:
            var problem = Problem(.rangeNotSatisfiable, detail: "There are \(count) bytes.")
            problem.fields.append(.contentRange, "bytes */\(count)")
            return problem.answer(request)
        }
    }
}
