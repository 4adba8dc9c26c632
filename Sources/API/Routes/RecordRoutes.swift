import Archive
import Evidence
import HTTPCore

/// The two routes of one kind of record: `/api/v1/events` and `/api/v1/events/{id}`.
struct RecordRoutes<Record: Sendable>: Sendable {
    let encoding: RecordEncoding<Record>
    let shelf: @Sendable (Edition) -> EncodedShelf<Record>

    private var formats: [Format] { [.json, .ndjson, .txt, .csv, .csvm] }

    private var path: String { "/api/v1/" + encoding.path }

    var routes: [Route] {
        let common = { @Sendable (edition: Edition) -> [Parameter] in
            (encoding.viewed == nil ? [] : [.viewpoint(edition.snapshot.dataset)])
                + [.lang, .fields(encoding.members), .pretty, .dialect]
        }
        let list = Route(
            path, "All \(encoding.path), filtered, sorted and in pages.", formats: formats,
            schema: "answer-\(encoding.path).json",
            parameters: { edition in
                let shelf = shelf(edition).shelf
                return shelf.filters.map(Parameter.init)
                    + [.sort(shelf.sortKeys), .limit, .cursor, .facets(shelf.facets)] + common(edition)
            },
            example: { _ in path + "?limit=1" },
            answer: { exchange throws(Problem) in try self.list(exchange) })
        let item = Route(
            path + "/{id}", "One \(encoding.singular).", formats: formats,
            schema: "answer-\(encoding.singular).json", parameters: common,
            example: { edition in shelf(edition).shelf.records.first.map { path + "/" + encoding.id($0) } },
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
        case .txt: representation = Representation(text(of: position, exchange), as: .txt)
        case .csv, .csvm, .jsonld: representation = Representation(records.table(exchange.format), exchange)
        case .json:
            var bytes = JSONPiece.data
            records.append(recordAt: position, to: &bytes)
            bytes += Envelope.tail(exchange, meta: { exchange.writeViewpoint(&$0) }) { json in
                json.member("self", "\(path)/\(id)")
                json.member("collection", path)
            }
            representation = Representation(bytes, as: .json)
        }
        representation.links.append(Link(path, "collection"))
        return try representation.reply(to: exchange)
    }

    private func list(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let shelf = shelf(exchange.edition).shelf
        let selection = try Selection(from: shelf, exchange)
        let links = selection.links
        let records = records(at: selection.positions, exchange)
        var representation: Representation
        switch exchange.format {
        case .ndjson: representation = records.lines
        case .csv, .txt, .csvm, .jsonld:
            representation = Representation(
                records.table(exchange.format), exchange, title: encoding.title[exchange.language],
                page: selection.page.map { ($0.total, links?.next) })
        case .json:
            representation = records.document { count in
                links?.tail(count: count, exchange) { json in
                    exchange.writeViewpoint(&json)
                    json.facets(selection.facets, of: shelf.name, exchange)
                } ?? []
            }
        }
        representation.links += links?.relations ?? []
        return try representation.reply(to: exchange)
    }

    private func text(of position: Int, _ exchange: borrowing Exchange) -> [UInt8] {
        let snapshot = exchange.edition.snapshot
        var page = TextPage()
        RecordText(
            encoding: encoding, snapshot: snapshot, language: exchange.language, fields: exchange.parameters.fields,
            viewpoint: exchange.viewpoint
        ).write(shelf(exchange.edition).shelf.records[position], to: &page)
        page.footer(snapshot.dataset.identity, in: exchange.language)
        return Array(page.text.utf8)
    }

    private func records(at positions: [Int], _ exchange: borrowing Exchange) -> RecordList<Record> {
        RecordList(
            shelf: shelf(exchange.edition), positions: positions, language: exchange.language,
            fields: exchange.parameters.fields, edition: exchange.edition, viewpoint: exchange.viewpoint)
    }

    private func unknown(_ id: String, _ shelf: Shelf<Record>) -> Problem {
        // Spelling is compared with every id: on a long shelf that would be work for an attacker to ask for.
        let near = shelf.records.count <= 2_000 ? nearest(to: id, in: shelf.records.map(encoding.id)) : nil
        let hint = near.map { " Did you mean “\($0)”?" } ?? ""
        return Problem(.notFound, detail: "None of the \(encoding.path) has the id “\(id)”." + hint)
    }
}
