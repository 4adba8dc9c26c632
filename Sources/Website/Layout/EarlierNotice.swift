import API
import Evidence
import Rendering
import Wording

/// What a page of an earlier version says of that: which version it is, the way to the current one, and what later versions
/// changed in the record that it shows.
struct EarlierNotice {
    let text: String
    let href, label: String
    /// Whether the record has changed since; nil for a page of no record.
    let statement: String?
    /// The later versions that changed the record, with what they say of it.
    let changes: [LinkView]

    /// Creates the notice; nil if the page is of the current version.
    init?(_ page: PageContext, of record: PageRecord?) {
        guard let version = page.version, version != page.releases.current else { return nil }
        let (words, language) = (page.words, page.language)
        text = words.fill(
            .earlierVersion, ["version": version, "date": language.format(page.identity.released)])
        label = words.fill(.earlierCurrent, ["version": page.releases.current])
        let found = record.map { record in
            page.releases.changes(since: version).filter { change in
                !record.names.isDisjoint(with: change.added + change.changed + change.removed)
            }
        }
        changes = (found ?? []).prefix(PageContext.mostRecords).map { change in
            let summary = change.summary.marked(for: language)
            return LinkView(
                "\(change.version) (\(language.format(change.date))): \(summary)",
                page.current(APIPath.below("changes", "\(change.id).txt")))
        }
        // The newest version that names the record itself tells whether it is still there.
        let last = record.flatMap { record in
            found?.first { ($0.added + $0.changed + $0.removed).contains(record.name) }
        }
        let isRemoved = record.map { record in last?.removed.contains(record.name) == true } ?? false
        let statement = isRemoved ? Word.earlierRemoved : changes.isEmpty ? .earlierSame : .earlierChanged
        self.statement = record == nil ? nil : words[statement]
        href = isRemoved ? page.current(page.section) : page.current(in: page.chosen)
    }
}

extension PageContext {
    /// The path of the list that this page belongs to.
    fileprivate var section: String {
        "/" + (plainPath.split(separator: "/").first.map(String.init) ?? "")
    }
}

extension EarlierNotice: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("text") { $0.text }, .text("href") { $0.href }, .text("label") { $0.label },
        .optional("statement") { $0.statement }, .list("changes") { $0.changes },
    ]
}
