import Foundations
package import HTTPCore
package import Problems
import Wording

/// A complete representation with its fields in wire form, a single copy away from the socket.
package final class CachedResponse: Sendable {
    /// The fields of 200, and those of 304, which lack the fields of the content.
    private let whole, bare: Fields
    private let etag: EntityTag?
    private let lastModified: HTTPDate?
    private let body: Body
    /// Whether parts of it can be requested (RFC 9110 section 14).
    private let hasRanges: Bool

    /// Creates a response. `fields` are those that 304 has too.
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

    /// Copies a response and adds fields to it.
    init(_ other: CachedResponse, adding fields: Fields) {
        whole = other.whole.appending(fields)
        bare = other.bare.appending(fields)
        etag = other.etag
        lastModified = other.lastModified
        body = other.body
        hasRanges = other.hasRanges
    }

    /// Copies a response without spare capacity, which arrays written piece by piece have.
    init(compacting other: CachedResponse) {
        whole = other.whole.compacted
        bare = other.bare.compacted
        etag = other.etag
        lastModified = other.lastModified
        body = other.body.compacted
        hasRanges = other.hasRanges
    }

    /// The memory that the response takes in bytes, including what it shares with others.
    var size: Int {
        let arrays = [whole.bytes, bare.bytes] + body.chunks
        return arrays.reduce(Allocation.size(ofBytes: CachedResponse.instance)) { $0 + Allocation.size($1) }
    }

    /// The maximum size in bytes of an instance with its entity tag, without its other arrays.
    private static let instance = 320

    /// Returns 200, 206 or 304, as the request's fields call for (RFC 9110 sections 13 and 14). Throws 412 or 416.
    package func response(to request: borrowing Request) throws(Problem) -> Response {
        switch Conditions.evaluate(request, etag: etag, lastModified: lastModified) {
        case .proceed: return hasRanges ? try part(for: request) : Response(.ok, fields: whole, body: body)
        case .notModified: return Response(.notModified, fields: bare)
        case .preconditionFailed: throw Problem(.preconditionFailed)
        }
    }

    private func part(for request: borrowing Request) throws(Problem) -> Response {
        let count = body.count ?? 0
        switch ByteRange.evaluate(request, count: count, etag: etag) {
        case .whole: return Response(.ok, fields: whole, body: body)
        case .part(let range):
            var fields = whole
            fields.append(.contentRange, "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)")
            return Response(.partialContent, fields: fields, body: Body(Array(body.bytes[range])))
        case .unsatisfiable:
            var problem = Problem(.rangeNotSatisfiable, Sentence(.problemRange, ["count": "\(count)"]))
            problem.fields.append(.contentRange, "bytes */\(count)")
            throw problem
        }
    }
}
