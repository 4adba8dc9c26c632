import Archive
import Checks
import Evidence
import Foundations
import HTTPCore
import Problems
import Rendering

/// The readings of one check, in pages: `/api/v1/checks/{id}/readings`. A discrepancy has the id of its check.
enum ReadingRoutes {
    /// The last reading that a page may begin with. Mixed ones are gone through from the first, so that it bounds the work.
    private static let mostOffset = 1_000

    private static let mixed = Parameter(name: "mixed", .oneOf(["true", "false"]))
    private static let offset = Parameter(name: "offset", .wholeNumber(0...mostOffset))
    private static let limit = Parameter(
        name: Parameter.limit.name, key: "checks-limit", .wholeNumber(1...Check.mostReadings))

    static var routes: [Route] {
        [
            Route(
                APIPath.below("checks", "{id}/readings"), formats: [.json], schema: "answer-readings.json",
                parameters: { [mixed, offset, limit, $0.lang, .pretty] },
                example: { $0.snapshot.checks.records.first.map { APIPath.below("checks", $0.id + "/readings") } },
                supposes: true, lookUp: { context throws(Problem) in _ = try check(context) }, answer: answer)
        ]
    }

    private static func check(_ context: borrowing RequestContext) throws(Problem) -> Check {
        let (id, checks) = (context.path["id"] ?? "", context.encoded.snapshot.checks)
        guard let check = checks[id] else { throw .unknown(id, on: checks) }
        return check
    }

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let check = try check(context)
        let limit = context.parameters.limit ?? Check.mostReadings
        let skipped = context.parameters.first(offset.name).flatMap { Int($0) } ?? 0
        let isMixed = context.parameters.first(mixed.name) == "true"
        // One more tells whether there is another page.
        let found =
            isMixed
            ? context.encoded.snapshot.checker.mixedReadings(of: check, from: skipped, limit: limit + 1)
            : Array(check.readings.dropFirst(skipped).prefix(limit + 1))
        let (path, pairs) = (context.address, context.parameters.pairs)
        let turned = Permalink.path(path, version: context.encoded.version)
        let query = pairs.query { $0 !== offset }
        let begun = (query.isEmpty ? "?" : query + "&") + offset.name + "="
        let hasNext = found.count > limit && skipped + limit <= mostOffset
        let next = hasNext ? Link((turned, begun, "\(skipped + limit)"), "next") : nil
        let previous = skipped > 0 ? Link((turned, begun, "\(max(0, skipped - limit))"), "prev") : nil
        let first = Link((path, query, ""), "first")
        let relations = [next, previous, first].compactMap { $0 }
        var readings = JSONText()
        readings.readings(Array(found.prefix(limit)), of: check, in: context.language)
        var json = JSONText(continuing: JSONPiece.data + readings.bytes)
        Envelope.writeTail(to: &json, context, beside: relations) { json in
            json.member("limit", limit)
            json.member("readingCount", value: check.readingCount.map(Number.init))
            json.member("mixed", value: check.mixed.map(Number.init))
        } links: { json in
            json.member("self", link: Link((path, pairs.query, ""), "self"))
            json.member("next", link: next)
            json.member("prev", link: previous)
            json.member("first", link: first)
        }
        var representation = Representation(json.bytes, as: .json)
        representation.links += relations
        return try representation.result(to: context)
    }
}
