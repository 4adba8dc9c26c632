import Archive
import Checks
import Evidence
import Foundations
import Rendering

/// What `meta` says of how the request was read.
extension RequestContext {
    /// Writes how open and unknown ends of dates were read, if the list was asked for a time.
    func writeOpenEnds(_ json: inout JSONText) {
        guard ["from", "to"].contains(where: { parameters.first($0) != nil }) else { return }
        let ends = OpenEnds(of: encoded.snapshot.dataset)
        json.key("openEnds")
        json.object { json in
            json.member("from", value: ends.first?.description)
            json.member("to", value: ends.last?.description)
        }
    }

    /// The requested viewpoint; everyone's if there is none, or an unknown one.
    var viewpoint: Viewpoint {
        parameters.first("viewpoint").flatMap { Viewpoint($0, in: encoded.snapshot.dataset) } ?? .all
    }

    /// Writes the viewpoint, if one was requested.
    func writeViewpoint(_ json: inout JSONText) {
        if let name = parameters.first("viewpoint") { json.member("viewpoint", name) }
    }
}
