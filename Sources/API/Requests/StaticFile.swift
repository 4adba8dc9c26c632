package import Foundation
import Foundations
import HTTPCore

/// A file served as it is on disk, whole or in ranges.
package struct StaticFile: Sendable {
    package let mediaType: String
    package let bytes: [UInt8]
    /// The response with the file, whole or in ranges.
    package let response: CachedResponse

    /// Creates a file with these bytes.
    package init(_ bytes: [UInt8], mediaType: String) {
        self.bytes = bytes
        self.mediaType = mediaType
        var digest = Digest()
        digest.add(bytes)
        let etag = EntityTag(digest.hexadecimal)
        var fields = Fields.common
        if let etag { fields.append(.etag, etag.description) }
        fields.append(.cacheControl, Fields.cacheControl)
        var content = Fields()
        content.append(.acceptRanges, "bytes")
        content.append(.contentType, mediaType)
        response = CachedResponse(fields: fields, content: content, etag: etag, body: Body(bytes), hasRanges: true)
    }

    /// Returns the JSON Schemas in a folder by file name; empty if the folder cannot be read.
    package static func schemas(in folder: URL) -> [String: StaticFile] {
        let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let files = urls.filter { $0.pathExtension == "json" }.compactMap { url in
            (try? Data(contentsOf: url)).map { data in
                (url.lastPathComponent, StaticFile(Array(data), mediaType: SchemaPath.mediaType))
            }
        }
        return Dictionary(files) { first, _ in first }
    }
}
