package import Archive
package import HTTPCore
package import Rendering

extension Problem {
    /// 404 for an id that no record of the table has, with the nearest that one has.
    package static func unknown<Record: LinkedRecord>(_ id: String, on table: RecordTable<Record>) -> Problem {
        if let mark = id.lastIndex(of: "."), table.position(of: String(id[..<mark])) != nil {
            let suffix = id[id.index(after: mark)...]
            return Problem(
                .notFound,
                detail: "“\(id[..<mark])” is not to be had as “\(suffix)” here; its Link field tells as what it is.")
        }
        return .unknown(id, among: table.name, nearest: table.nearestID(to: id))
    }
}
