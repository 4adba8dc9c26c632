import Checks
import Archive
import Evidence
import Foundations

/// A record that another site can show in a frame.
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

    /// The page with the same content for people.
    var page: String { "/\(kind.rawValue)/\(PercentEncoding.encode(id))" }

    var path: String { "/embed" + page }

    /// Returns the record, to be found again in another version; nil if the dataset does not have it.
    func record(in snapshot: Snapshot) -> ComparedRecord? {
        switch kind {
        case .discrepancies: snapshot.checks[id].flatMap { ComparedRecord($0, in: snapshot) }
        case .statistics: snapshot.statistics[id].flatMap { ComparedRecord($0, in: snapshot) }
        }
    }

    /// Returns the record's title, also that of a check that is a discrepancy no more; nil if the dataset does not have it.
    func title(in snapshot: Snapshot) -> LocalizedText? {
        switch kind {
        case .discrepancies: snapshot.checks[id]?.relation.title
        case .statistics: snapshot.statistics[id]?.title
        }
    }
}

extension Embed {
    /// Creates the embed for the page with these decoded segments: the page of a record, its frame, or its lesson. nil
    /// for any other page.
    init?(_ segments: [String]) {
        let rest = segments.first == "embed" ? segments.dropFirst() : segments[...]
        guard rest.count == 2, let name = rest.first, let id = rest.last,
            let kind = name == "lessons" ? .discrepancies : Kind(rawValue: name)
        else { return nil }
        self.init(kind: kind, id: id)
    }
}
