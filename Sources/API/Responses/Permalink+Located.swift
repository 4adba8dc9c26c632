import Foundations
import HTTPCore
import Rendering

extension Permalink {
    /// Returns the body with its links in the version. Records are written once for all addresses; in JSON, a string that begins
    /// with the path of the API, or of a picture, is a link.
    func located(_ body: Body, as format: Format) -> Body {
        guard format == .json || format == .ndjson else { return body }
        guard body.count == nil else { return Body(body.chunks.map(located)) }
        // A chunk has whole records.
        return Body {
            let next = body.production
            return { next?().map(located) }
        }
    }

    private func located(_ bytes: [UInt8]) -> [UInt8] {
        let marks = ["\"\(APIPath.root)/", "\"/charts/"].map { Array($0.utf8) }
        // What leads out of the version on purpose.
        let ways = ["latest-version", "original"].map { Array("\"\($0)\":".utf8) }
        let same = ["@", "schemas", "timemap", "openapi.json"].map { Array($0.utf8) }
        var found: [UInt8] = []
        found.reserveCapacity(bytes.count + bytes.count / 16)
        var done = 0
        bytes.withUnsafeBufferPointer { all in
            var place = 0
            while let quote = all[place...].firstIndex(of: UInt8(ascii: "\"")) {
                place = quote + 1
                let rest = all[quote...]
                guard let mark = marks.first(where: rest.starts(with:)) else { continue }
                guard !ways.contains(where: { all[..<quote].suffix($0.count).elementsEqual($0) }) else { continue }
                let end = quote + mark.count
                guard mark != marks[0] || !same.contains(where: all[end...].starts(with:)) else { continue }
                found += all[done..<quote]
                let path = String(decoding: mark.dropFirst(), as: UTF8.self)
                found.append(UInt8(ascii: "\""))
                found += Permalink.path(path, version: version).utf8
                done = end
                place = end
            }
            found += all[done...]
        }
        return found
    }
}
