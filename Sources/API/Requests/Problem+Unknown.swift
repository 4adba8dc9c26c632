package import Archive
import HTTPCore
package import Problems
package import Rendering
import Wording

extension Problem {
    /// Returns a 404 for an id that no record in the table has, suggesting the closest one.
    package static func unknown<Record: LinkedRecord>(_ id: String, on table: RecordTable<Record>) -> Problem {
        if let mark = id.lastIndex(of: "."), table.position(of: String(id[..<mark])) != nil {
            let suffix = id[id.index(after: mark)...]
            return Problem(
                .notFound,
                Sentence(.problemUnavailable, ["id": String(id[..<mark]), "suffix": String(suffix)]))
        }
        return .unknown(id, among: table.name, nearest: table.nearestID(to: id))
    }
}
