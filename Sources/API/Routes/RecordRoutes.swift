import Archive
import Evidence
import HTTPCore

/// The two routes of one kind of record: `/api/v1/events` and `/api/v1/events/{id}`.
struct RecordRoutes<Record: Sendable>: Sendable {
    let encoding: RecordEncoding<Record>
    let shelf: @Sendable (Edition) -> EncodedShelf<Record>

    private var path: String { "/api/v1/" + encoding.path }

    var routes: [Route] {
        [
            Route(path, "All \(encoding.path), filtered, sorted and in pages.") { exchange throws(Problem) in
                try list(exchange)
            },
            Route(path + "/{id}", "One of the \(encoding.path).") { exchange throws(Problem) in
                try item(exchange)
            },
        ]
    }

    private func item(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let known: [Parameter] = [.lang, .fields(encoding.members), .pretty]
        let shelf = shelf(exchange.edition)
        let id = exchange.path["id"] ?? ""
        guard let position = shelf.shelf.position(of: id) else { throw unknown(id, shelf.shelf) }
        let parameters = try Parameters(exchange.request, known: known)
        try parameters.check()
        try exchange.negotiateFormat()
        let language = exchange.language(parameters)
        guard let record = record(at: position, of: shelf, parameters, language, exchange.edition) else {
            throw unknown(id, shelf.shelf)
        }
        let tail = ",\"links\":{\"self\":\"\(path)/\(id)\",\"collection\":\"\(path)\"}}"
        var digest = record.digest
        digest.add(tail)
        var representation = Representation(
            [JSONPiece.data, record.bytes, Array(tail.utf8)], digest: digest, language: language)
        representation.links = [(path, "collection")]
        return try representation.reply(to: exchange, parameters)
    }

    private func list(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let shelf = shelf(exchange.edition)
        let filters = shelf.shelf.filters.map(Parameter.init)
        let known =
            filters + [.sort(shelf.shelf.sortKeys), .limit, .cursor, .lang, .fields(encoding.members), .pretty]
        let parameters = try Parameters(exchange.request, known: known)
        let language = exchange.language(parameters)
        let given = filters.map { ($0.name, parameters.all($0.name)) }.filter { !$0.1.isEmpty }
        let query = Query(
            filters: Dictionary(given) { first, _ in first }, sort: parameters.first("sort"), language: language)
        let page = try page(query, of: shelf.shelf, parameters, known)
        try exchange.negotiateFormat()
        let links = PageLinks(exchange.request, page)
        let records = page.positions.compactMap { record(at: $0, of: shelf, parameters, language, exchange.edition) }
        let tail = links.tail(count: records.count)
        var chunks = [JSONPiece.list]
        var digest = Digest()
        for (place, record) in records.enumerated() {
            if place > 0 { chunks.append(JSONPiece.comma) }
            chunks.append(record.bytes)
            digest.add(record.digest.value)
        }
        chunks.append(tail)
        digest.add(tail)
        var representation = Representation(chunks, digest: digest, language: language)
        representation.links = links.relations
        return try representation.reply(to: exchange, parameters)
    }

    /// The page asked for, or one 400 for all that is wrong: in the parameters, and in what the shelf makes of them.
    private func page(
        _ query: Query, of shelf: Shelf<Record>, _ parameters: Parameters, _ known: [Parameter]
    ) throws(Problem) -> Page {
        let page: Page
        do {
            page = try shelf.page(query, cursor: parameters.first("cursor"), limit: parameters.limit)
        } catch {
            throw parameters.problem(error.faults.map { Problem.Violation($0, known: known) })
        }
        try parameters.check()
        return page
    }

    /// The record as it was encoded at load; encoded anew when only some of its members are asked for.
    private func record(
        at position: Int, of shelf: EncodedShelf<Record>, _ parameters: Parameters, _ language: Language,
        _ edition: Edition
    ) -> EncodedRecord? {
        guard let fields = parameters.fields else { return shelf.record(at: position, in: language) }
        guard shelf.shelf.records.indices.contains(position) else { return nil }
        let record = shelf.shelf.records[position]
        return EncodedRecord(encoding.encode(record, from: edition.snapshot, in: language, fields: fields))
    }

    private func unknown(_ id: String, _ shelf: Shelf<Record>) -> Problem {
        // Spelling is compared with every id: on a long shelf that would be work for an attacker to ask for.
        let near = shelf.records.count <= 2_000 ? nearest(to: id, in: shelf.records.map(encoding.id)) : nil
        let hint = near.map { " Did you mean “\($0)”?" } ?? ""
        return Problem(.notFound, detail: "None of the \(encoding.path) has the id “\(id)”." + hint)
    }
}

/// What stands between records.
private enum JSONPiece {
    static let data = Array("{\"data\":".utf8)
    static let list = Array("{\"data\":[".utf8)
    static let comma = Array(",".utf8)
}
