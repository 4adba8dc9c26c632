import API
import Archive
import Evidence
import HTTPCore
import Rendering

/// The sitemap (sitemaps.org): an index of files, one with the pages and the others each with part of the records of
/// one kind.
struct Sitemap {
    /// The number of URLs in a file; the protocol allows 50,000.
    private static let most = 10_000
    private static let pages = "pages.xml"
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    let encoded: EncodedSnapshot
    let origin: Origin
    /// The paths other than those of records.
    let paths: [String]
    /// The patterns of web pages: if one is `/events/{id}`, each event has a page.
    let pages: [String]

    /// The names of all files.
    var files: [String] {
        [Sitemap.pages]
            + encoded.lists.flatMap { list in
                stride(from: 0, to: list.count, by: Sitemap.most).map { "\(list.path)-\($0 / Sitemap.most + 1).xml" }
            }
    }

    /// The index of all files.
    var index: String { document("sitemapindex", "sitemap", files.map { "/sitemaps/" + $0 }) }

    /// Returns one of the files; nil for a name that is not in the index.
    func file(_ name: String) -> String? {
        if name == Sitemap.pages { return document("urlset", "url", paths) }
        for list in encoded.lists where name.hasPrefix(list.path + "-") && name.hasSuffix(".xml") {
            let digits = name.dropFirst(list.path.count + 1).dropLast(4)
            guard let number = Int(digits), String(number) == digits, number >= 1 else { return nil }
            let (start, overflow) = (number - 1).multipliedReportingOverflow(by: Sitemap.most)
            guard !overflow, start < list.count else { return nil }
            let ids = list.ids(start..<min(start + Sitemap.most, list.count))
            let isPaged = pages.contains("/\(list.path)/{id}")
            return document(
                "urlset", "url",
                ids.flatMap { id in
                    let path = "/\(list.path)/\(id)"
                    return [APIPath.root + path] + (isPaged && !isShownElsewhere(id, list.path) ? [path] : [])
                })
        }
        return nil
    }

    /// Whether a record's page is that of another: of a check that is a discrepancy.
    private func isShownElsewhere(_ id: String, _ list: String) -> Bool {
        list == encoded.checks.encoding.path && encoded.snapshot.list(showing: id) != list
    }

    /// Ids and paths contain nothing that would need escaping in XML.
    private func document(_ root: String, _ element: String, _ paths: [String]) -> String {
        let released = encoded.snapshot.dataset.identity.released
        let lines = paths.map {
            "<\(element)><loc>\(origin)\($0)</loc><lastmod>\(released)</lastmod></\(element)>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root) xmlns=\"\(Sitemap.namespace)\">\n"
            + lines.joined() + "</\(root)>\n"
    }
}

extension EncodedSnapshot {
    /// All lists: the last segment of the path, the number of records, and their ids by position.
    fileprivate var lists: [(path: String, count: Int, ids: (Range<Int>) -> [String])] {
        [
            events.ids, statistics.ids, claims.ids, checks.ids, discrepancies.ids, conflicts.ids, revisions.ids,
            sources.ids, changes.ids, terms.ids,
        ]
    }
}

extension EncodedTable {
    fileprivate var ids: (path: String, count: Int, ids: (Range<Int>) -> [String]) {
        (encoding.path, table.records.count, { [table, encoding] in table.records[$0].map(encoding.id) })
    }
}
