import Archive
package import Foundation
import HTTPCore

/// A file that is served as it is on disk, whole or in ranges.
package struct StaticFile: Sendable {
    let mediaType: String
    let bytes: [UInt8]
    private let etag: EntityTag?

    /// Takes the bytes as they are.
    package init(_ bytes: [UInt8], mediaType: String) {
        self.bytes = bytes
        self.mediaType = mediaType
        var digest = Digest()
        digest.add(bytes)
        etag = EntityTag(digest.hexadecimal)
    }

    /// The JSON Schemas of a folder by their file names; none where the folder cannot be read.
    package static func schemas(in folder: URL) -> [String: StaticFile] {
        let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let files = urls.filter { $0.pathExtension == "json" }.compactMap { url in
            (try? Data(contentsOf: url)).map { data in
                (url.lastPathComponent, StaticFile(Array(data), mediaType: "application/schema+json"))
            }
        }
        return Dictionary(files) { first, _ in first }
    }

    /// 200 or 206; 304, 412 or 416 where the request's fields say so (RFC 9110 sections 13 and 14).
    func response(to request: borrowing Request) -> Response {
        var fields = Fields.common
        if let etag { fields.append(.etag, etag.description) }
        fields.append(.cacheControl, "max-age=300")
        switch Conditions.evaluate(request, etag: etag) {
        case .notModified: return Response(.notModified, fields: fields)
        case .preconditionFailed: return Problem(.preconditionFailed).answer(request)
        case .proceed: break
        }
        fields.append(.acceptRanges, "bytes")
        switch ByteRange.evaluate(request, count: bytes.count, etag: etag) {
        case .whole:
            fields.append(.contentType, mediaType)
            return Response(.ok, fields: fields, body: Body(bytes))
        case .part(let range):
            fields.append(.contentType, mediaType)
            fields.append(.contentRange, "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)")
            return Response(.partialContent, fields: fields, body: Body(Array(bytes[range])))
        case .unsatisfiable:
            var problem = Problem(.rangeNotSatisfiable, detail: "There are \(bytes.count) octets.")
            problem.fields.append(.contentRange, "bytes */\(bytes.count)")
            return problem.answer(request)
        }
    }
}
