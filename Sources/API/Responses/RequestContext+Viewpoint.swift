import Checks
import Archive
import Evidence
import Foundations

extension RequestContext {
    /// The requested viewpoint; everyone's if there is none, or an unknown one.
    var viewpoint: Viewpoint {
        parameters.first("viewpoint").flatMap { Viewpoint($0, in: encoded.snapshot.dataset) } ?? .all
    }

    /// Writes the viewpoint, if one was requested.
    func writeViewpoint(_ json: inout JSONText) {
        if let name = parameters.first("viewpoint") { json.member("viewpoint", name) }
    }
}
