package import Archive
package import HTTPCore
package import Rendering

extension Problem {
    /// Returns a 404 for an id that no record in the table has, suggesting the closest one.
    package static func unknown<Record: LinkedRecord>(_ id: String, on table: RecordTable<Record>) -> Problem {
        if let mark = id.lastIndex(of: "."), table.position(of: String(id[..<mark])) != nil {
            let suffix = id[id.index(after: mark)...]
            return Problem(
                .notFound,
                detail: "“\(id[..<mark])” is not available as “\(suffix)”; its Link field lists the formats that are.")
        }
        return .unknown(id, among: table.name, nearest: table.nearestID(to: id))
    }
}
