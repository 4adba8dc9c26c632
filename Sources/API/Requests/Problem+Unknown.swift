package import Archive
package import HTTPCore
package import Rendering

extension Problem {
    /// 404 for an id that no record of the shelf has, with the nearest that one has.
    package static func unknown<Record: LinkedRecord>(_ id: String, on shelf: Shelf<Record>) -> Problem {
        if let mark = id.lastIndex(of: "."), shelf.position(of: String(id[..<mark])) != nil {
            let suffix = id[id.index(after: mark)...]
            return Problem(
                .notFound,
                detail: "“\(id[..<mark])” is not to be had as “\(suffix)” here; its Link field tells as what it is.")
        }
        let hint = shelf.nearestID(to: id).map { " Did you mean “\($0)”?" } ?? ""
        return Problem(.notFound, detail: "None of the \(shelf.name) has the id “\(id)”." + hint)
    }
}
