import Archive
import Evidence
import HTTPCore

/// The two pages of one kind of record: the list, and the record by itself.
struct RecordPages<Record: LinkedRecord, List: TemplateView, Item: TemplateView>: Sendable {
    let section: Section
    let lists: any KeyPath<Templates, Template<List>> & Sendable
    let items: any KeyPath<Templates, Template<Item>> & Sendable
    let shelf: @Sendable (Edition) -> EncodedShelf<Record>
    /// What the list is called is the word of the section; this is what it says of itself.
    let about: String
    let list: @Sendable (Listing<Record>, Edition) -> List
    let item: @Sendable (Record, Snapshot, Frame) -> Told
    var embed: Embed.Kind?

    /// A record as its page tells it.
    struct Told {
        let view: Item
        /// For who has not opened the page.
        let description: String
        var hasPicture = false
    }

    private var path: String { "/" + section.rawValue }

    var routes: [Route] {
        [
            Route(
                path, "The list for people.", mediaType: Format.html.mediaType,
                parameters: { shelf($0).shelf.filters.map(Parameter.init) + [.limit, .cursor, .lang] },
                dependsOnHost: true,
                lookUp: { exchange throws(Problem) in
                    _ = try Selection(from: shelf(exchange.edition).shelf, exchange)
                },
                answer: { exchange throws(Problem) in try answerList(exchange) }),
            Route(
                path + "/{id}", "One of them, for people.", mediaType: Format.html.mediaType,
                parameters: { _ in [.lang] },
                example: { edition in shelf(edition).shelf.records.first.map { "\(path)/\($0.id)" } },
                dependsOnHost: true, lookUp: { exchange throws(Problem) in _ = try position(exchange) },
                answer: { exchange throws(Problem) in try answerItem(exchange) }),
        ]
    }

    private func answerList(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let shelf = shelf(exchange.edition).shelf
        let selection = try Selection(from: shelf, exchange)
        let frame = try exchange.frame()
        let listing = Listing(
            shelf: shelf, selection: selection, parameters: exchange.parameters, frame: frame)
        let page = WebPage(
            template: frame.templates[keyPath: lists], title: frame.words[section.rawValue],
            description: frame.words[about],
            view: list(listing, exchange.edition), section: section)
        return try page.reply(exchange, in: frame, links: selection.links?.relations ?? [])
    }

    /// The id in the path, and where its record stands on the shelf; 404 where there is none.
    private func position(_ exchange: borrowing Exchange) throws(Problem) -> (id: String, position: Int) {
        let shelf = shelf(exchange.edition).shelf
        let id = exchange.path["id"] ?? ""
        guard let position = shelf.position(of: id) else { throw .unknown(id, on: shelf) }
        return (id, position)
    }

    private func answerItem(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let encoded = shelf(exchange.edition)
        let (id, position) = try position(exchange)
        let frame = try exchange.frame()
        let snapshot = exchange.edition.snapshot
        let record = encoded.shelf.records[position]
        let linked = LinkedText.item(
            RecordList(
                shelf: encoded, positions: [position], language: frame.language, fields: nil,
                edition: exchange.edition, viewpoint: .all), in: "/api/v1" + path)
        let told = item(record, snapshot, frame)
        let hasPicture = exchange.site.converter != nil && told.hasPicture
        let page = WebPage(
            template: frame.templates[keyPath: items], title: record.title(in: snapshot)[frame.language],
            description: told.description,
            view: told.view, section: section, embed: embed.map { Embed(kind: $0, id: id).path },
            picture: hasPicture ? "/charts\(path)/\(id).png" : nil, linked: linked)
        return try page.reply(exchange, in: frame, links: [exchange.citeAs("/api/v1\(path)/\(id)")])
    }
}

/// A page of a list, as its view is made from it.
struct Listing<Record: Sendable> {
    let shelf: Shelf<Record>
    let selection: Selection
    let parameters: Parameters
    let frame: Frame

    var records: [Record] { selection.positions.map { shelf.records[$0] } }

    /// How many there are, on this page and on the others.
    var total: Int { selection.page?.total ?? selection.positions.count }

    var steps: [LessonsPage.Step] { selection.links.map { LessonsPage.Step.all($0, frame.words) } ?? [] }

    /// The values of a filter as links, the first of which takes the filter away; those without records are left out.
    func choices(of filter: String, label: (String) -> String) -> [Anchor] {
        let (path, chosen) = ("/" + shelf.name, parameters.all(filter))
        let facet = shelf.facet(filter)
        let values = (facet?.values ?? []).map { value in
            Anchor(
                "\(label(value.value)) (\(frame.language.format(Number(Int64(value.count)))))",
                frame.link(path, [(filter, value.value)]), isChosen: chosen.contains(value.value))
        }
        return [Anchor(frame.words["all"], frame.link(path), isChosen: chosen.isEmpty)] + values
    }
}
