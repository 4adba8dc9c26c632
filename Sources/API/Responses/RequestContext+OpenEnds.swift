import Archive
import Evidence
import Foundations
import Rendering

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
}
