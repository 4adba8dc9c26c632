import Archive
import Evidence
import HTTPCore

/// The two routes of one kind of record: `/api/v1/events` and `/api/v1/events/{id}`.
struct RecordRoutes<Record: Sendable>: Sendable {
    let encoding: RecordEncoding<Record>
    let shelf: @Sendable (Edition) -> EncodedShelf<Record>

    private var formats: [Format] { encoding.columns.isEmpty ? [.json, .ndjson] : [.json, .ndjson, .csv] }

    private var path: String { "/api/v1/" + encoding.path }

    var routes: [Route] {
        let common: [Parameter] = [.lang, .fields(encoding.members), .pretty, .dialect]
        let list = Route(
            path, "All \(encoding.path), filtered, sorted and in pages.", formats: formats,
            parameters: { edition in
                let shelf = shelf(edition).shelf
                return shelf.filters.map(Parameter.init) + [.sort(shelf.sortKeys), .limit, .cursor] + common
            },
            answer: { exchange throws(Problem) in try self.list(exchange) })
        let item = Route(
            path + "/{id}", "One of the \(encoding.path).", formats: formats, parameters: { _ in common },
            answer: { exchange throws(Problem) in try self.item(exchange) })
        return [list, item]
    }

    private func item(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let shelf = shelf(exchange.edition)
        let id = exchange.path["id"] ?? ""
        guard let position = shelf.shelf.position(of: id) else { throw unknown(id, shelf.shelf) }
        try exchange.check()
        let records = records(at: [position], exchange)
        var representation: Representation
        switch exchange.format {
        case .ndjson: representation = records.lines
        case .csv, .txt, .jsonld: representation = Representation(records.table, exchange)
        case .json:
            guard let record = records.objects.first else { throw unknown(id, shelf.shelf) }
            let tail = ",\"links\":{\"self\":\"\(path)/\(id)\",\"collection\":\"\(path)\"}}"
            var digest = record.digest
            digest.add(tail)
            representation = Representation(
                [JSONPiece.data, record.bytes, Array(tail.utf8)], digest: digest, as: .json)
        }
        representation.links = [(path, "collection")]
        return try representation.reply(to: exchange)
    }

    private func list(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let shelf = shelf(exchange.edition).shelf
        let parameters = exchange.parameters
        let given = shelf.filters.map { ($0.name, parameters.all($0.name)) }.filter { !$0.1.isEmpty }
        let query = Query(
            filters: Dictionary(given) { first, _ in first }, sort: parameters.first("sort"),
            language: exchange.language)
        let isWhole = exchange.format.isWhole && parameters.limit == nil && parameters.first("cursor") == nil
        var page: Page?
        var positions: [Int] = []
        do throws(QueryError) {
            if isWhole {
                positions = try shelf.select(query)
            } else {
                let found = try shelf.page(
                    query, cursor: parameters.first("cursor"), limit: parameters.limit ?? Page.defaultLimit)
                positions = Array(found.positions)
                page = found
            }
        } catch {
            throw parameters.problem(error.faults.map { Problem.Violation($0, known: parameters.known) })
        }
        try exchange.check()
        let records = records(at: positions, exchange)
        let links = page.map { PageLinks(exchange.request, $0) }
        var representation: Representation
        switch exchange.format {
        case .ndjson: representation = records.lines
        case .csv, .txt, .jsonld: representation = Representation(records.table, exchange)
        case .json: representation = records.document { links?.tail(count: $0) ?? [] }
        }
        representation.links = links?.relations ?? []
        return try representation.reply(to: exchange)
    }

    private func records(at positions: [Int], _ exchange: borrowing Exchange) -> RecordList<Record> {
        RecordList(
            shelf: shelf(exchange.edition), positions: positions, language: exchange.language,
            fields: exchange.parameters.fields, edition: exchange.edition)
    }

    private func unknown(_ id: String, _ shelf: Shelf<Record>) -> Problem {
        // Spelling is compared with every id: on a long shelf that would be work for an attacker to ask for.
        let near = shelf.records.count <= 2_000 ? nearest(to: id, in: shelf.records.map(encoding.id)) : nil
        let hint = near.map { " Did you mean “\($0)”?" } ?? ""
        return Problem(.notFound, detail: "None of the \(encoding.path) has the id “\(id)”." + hint)
    }
}
