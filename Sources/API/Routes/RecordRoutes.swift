import Archive
import Evidence
import HTTPCore

/// The routes of one kind of record: `/api/v1/events`, `/api/v1/events/{id}`, and `/api/v1/cite/events/{id}`.
struct RecordRoutes<Record: LinkedRecord>: Sendable {
    let encoding: RecordEncoding<Record>

    let shelf: @Sendable (Edition) -> EncodedShelf<Record>

    private var formats: [Format] { [.json, .ndjson, .txt, .csv, .csvm, .jsonld] }

    private var path: String { "/api/v1/" + encoding.path }

    var routes: [Route] {
        let common = { @Sendable (edition: Edition) -> [Parameter] in
            (encoding.viewed == nil ? [] : [.viewpoint(edition.snapshot.dataset)])
                + [.lang, .fields(encoding.members), .pretty, .dialect]
        }
        let list = Route(
            path, "All \(encoding.path), filtered, sorted and in pages.",
            formats: formats + encoding.listFormats.map(\.format),
            schema: "answer-\(encoding.path).json",
            parameters: { edition in
                let shelf = shelf(edition).shelf
                return shelf.filters.map(Parameter.init) + [.sort(shelf.sortKeys), .limit, .cursor]
                    + (shelf.facets.isEmpty ? [] : [.facets(shelf.facets)]) + common(edition)
            },
            example: { _ in path + "?limit=1" },
            lookUp: { exchange throws(Problem) in
                _ = try Selection(from: shelf(exchange.edition).shelf, exchange)
            },
            answer: { exchange throws(Problem) in try self.list(exchange) })
        let item = Route(
            path + "/{id}", "One \(encoding.singular).", formats: formats,
            schema: "answer-\(encoding.singular).json", parameters: common,
            example: { edition in shelf(edition).shelf.records.first.map { path + "/" + encoding.id($0) } },
            lookUp: { exchange throws(Problem) in _ = try position(exchange) },
            answer: { exchange throws(Problem) in try self.item(exchange) })
        let cite = Route(
            "/api/v1/cite/\(encoding.path)/{id}", "How to cite one of the \(encoding.path).",
            formats: Reference.formats,
            parameters: { _ in [.lang, .pretty] },
            example: { edition in
                shelf(edition).shelf.records.first.map { "/api/v1/cite/\(encoding.path)/\(encoding.id($0))" }
            },
            dependsOnHost: true, lookUp: { exchange throws(Problem) in _ = try position(exchange) },
            answer: { exchange throws(Problem) in try self.cite(exchange) })
        return [list, item, cite]
    }

    private func item(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let (id, position) = try position(exchange)
        let records = records(at: [position], exchange)
        let links = [Link(path, "collection"), exchange.citeAs("\(path)/\(id)")]
        var representation: Representation
        switch exchange.format {
        case .ndjson: representation = records.lines
        case .jsonld: representation = Representation(LinkedText.item(records, in: path), as: .jsonld)
        case .txt: representation = Representation(text(of: position, exchange), as: .txt)
        case .json:
            var bytes = JSONPiece.data
            records.append(recordAt: position, to: &bytes)
            var json = JSONText(continuing: bytes)
            bytes = []
            Envelope.writeTail(to: &json, exchange, beside: links, meta: { exchange.writeViewpoint(&$0) }) { json in
                json.member("self", "\(path)/\(id)")
                json.member("collection", path)
            }
            representation = Representation(json.octets, as: .json)
        default: representation = Representation(records.table(exchange.format), exchange)
        }
        representation.links += links
        return try representation.reply(to: exchange)
    }

    private func cite(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let (id, position) = try position(exchange)
        let record = shelf(exchange.edition).shelf.records[position]
        let url = try exchange.permalink(of: "\(path)/\(id)")
        let reference = record.reference(
            in: exchange.language, from: exchange.edition.snapshot, kind: encoding.path, url: url)
        var representation = reference.representation(as: exchange.format)
        representation.links = [Link("\(path)/\(id)", "about")]
        return try representation.reply(to: exchange)
    }

    /// The id in the path, and where its record stands on the shelf; 404 where there is none.
    private func position(_ exchange: borrowing Exchange) throws(Problem) -> (id: String, position: Int) {
        let shelf = shelf(exchange.edition).shelf
        let id = exchange.path["id"] ?? ""
        guard let position = shelf.position(of: id) else { throw .unknown(id, on: shelf) }
        return (id, position)
    }

    private func list(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let shelf = shelf(exchange.edition).shelf
        let selection = try Selection(from: shelf, exchange)
        let links = selection.links
        let own = (links?.relations ?? []) + [exchange.citeAs(links?.first ?? Link(exchange.request.path, "self"))]
        let records = records(at: selection.positions, exchange)
        var representation: Representation
        switch exchange.format {
        case .json:
            representation = records.document { json, count in
                links?.writeTail(to: &json, count: count, exchange, beside: own) { json in
                    exchange.writeViewpoint(&json)
                    json.facets(selection.facets, of: shelf.name, exchange)
                }
            }
        case .ndjson where records.isLong: representation = Representation(records.producedLines, exchange)
        case .ndjson: representation = records.lines
        case .csv where records.isLong:
            representation = Representation(records.producedTable(exchange.parameters.dialect), exchange)
        case .jsonld:
            let total = selection.page?.total
            let text = LinkedText.list(
                records, in: path, at: exchange.request.path + exchange.parameters.pairs.query, of: total)
            representation = Representation(text, as: .jsonld)
        case .csv, .txt, .csvm:
            representation = Representation(
                records.table(exchange.format), exchange, title: encoding.title[exchange.language],
                page: selection.page.map { ($0.total, links?.next?.url) })
        case let format:
            guard let write = encoding.listFormats.first(where: { $0.format == format })?.write else {
                throw Problem(.notAcceptable)
            }
            let bytes = write(records.records, exchange.edition.snapshot, exchange.language)
            representation = Representation(bytes, as: format)
        }
        representation.links += own
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
}
