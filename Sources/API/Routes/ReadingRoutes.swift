import Archive
import Evidence
import Foundations
import HTTPCore
import Rendering

/// The routes of the readings of one check, in pages: `/api/v1/checks/{id}/readings`, and the same of discrepancies.
struct ReadingRoutes: Sendable {
    /// The last reading that a page may begin with. Mixed ones are gone through from the first, so that it bounds the work.
    private static let mostOffset = 10_000

    private static let mixed = Parameter(
        name: "mixed",
        about: "Whether the mixed readings are shown, which decide nothing where there are others.",
        .oneOf(["true", "false"]))
    private static let offset = Parameter(
        name: "offset", about: "How many readings are left out before the first.", .wholeNumber(0...mostOffset))

    /// The path of the list of records whose checks they are.
    let list: String
    /// Finds the check of a record.
    let check: @Sendable (Snapshot, String) -> Check?
    /// An id that there is.
    let first: @Sendable (Snapshot) -> String?
    /// What a wrong id is answered with.
    let unknown: @Sendable (EncodedSnapshot, String) -> Problem

    static var routes: [Route] {
        [
            ReadingRoutes(
                list: "checks", check: { $0.checks[$1] }, first: { $0.checks.records.first?.id },
                unknown: { .unknown($1, on: $0.checks.table) }
            ).route,
            ReadingRoutes(
                list: "discrepancies", check: { $0.discrepancies[$1]?.check },
                first: { $0.discrepancies.records.first?.id }, unknown: { .unknown($1, on: $0.discrepancies.table) }
            ).route,
        ]
    }

    private var route: Route {
        Route(
            APIPath.below(list, "{id}/readings"),
            "The readings of one of the \(list), in pages; the mixed ones on request.",
            formats: [.json], schema: "answer-readings.json",
            parameters: { [ReadingRoutes.mixed, ReadingRoutes.offset, .limit, $0.lang, .pretty] },
            example: { encoded in first(encoded.snapshot).map { APIPath.below(list, $0 + "/readings") } },
            lookUp: { context throws(Problem) in _ = try record(context) },
            answer: { context throws(Problem) in try answer(context) })
    }

    /// Returns the check that the path names; 404 if there is none.
    private func record(_ context: borrowing RequestContext) throws(Problem) -> Check {
        let id = context.path["id"] ?? ""
        guard let check = check(context.encoded.snapshot, id) else { throw unknown(context.encoded, id) }
        return check
    }

    private func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let check = try record(context)
        let limit = min(max(context.parameters.limit ?? Page.defaultLimit, 1), Check.mostReadings)
        let asked = context.parameters.first(ReadingRoutes.offset.name).flatMap { Int($0) } ?? 0
        let offset = min(asked, ReadingRoutes.mostOffset)
        let isMixed = context.parameters.first(ReadingRoutes.mixed.name) == "true"
        // One more tells whether there is another page.
        let found =
            isMixed
            ? context.encoded.snapshot.checker.mixedReadings(of: check, from: offset, limit: limit + 1)
            : Array(check.readings.dropFirst(offset).prefix(limit + 1))
        let path = APIPath.below(list, check.id)
        let page = { (offset: Int) in
            "\(path)/readings?\(isMixed ? "mixed=true&" : "")offset=\(offset)&limit=\(limit)"
        }
        let next = found.count > limit && offset + limit <= ReadingRoutes.mostOffset ? page(offset + limit) : nil
        let previous = offset > 0 ? page(max(0, offset - limit)) : nil
        var readings = JSONText(capacity: 4_096)
        readings.readings(Array(found.prefix(limit)), of: check, in: context.language)
        var json = JSONText(continuing: JSONPiece.data + readings.bytes)
        Envelope.writeTail(to: &json, context) { json in
            json.member("count", min(found.count, limit))
            json.member("limit", limit)
            json.member("offset", offset)
            json.member("readingCount", value: check.readingCount.map(Number.init))
            json.member("mixed", value: check.mixed.map(Number.init))
        } links: { json in
            json.member("self", page(offset))
            json.member("next", value: next)
            json.member("prev", value: previous)
            json.member("first", page(0))
            json.member("check", path)
        }
        return try Representation(json.bytes, as: .json).result(to: context)
    }
}
