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
    private static let mostOffset = 10_000

    private static let mixed = Parameter(
        name: "mixed", about: "Whether the mixed readings are shown, which decide nothing where there are others.",
        .oneOf(["true", "false"]))
    private static let offset = Parameter(
        name: "offset", about: "How many readings are left out before the first.", .wholeNumber(0...mostOffset))

    private static let limit = Parameter(
        name: Parameter.limit.name, about: "How many readings a page has at most.",
        .wholeNumber(1...Check.mostReadings))

    static var routes: [Route] {
        [
            Route(
                APIPath.below("checks", "{id}/readings"),
                "The readings of one check, in pages; the mixed ones on request.",
                formats: [.json], schema: "answer-readings.json",
                parameters: { [mixed, offset, limit, $0.lang, .pretty] },
                example: { $0.snapshot.checks.records.first.map { APIPath.below("checks", $0.id + "/readings") } },
                lookUp: { context throws(Problem) in _ = try check(context) }, answer: answer)
        ]
    }

    private static func check(_ context: borrowing RequestContext) throws(Problem) -> Check {
        let (id, checks) = (context.path["id"] ?? "", context.encoded.snapshot.checks)
        guard let check = checks[id] else { throw .unknown(id, on: checks) }
        return check
    }

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let check = try check(context)
        let limit = min(max(context.parameters.limit ?? Check.mostReadings, 1), Check.mostReadings)
        let skipped = min(context.parameters.first(offset.name).flatMap { Int($0) } ?? 0, mostOffset)
        let isMixed = context.parameters.first(mixed.name) == "true"
        // One more tells whether there is another page.
        let found =
            isMixed
            ? context.encoded.snapshot.checker.mixedReadings(of: check, from: skipped, limit: limit + 1)
            : Array(check.readings.dropFirst(skipped).prefix(limit + 1))
        let path = APIPath.below("checks", check.id)
        let page = { (start: Int) in "\(path)/readings?mixed=\(isMixed)&offset=\(start)&limit=\(limit)" }
        let next = found.count > limit && skipped + limit <= mostOffset ? page(skipped + limit) : nil
        var readings = JSONText(capacity: 4_096)
        readings.readings(Array(found.prefix(limit)), of: check, in: context.language)
        var json = JSONText(continuing: JSONPiece.data + readings.bytes)
        Envelope.writeTail(to: &json, context) { json in
            json.member("limit", limit)
            json.member("readingCount", value: check.readingCount.map(Number.init))
            json.member("mixed", value: check.mixed.map(Number.init))
        } links: { json in
            json.member("self", page(skipped))
            json.member("next", value: next)
            json.member("prev", value: skipped > 0 ? page(max(0, skipped - limit)) : nil)
            json.member("first", page(0))
        }
        return try Representation(json.bytes, as: .json).result(to: context)
    }
}
