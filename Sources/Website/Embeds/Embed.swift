import Archive
import Evidence
import Foundations

/// What another site can show in a frame.
struct Embed: Equatable {
    enum Kind: String, CaseIterable {
        case discrepancies, statistics

        /// The attribute of `<akistata-embed>`.
        var attribute: String {
            switch self {
            case .discrepancies: "discrepancy"
            case .statistics: "statistic"
            }
        }
    }

    let kind: Kind
    let id: String

    /// The page on which people read the same.
    var page: String { "/\(kind.rawValue)/\(PercentEncoding.encode(id))" }

    var path: String { "/embed" + page }

    /// nil where the dataset has no such record.
    func title(in snapshot: Snapshot) -> LocalizedText? {
        switch kind {
        case .discrepancies: snapshot.discrepancies[id]?.title
        case .statistics: snapshot.statistics[id]?.title
        }
    }
}

extension Embed {
    /// What the page with these decoded segments shows: the page of the record, its frame, or the lesson on it. nil for any
    /// other page.
    init?(_ segments: [String]) {
        let rest = segments.first == "embed" ? segments.dropFirst() : segments[...]
        guard rest.count == 2, let name = rest.first, let id = rest.last,
            let kind = name == "lessons" ? .discrepancies : Kind(rawValue: name)
        else { return nil }
        self.init(kind: kind, id: id)
    }
}
