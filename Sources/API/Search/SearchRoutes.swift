import Archive
import Evidence
import Foundations
import HTTPCore
import Problems
import Rendering
import Wording

/// The route `/api/v1/search?q=`: records of every kind and in every language, the best first.
enum SearchRoutes {
    private static let path = APIPath.below("search")
    static var routes: [Route] {
        [
            Route(
                path, formats: [.json, .ndjson, .txt, .csv, .csvm], schema: "answer-search.json",
                parameters: { encoded in
                    [
                        words(encoded.snapshot), kind(encoded.snapshot.search), .limit, .cursor, encoded.lang, .pretty,
                        .dialect,
                    ]
                }, example: { example($0.snapshot) },
                lookUp: { context throws(Problem) in _ = try search(context) }, answer: answer)
        ]
    }

    private static func words(_ snapshot: Snapshot) -> Parameter {
        // The first word of a title: a dataset may have neither statistics nor events, but it has a source.
        let title =
            snapshot.statistics.records.first?.title[.program] ?? snapshot.events.records.first?.title[.program]
            ?? snapshot.sources.records.first?.title
        return Parameter(
            name: "q", key: "search-q", .words, isRequired: true,
            example: title?.split { !$0.isLetter }.first.map(String.init))
    }

    /// Returns a search that finds something.
    static func example(_ snapshot: Snapshot) -> String? {
        words(snapshot).example.map { path + "?q=" + PercentEncoding.encode($0) }
    }

    private static func kind(_ search: SearchIndex) -> Parameter {
        Parameter(name: "kind", key: "search-kind", .oneOf(search.kinds), repeats: true)
    }

    @Sendable private static func search(_ context: borrowing RequestContext) throws(Problem) -> SearchResult {
        let index = context.encoded.snapshot.search
        let kinds = context.parameters.all("kind")
        let query = try query(context)
        do throws(QueryError) {
            return try index.search(
                query, kinds: Set(kinds.isEmpty ? index.kinds : kinds), language: context.language.tag,
                cursor: context.parameters.first("cursor"),
                limit: context.parameters.limit ?? defaultLimit(context.format))
        } catch {
            let known = context.parameters.known
            throw context.parameters.problem(error.faults.map { Problem.Violation($0, known: known) })
        }
    }

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let result = try search(context)
        let encoding = HitEncoding(snapshot: context.encoded.snapshot, language: context.language)
        let links = PageLinks(context, result.page)
        var representation: Representation
        switch context.format {
        case .json:
            let objects = result.hits.map { EncodedRecord(encoding.encode($0)) }
            representation = .document(objects) { json in
                links.writeTail(to: &json, count: objects.count, context, beside: links.relations) { json in
                    json.member("candidates", result.candidates)
                    json.member("read", result.read)
                    json.member("didYouMean", value: result.suggestion)
                }
            }
        case .ndjson: representation = .lines(result.hits.map { EncodedRecord(encoding.encode($0)) })
        default:
            representation = Representation(
                encoding.table(result.hits, context.format), context, title: Word.search[context.language],
                page: (result.page.total, links.next?.url))
        }
        representation.links += links.relations
        return try representation.result(to: context)
    }

    private static func query(_ context: borrowing RequestContext) throws(Problem) -> SearchQuery {
        let parameters = context.parameters
        do throws(SearchQueryError) {
            return try SearchQuery(parameters.first("q") ?? "")
        } catch {
            throw parameters.problem([
                .init(parameter: "q", [error.sentence], accepts: .described(Sentence(.acceptsWords)))
            ])
        }
    }

    /// Returns the page size for a format. A search can find any number of records, so formats that give other lists
    /// whole have long pages here.
    private static func defaultLimit(_ format: Format) -> Int {
        format.isWhole ? Page.limits.upperBound : Page.defaultLimit
    }
}

extension SearchQueryError {
    /// What is wrong, for whoever wrote it. Positions count from 1.
    fileprivate var sentence: Sentence {
        switch self {
        case .unclosedQuotation(let position): Sentence(.problemQuotation, ["position": "\(position + 1)"])
        case .noWord: Sentence(.problemNoWord)
        case .tooManyWords(let count):
            Sentence(.problemManyWords, ["count": "\(count)", "most": "\(SearchQuery.most)"])
        }
    }
}
