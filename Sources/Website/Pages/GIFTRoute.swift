import API
import Archive
import Checks
import HTTPCore
import Lessons
import PageLayout
import Problems
import Rendering

/// The questions of a worksheet for Moodle.
enum GIFTRoute {
    static func path(_ id: String) -> String { "/lessons/\(id).gift" }

    static let route = Route(
        path("{id}"), mediaType: Format.txt.mediaType, parameters: { [$0.lang] },
        example: { encoded in encoded.snapshot.discrepancies.records.first.map { path($0.id) } },
        dependsOnHost: true, ignoresUnknown: true,
        answer: { context throws(Problem) in
            let page = try context.page()
            let snapshot = context.encoded.snapshot
            let id = context.path["id"] ?? ""
            let lesson = try LessonPage.lesson(id, in: snapshot, page)
            let text = lesson.gift(at: page.absolute(page.link("/lessons/\(id)")))
            return try Representation(Array(text.utf8), as: .txt).result(to: context)
        })
}
