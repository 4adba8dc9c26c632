import Archive
import Evidence
import HTTPCore
import Problems
import Rendering
import Wording

/// The routes of `/api/v1/compare`: figures × sources, including where a source is silent.
enum CompareRoutes {
    private static let path = APIPath.below("compare")
    /// A filter of the statistics in lists, but here the choice of columns.
    private static let source = "source"

    static var routes: [Route] {
        [
            Route(
                path, formats: [.json, .ndjson, .txt, .csv, .csvm], schema: "answer-compare.json",
                parameters: parameters,
                example: { _ in path + "?limit=1" }, supposes: true,
                lookUp: { context throws(Problem) in _ = try select(context) },
                answer: answer)
        ]
    }

    @Sendable private static func parameters(of encoded: EncodedSnapshot) -> [Parameter] {
        let (table, dataset) = (encoded.statistics.table, encoded.snapshot.dataset)
        let columns = Parameter(
            name: source, key: "compare-source", .oneOf(dataset.sources.map(\.id)), repeats: true)
        return encoded.parameters(of: table.filters).map { $0.name == source ? columns : $0 }
            + [.viewpoint(dataset), .sort(table.sortKeys), .limit, .cursor, encoded.lang, .pretty, .dialect]
    }

    @Sendable private static func select(_ context: borrowing RequestContext) throws(Problem) -> ListSelection {
        try ListSelection(from: context.encoded.statistics.table, context, aside: [source])
    }

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let (snapshot, table) = (context.encoded.snapshot, context.encoded.statistics.table)
        let selection = try select(context)
        let (positions, links) = (selection.positions, selection.links?.relations ?? [])
        let matrix = MatrixEncoding(
            sources: columns(context), snapshot: snapshot, language: context.language, viewpoint: context.viewpoint)
        let rows = { positions.map { matrix.row(table.records[$0]) } }
        let objects = { rows().map { EncodedRecord(matrix.encode($0)) } }
        let isLong = matrix.isLong(positions.count)
        var representation: Representation
        switch context.format {
        case .json:
            representation = .document(objects()) { json in
                selection.links?.writeTail(to: &json, count: positions.count, context, beside: links) { json in
                    context.writeViewpoint(&json)
                    matrix.writeSources(&json)
                }
            }
        case .ndjson where isLong: representation = .init(Body(start: matrix.producedLines(positions)), context)
        case .ndjson: representation = .lines(objects())
        case .csv where isLong:
            representation = .init(Body(start: matrix.producedTable(positions, context.parameters.dialect)), context)
        default:
            representation = Representation(
                matrix.table(rows(), context.format), context, title: Word.figuresAndSources[context.language],
                page: selection.page.map { ($0.total, selection.links?.next?.url) })
        }
        representation.links += links
        return try representation.result(to: context)
    }

    /// Returns the requested sources, in the order of the dataset.
    private static func columns(_ context: borrowing RequestContext) -> [Source] {
        let snapshot = context.encoded.snapshot
        let sources = snapshot.dataset.sources
        let chosen = context.parameters.all(source)
        guard chosen.isEmpty else { return sources.filter { chosen.contains($0.id) } }
        return sources.filter { !snapshot.claims.positions(where: source, is: $0.id).isEmpty }
    }
}
