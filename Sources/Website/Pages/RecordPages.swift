import API
import Archive
import Evidence
import HTTPCore
import PageLayout
import Problems
import Rendering
import Templates
import Wording

/// The two pages of one kind of record: the list, and the single record.
struct RecordPages<Record: LinkedRecord, List: PageView, Item: PageView>: Sendable {
    let section: Section
    let table: @Sendable (EncodedSnapshot) -> EncodedTable<Record>
    /// The description of the list, whose title is the label of the section.
    let about: String
    let list: @Sendable (Listing<Record>, EncodedSnapshot) -> List
    let item: @Sendable (Record, Snapshot, PageContext) -> PageContent
    var embed: Embed.Kind?
    /// Whether they depend on what is supposed.
    var supposes = false
    /// Whether all records are on one page.
    var isWhole = false
    /// Who shows a record in its place; nil if nobody.
    var deputy: Deputy?

    /// Pages that show records of another list, whose ids are of the same kind.
    struct Deputy {
        let has: @Sendable (String, Snapshot) -> Bool
        let answer: @Sendable (borrowing RequestContext) throws(Problem) -> RouteResult
    }

    /// The content of a record's page.
    struct PageContent {
        let view: Item
        /// The description for those who have not opened the page.
        let description: String
        var hasPicture = false
        /// Whether all of the record is on the page; otherwise its linked data is not in it either, but behind its link.
        var isWhole = true
    }

    private var path: String { "/" + section.rawValue }

    var routes: [Route] {
        [
            Route(
                path, mediaType: Format.html.mediaType,
                parameters: { encoded in
                    encoded.parameters(of: table(encoded).table.filters) + (isWhole ? [] : [.limit, .cursor])
                        + [encoded.lang]
                },
                dependsOnHost: true, supposes: supposes,
                lookUp: { context throws(Problem) in
                    _ = try ListSelection(from: table(context.encoded).table, context, isWhole: isWhole)
                },
                answer: { context throws(Problem) in try answerList(context) }),
            Route(
                path + "/{id}", mediaType: Format.html.mediaType, parameters: { [$0.lang] },
                example: { encoded in table(encoded).table.records.first.map { "\(path)/\($0.id)" } },
                dependsOnHost: true, supposes: supposes,
                lookUp: { context throws(Problem) in if deputy(context) == nil { _ = try position(context) } },
                answer: { context throws(Problem) in
                    if let deputy = deputy(context) { return try deputy.answer(context) }
                    return try answerItem(context)
                }),
        ]
    }

    private func deputy(_ context: borrowing RequestContext) -> Deputy? {
        guard let deputy, deputy.has(context.path["id"] ?? "", context.encoded.snapshot) else { return nil }
        return deputy
    }

    private func answerList(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let table = table(context.encoded).table
        let selection = try ListSelection(from: table, context, isWhole: isWhole)
        let page = try context.page()
        let listing = Listing(
            table: table, selection: selection, parameters: context.parameters, page: page)
        let webPage = WebPage(
            title: page.words[section.rawValue],
            description: page.words[about],
            view: list(listing, context.encoded), data: APIPath.root + path, section: section)
        return try webPage.result(context, in: page, links: selection.links?.relations ?? [])
    }

    /// Returns the id in the path with the position of its record; 404 if there is none.
    private func position(_ context: borrowing RequestContext) throws(Problem) -> (id: String, position: Int) {
        let table = table(context.encoded).table
        let id = context.path["id"] ?? ""
        guard let position = table.position(of: id) else { throw .unknown(id, on: table) }
        return (id, position)
    }

    /// Responds with the page of the record whose id is in the path.
    func answerItem(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let encoded = table(context.encoded)
        let (id, position) = try position(context)
        var page = try context.page()
        page.plainPath = "\(path)/\(id)"
        let snapshot = context.encoded.snapshot
        let record = encoded.table.records[position]
        let told = item(record, snapshot, page)
        let linked =
            told.isWhole
            ? LinkedText.item(record, in: APIPath.root + path, of: snapshot, languages: page.languages) : nil
        let hasPicture = context.site.converter != nil && told.hasPicture
        let webPage = WebPage(
            title: MarkedText.mark(
                record.title(in: page.language, from: snapshot), in: nil, for: page.language),
            description: told.description,
            view: told.view, record: page.isEarlier ? ComparedRecord(record, in: snapshot) : nil,
            data: "\(APIPath.root)\(path)/\(id)",
            section: section,
            embed: embed.map { Embed(kind: $0, id: id).path },
            picture: hasPicture ? "/charts\(path)/\(id).png" : nil, linked: linked)
        return try webPage.result(context, in: page)
    }
}

/// A page of a list, from which its view is made.
struct Listing<Record: Sendable> {
    let table: RecordTable<Record>
    let selection: ListSelection
    let parameters: Parameters
    let page: PageContext

    var records: [Record] { selection.positions.map { table.records[$0] } }

    /// The number of records on all pages.
    var total: Int { selection.page?.total ?? selection.positions.count }

    var steps: [LessonsPage.Step] { selection.links.map { LessonsPage.Step.all($0, page.words) } ?? [] }

    /// Returns the values of a filter as links, omitting those without records. The first link removes the filter.
    func choices(of filter: String, label: (String) -> String) -> [LinkView] {
        let (path, chosen) = ("/" + table.name, parameters.all(filter))
        let facet = table.facet(filter)
        let values = (facet?.values ?? []).map { value in
            LinkView(
                "\(label(value.value)) (\(page.language.format(Number(Int64(value.count)))))",
                page.link(path, [(filter, value.value)] + page.supposed), isChosen: chosen.contains(value.value))
        }
        return [LinkView(page.words["all"], page.link(path, page.supposed), isChosen: chosen.isEmpty)] + values
    }
}
