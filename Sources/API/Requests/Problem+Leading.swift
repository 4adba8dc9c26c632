import Archive
import HTTPCore
import Problems
import Rendering
import Wording

extension Problem {
    /// Returns a 404 with what has become of the record that the address names: that it is a check and no discrepancy, or which
    /// version removed it and which still has it. Any other problem stays as it is.
    func leading(on request: borrowing Request, from encoded: EncodedSnapshot) -> Problem {
        guard status == .notFound, lead == nil else { return self }
        let permalink = Permalink(of: request)
        let query = request.query.map { "?" + $0 } ?? ""
        guard let record = RecordAddress((permalink?.path ?? request.path) + query, in: encoded.snapshot) else {
            return self
        }
        var problem: Problem
        switch record.place(in: encoded.snapshot) {
        case .same: return self
        case .other(let path):
            let path = permalink.map { Permalink.path(path, version: $0.version) } ?? path
            problem = Problem(.notFound, Sentence(.problemCheck, ["id": record.id]))
            problem.lead = Lead(to: path, Sentence(.problemSee, ["url": path]), label: Sentence(.problemCheckLink))
        case .gone:
            guard encoded.version == encoded.releases.current, let removal = record.removal(of: encoded.releases)
            else { return self }
            problem = Problem(
                .notFound, Sentence(.problemRemoved, ["id": record.id, "version": removal.version]))
            problem.lead = removal.last.map { version, path in
                Lead(
                    to: path, Sentence(.problemKept, ["version": version, "url": path]),
                    label: Sentence(.problemKeptLink, ["version": version]))
            }
        }
        problem.fields = fields
        return problem
    }
}
