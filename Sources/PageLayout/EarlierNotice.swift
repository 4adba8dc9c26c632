import API
import Archive
import Evidence
import Rendering
import Templates
import Wording

/// What a page of an earlier version says of that: which version it is, the way to the current one, and what later versions
/// changed in the record that it shows.
struct EarlierNotice {
    let text: String
    let href, label: String
    /// Whether the current version has changed the record; nil for a page of no record.
    let statement: String?
    /// The later versions that changed the record, with what they say of it.
    let changes: [LinkView]

    /// Creates the notice; nil if the page is of the current version. All that it says stays true: it names the version up to
    /// which it looks.
    init?(_ page: PageContext, of record: ComparedRecord?) {
        guard let version = page.version, page.isEarlier else { return nil }
        let (words, language, current) = (page.words, page.language, page.releases.current)
        text = words.fill(.earlierVersion, ["version": version, "date": language.format(page.identity.released)])
        label = words[.earlierCurrent]
        let later = record?.record(in: page.releases.snapshot)
        // Also what belongs to the record since.
        let names = (record?.names ?? []).union(later?.names ?? [])
        let found = page.releases.changes(since: version).filter { change in
            !names.isDisjoint(with: change.added + change.changed + change.removed)
        }
        changes = found.prefix(PageContext.mostRecords).map { change in
            let summary = change.summary.marked(for: language)
            return LinkView(
                "\(change.version) (\(language.format(change.date))): \(summary)",
                page.current("/changes/\(change.id)"))
        }
        let isNamed = !changes.isEmpty
        statement = record.map { record in
            let isSame = !isNamed && later?.says(theSameAs: record) == true
            let word = later == nil ? Word.earlierRemoved : isSame ? .earlierSame : .earlierChanged
            return words.fill(word, ["version": current])
        }
        href =
            switch page.place {
            case .same: page.current(in: page.chosen)
            case .other(let path), .gone(let path): page.current(path)
            }
    }
}

extension EarlierNotice: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("text") { $0.text }, .text("href") { $0.href }, .text("label") { $0.label },
        .optional("statement") { $0.statement }, .list("changes") { $0.changes },
    ]
}
