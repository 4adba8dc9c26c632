import Archive
import Evidence
import Foundations

extension RequestContext {
    /// Whose figures are asked for; everyone's where none are, or nobody's that there is.
    var viewpoint: Viewpoint {
        parameters.first("viewpoint").flatMap { Viewpoint($0, in: encoded.snapshot.dataset) } ?? .all
    }

    /// The viewpoint as the answer echoes it: nothing where none was asked for.
    func writeViewpoint(_ json: inout JSONText) {
        if let name = parameters.first("viewpoint") { json.member("viewpoint", name) }
    }
}
