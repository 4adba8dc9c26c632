import Archive
import Bibliography
import Checks
import Evidence
import Foundations
import HTTPCore
import Problems
import Rendering
import Wording

/// The routes of one kind of record: `/api/v1/events`, `/api/v1/events/{id}` and `/api/v1/cite/events/{id}`.
struct RecordRoutes<Record: LinkedRecord>: Sendable {
    let encoding: RecordEncoding<Record>
    /// Whether the records depend on what is supposed.
    var supposes = false

    let table: @Sendable (EncodedSnapshot) -> EncodedTable<Record>

    private var formats: [Format] { [.json, .ndjson, .txt, .csv, .csvm, .jsonld] }

    private var path: String { APIPath.below(encoding.path) }

    var routes: [Route] {
        let common = { @Sendable (encoded: EncodedSnapshot) -> [Parameter] in
            (!encoding.hasFigures ? [] : [.viewpoint(encoded.snapshot.dataset)])
                + [encoded.lang, .fields(encoding.members), .pretty, .dialect]
        }
        let list = Route(
            path, formats: formats + encoding.listFormats.map(\.format),
            schema: encoding.listSchema,
            parameters: { encoded in
                let table = table(encoded).table
                return encoded.parameters(of: table.filters) + [.sort(table.sortKeys), .limit, .cursor]
                    + (table.facets.isEmpty ? [] : [.facets(table.facets)]) + common(encoded)
            },
            example: { _ in path + "?limit=1" }, supposes: supposes,
            lookUp: { context throws(Problem) in
                _ = try ListSelection(from: table(context.encoded).table, context)
            },
            answer: { context throws(Problem) in try self.list(context) })
        let item = Route(
            path + "/{id}", formats: formats, schema: encoding.itemSchema, parameters: common,
            example: { encoded in table(encoded).table.records.first.map { path + "/" + encoding.id($0) } },
            supposes: supposes,
            lookUp: { context throws(Problem) in _ = try position(context) },
            answer: { context throws(Problem) in try self.item(context) })
        let cite = Route(
            APIPath.below("cite/\(encoding.path)/{id}"), formats: Reference.formats,
            parameters: { [$0.lang, .pretty] },
            example: { encoded in
                table(encoded).table.records.first.map { APIPath.below("cite/\(encoding.path)", encoding.id($0)) }
            },
            dependsOnHost: true, supposes: supposes, lookUp: { context throws(Problem) in _ = try position(context) },
            answer: { context throws(Problem) in try self.cite(context) })
        return [list, item, cite]
    }

    private func item(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let (id, position) = try position(context)
        let records = records(at: [position], context)
        let links = [Link(path, "collection"), Link(cited(position, context), "cite-as")]
        var representation: Representation
        switch context.format {
        case .ndjson: representation = Representation(records.lines, as: .ndjson)
        case .jsonld:
            representation = Representation(
                LinkedText.item(
                    table(context.encoded).table.records[position], in: path, of: context.encoded.snapshot,
                    languages: context.encoded.languages, origin: context.site.origin?.description), as: .jsonld)
        case .txt: representation = Representation(text(of: position, context), as: .txt)
        case .json:
            var bytes = JSONPiece.data
            records.append(recordAt: position, to: &bytes)
            var json = JSONText(continuing: bytes)
            bytes = []
            let own = context.encoded.snapshot.supposed
            Envelope.writeTail(to: &json, context, beside: links, meta: { context.writeViewpoint(&$0) }) { json in
                json.member("self", context.located("\(path)/\(id)") + own)
                json.member("collection", context.located(path))
            }
            representation = Representation(json.bytes, as: .json)
        default: representation = Representation(records.table(context.format), context)
        }
        representation.links += links
        return try representation.result(to: context)
    }

    private func cite(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let (id, position) = try position(context)
        let record = table(context.encoded).table.records[position]
        let url = try context.origin().description + cited(position, context)
        let reference = record.reference(
            in: context.language, from: context.encoded.snapshot, kind: encoding.path, url: url)
        var representation = Representation(reference, as: context.format)
        representation.links = [Link("\(path)/\(id)" + context.encoded.snapshot.supposed, "about")]
        return try representation.result(to: context)
    }

    /// Returns what to cite for a record: of a check that is a discrepancy, that.
    private func cited(_ position: Int, _ context: borrowing RequestContext) -> String {
        let record = table(context.encoded).table.records[position]
        let isShown = context.site.pages != nil && record is Check
        let list = isShown ? context.encoded.snapshot.list(showing: record.id) : encoding.path
        return context.cited(APIPath.below(list, encoding.id(record)))
            + context.encoded.snapshot.supposed
    }

    /// Returns the id in the path with the position of its record; 404 if there is none.
    private func position(_ context: borrowing RequestContext) throws(Problem) -> (id: String, position: Int) {
        let table = table(context.encoded).table
        let id = context.path["id"] ?? ""
        guard let position = table.position(of: id) else { throw .unknown(id, on: table) }
        return (id, position)
    }

    private func list(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let table = table(context.encoded).table
        let selection = try ListSelection(from: table, context)
        let links = selection.links
        // What is chosen is cited, and not how it is written.
        let chosen = context.parameters.pairs.query { $0.isFilter || $0 === Parameter.limit }
        let own = (links?.relations ?? []) + [context.citeAs(Link((context.address, chosen, ""), "self"))]
        let records = records(at: selection.positions, context)
        var representation: Representation
        switch context.format {
        case .json:
            let bytes = records.document { json, count in
                links?.writeTail(to: &json, count: count, context, beside: own) { json in
                    context.writeViewpoint(&json)
                    json.facets(selection.facets, of: table.name, context)
                }
            }
            representation = Representation(bytes, as: .json)
        case .ndjson where records.isLong: representation = Representation(Body(start: records.producedLines), context)
        case .ndjson: representation = Representation(records.lines, as: .ndjson)
        case .csv where records.isLong:
            representation = Representation(
                Body(start: records.producedTable(context.parameters.dialect)), context)
        case .jsonld:
            let total = selection.page?.total
            let text = LinkedText.list(
                records.records, in: path, at: context.address + context.parameters.pairs.query, of: total,
                context.encoded.snapshot, in: context.encoded.languages, origin: context.site.origin?.description)
            representation = Representation(text, as: .jsonld)
        case .csv, .txt, .csvm:
            representation = Representation(
                records.table(context.format), context, title: encoding.title[context.language],
                page: selection.page.map { ($0.total, links?.next?.url) })
        case let format:
            guard let write = encoding.listFormats.first(where: { $0.format == format })?.write else {
                throw Problem(.notAcceptable)
            }
            let content = ListContent(
                records.records, from: context.encoded.snapshot, in: context.language,
                origin: context.site.origin?.description, hasPages: context.site.pages != nil)
            representation = Representation(write(content), as: format)
        }
        representation.links += own
        return try representation.result(to: context)
    }

    private func text(of position: Int, _ context: borrowing RequestContext) -> [UInt8] {
        let snapshot = context.encoded.snapshot
        var page = TextPage()
        RecordText(
            encoding: encoding, snapshot: snapshot, language: context.language, fields: context.parameters.fields,
            viewpoint: context.viewpoint
        ).write(table(context.encoded).table.records[position], to: &page)
        page.footer(snapshot, in: context.language)
        return Array(page.text.utf8)
    }

    private func records(at positions: [Int], _ context: borrowing RequestContext) -> RecordList<Record> {
        RecordList(
            table: table(context.encoded), positions: positions, language: context.language,
            fields: context.parameters.fields, snapshot: context.encoded.snapshot, viewpoint: context.viewpoint)
    }
}
