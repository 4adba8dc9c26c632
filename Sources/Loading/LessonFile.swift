import Evidence
import Foundations

/// The file `lessons.json`: what the editor adds for the classroom. A dataset need not have it.
enum LessonFile {
    static let name = "lessons.json"

    /// The maximum number of lines of background.
    private static let mostLines = 12
    private static let longestLesson = 1_000
    private static let mostOrigins = 100
    /// The maximum number of events, and of sources, on the strip of the chronology.
    private static let mostMoments = 12

    /// What the file says, with the plans in its order; nil in place of one that cannot be decoded.
    struct Content {
        var context: [LocalizedText] = []
        var care: LocalizedText?
        var plans: [(relation: String, plan: LessonPlan)?] = []
        var single: String?
        var origins: [(source: String, origin: LessonPlans.Origin)] = []
    }

    static func decode(_ cursor: Cursor) -> Content? {
        guard var members = cursor.members() else { return nil }
        _ = members.optional("$schema") { $0.schema() }
        let context = members.optional("context", background)
        let care = members.optional("care") { $0.localizedText() }
        let single = members.optional("single") { $0.slug() }
        let origins = members.optional("origins") { $0.list("an array of origins", count: 1...mostOrigins, origin) }
        let plans = members.required("lessons") { $0.partialList("an array of lessons", plan) }
        members.close()
        guard let context, let care, let single, let origins, let plans else { return nil }
        return Content(context: context ?? [], care: care, plans: plans, single: single, origins: origins ?? [])
    }

    /// Checks that each plan is for a relation of its own, and that the single lesson is one of them.
    static func check(_ content: Content, of relations: [String], _ diagnostics: Diagnostics) {
        let known = Set(relations)
        var seen: Set<String> = []
        for (index, plan) in content.plans.enumerated() {
            guard let id = plan?.relation else { continue }
            let expected =
                known.contains(id)
                ? (seen.insert(id).inserted ? nil : "an id that no other lesson has")
                : "the id of a relation" + Hint.aside(diagnostics.nearest(to: id, in: relations))
            if let expected {
                diagnostics.add(
                    .meaning, at: .member(.element(.member(.file(name), "lessons"), index), "id"), expected: expected,
                    found: "\"\(id)\"")
            }
        }
        if let single = content.single, !seen.contains(single) {
            diagnostics.add(
                .meaning, at: .member(.file(name), "single"),
                expected: "the id of a lesson" + Hint.aside(diagnostics.nearest(to: single, in: seen.sorted())),
                found: "\"\(single)\"")
        }
    }

    static func plans(_ content: Content?) -> LessonPlans {
        var plans = LessonPlans()
        guard let content else { return plans }
        plans.context = content.context
        plans.care = content.care
        plans.single = content.single
        for (source, origin) in content.origins { plans.origins[source] = origin }
        for case let (relation, plan)? in content.plans { plans.plans[relation] = plan }
        return plans
    }

    private static func plan(_ cursor: Cursor) -> (relation: String, plan: LessonPlan)? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.slug() }
        let names = [
            "title", "aim", "grouping", "easier", "harder", "harderAnswer", "agreement", "conditions", "further",
            "denial",
        ]
        let texts = names.map { name in members.optional(name) { $0.localizedText() } }
        let minutes = members.optional("minutes") { $0.integer(in: 1...longestLesson) }
        let context = members.optional("context", background)
        let answers = members.optional("answers") { $0.list("an array of answers", count: 1...9, answer) }
        let events = members.optional("events") { $0.references(to: .event, count: 1...mostMoments) }
        let sources = members.optional("sources") { $0.references(to: .source, count: 1...mostMoments) }
        members.close()
        let known = texts.compactMap { $0 }
        guard let id, let minutes, let context, let answers, let events, let sources, known.count == texts.count
        else { return nil }
        let paths: [WritableKeyPath<LessonPlan, LocalizedText?>] = [
            \.title, \.aim, \.grouping, \.easier, \.harder, \.harderAnswer, \.agreement, \.conditions, \.further,
            \.denial,
        ]
        var plan = LessonPlan()
        for (path, text) in zip(paths, known) { plan[keyPath: path] = text }
        plan.minutes = minutes
        plan.context = context ?? []
        plan.answers = answers ?? []
        plan.events = events ?? []
        plan.sources = sources ?? []
        return (id, plan)
    }

    private static func origin(_ cursor: Cursor) -> (source: String, origin: LessonPlans.Origin)? {
        guard var members = cursor.members() else { return nil }
        let source = members.required("source") { $0.reference(to: .source) }
        let author = members.optional("author") { $0.localizedText() }
        let kind = members.optional("kind") { $0.localizedText() }
        let published = members.optional("published") { $0.localizedText() }
        members.close()
        guard let source, let author, let kind, let published else { return nil }
        var origin = LessonPlans.Origin()
        (origin.author, origin.kind, origin.published) = (author, kind, published)
        return (source, origin)
    }

    private static func background(_ cursor: Cursor) -> [LocalizedText]? {
        cursor.list("an array of lines", count: 1...mostLines) { $0.localizedText() }
    }

    private static func answer(_ cursor: Cursor) -> LessonPlan.ModelAnswer? {
        guard var members = cursor.members() else { return nil }
        let quality = members.required("quality") { $0.choice(of: LessonPlan.ModelAnswer.Quality.self) }
        let answer = members.required("answer") { $0.localizedText() }
        let credit = members.required("credit") { $0.localizedText() }
        members.close()
        guard let quality, let answer, let credit else { return nil }
        return LessonPlan.ModelAnswer(quality, answer, credit: credit)
    }
}
