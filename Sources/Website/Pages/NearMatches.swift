import Archive
import Foundations
import PageLayout
import Rendering
import Templates
import Wording

/// A page that a reader may have meant.
struct NearMatch {
    let title, href: String
}

/// What is close to a path that does not exist: ids and paths with similar spellings, and records that contain its
/// words.
struct NearMatches {
    private(set) var found: [NearMatch] = []

    private static let most = 5

    /// Searches for matches; `paths` are the existing pages.
    init(to path: String, in page: PageContext, _ snapshot: Snapshot, paths: [String]) {
        let segments = path.prefix(256).split(separator: "/").map(String.init)
        let names = segments.starts(with: ["api", "v1"]) ? Array(segments.dropFirst(2)) : segments
        let kind = names.dropLast().compactMap { Section(rawValue: $0.lowercased()) }.last
        if let kind, let id = names.last, let near = kind.id(near: id, in: snapshot) {
            add([near], of: kind, page, snapshot)
        }
        if let last = names.last {
            let words = last.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
            let kinds = kind.map { [$0] } ?? Section.records
            add(positions(with: words, kinds, page, snapshot), page, snapshot)
        }
        let path = "/" + (names.first ?? "").lowercased()
        if let near = nearest(to: path, in: paths), near != "/" || path == "/" {
            found.append(NearMatch(title: page.words[String(near.dropFirst())], href: page.link(near)))
        }
        found = Array(found.prefix(NearMatches.most))
    }

    private func positions(
        with words: String, _ kinds: [Section], _ page: PageContext, _ snapshot: Snapshot
    ) -> [(Section, Int)] {
        guard let query = try? SearchQuery(words) else { return [] }
        let result = try? snapshot.search.search(
            query, kinds: Set(kinds.map(\.rawValue)), language: page.language.tag, limit: NearMatches.most)
        return (result?.hits ?? []).compactMap { hit in Section(rawValue: hit.kind).map { ($0, hit.position) } }
    }

    private mutating func add(_ ids: [String], of kind: Section, _ page: PageContext, _ snapshot: Snapshot) {
        add(ids.compactMap { id in kind.position(of: id, in: snapshot).map { (kind, $0) } }, page, snapshot)
    }

    private mutating func add(_ places: [(Section, Int)], _ page: PageContext, _ snapshot: Snapshot) {
        for (kind, position) in places {
            guard let record = kind.record(at: position, in: snapshot) else { continue }
            let href = page.link("/\(kind.rawValue)/\(record.id)")
            guard !found.contains(where: { $0.href == href }) else { continue }
            let own = record.title(in: page.language, from: snapshot)
            let title = MarkedText.mark(own, in: page.language.tag, for: page.language)
            found.append(NearMatch(title: title, href: href))
        }
    }
}

extension Section {
    /// The sections whose pages are records.
    static let records: [Section] = [.discrepancies, .statistics, .events, .sources]

    fileprivate func id(near id: String, in snapshot: Snapshot) -> String? {
        switch self {
        case .discrepancies, .lessons: snapshot.discrepancies.nearestID(to: id)
        case .statistics: snapshot.statistics.nearestID(to: id)
        case .events: snapshot.events.nearestID(to: id)
        case .sources: snapshot.sources.nearestID(to: id)
        case .checks: snapshot.checks.nearestID(to: id)
        case .claims: snapshot.claims.nearestID(to: id)
        // A version, as it is written elsewhere.
        case .changes: snapshot.changes.nearestID(to: id.replacing(".", with: "-"))
        case .conflicts: snapshot.conflicts.nearestID(to: id)
        case .revisions: snapshot.revisions.nearestID(to: id)
        case .terms: snapshot.terms.nearestID(to: id)
        case .about, .docs, .weigh: nil
        }
    }

    fileprivate func position(of id: String, in snapshot: Snapshot) -> Int? {
        switch self {
        case .discrepancies, .lessons: snapshot.discrepancies.position(of: id)
        case .statistics: snapshot.statistics.position(of: id)
        case .events: snapshot.events.position(of: id)
        case .sources: snapshot.sources.position(of: id)
        case .checks: snapshot.checks.position(of: id)
        case .claims: snapshot.claims.position(of: id)
        case .changes: snapshot.changes.position(of: id)
        case .conflicts: snapshot.conflicts.position(of: id)
        case .revisions: snapshot.revisions.position(of: id)
        case .terms: snapshot.terms.position(of: id)
        case .about, .docs, .weigh: nil
        }
    }

    fileprivate func record(at position: Int, in snapshot: Snapshot) -> (any LinkedRecord)? {
        switch self {
        case .discrepancies, .lessons: snapshot.discrepancies.records[at: position]
        case .statistics: snapshot.statistics.records[at: position]
        case .events: snapshot.events.records[at: position]
        case .sources: snapshot.sources.records[at: position]
        case .checks: snapshot.checks.records[at: position]
        case .claims: snapshot.claims.records[at: position]
        case .changes: snapshot.changes.records[at: position]
        case .conflicts: snapshot.conflicts.records[at: position]
        case .revisions: snapshot.revisions.records[at: position]
        case .terms: snapshot.terms.records[at: position]
        case .about, .docs, .weigh: nil
        }
    }
}

extension Array {
    fileprivate subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension NearMatch: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("href") { $0.href },
    ]
}
