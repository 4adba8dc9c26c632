import HTTPCore

/// One row of the route table: a path that answers GET, and HEAD and OPTIONS with it. Routing, the check of parameters,
/// negotiation and the description of the API are all made from it.
final class Route: Sendable {
    typealias Answer = @Sendable (borrowing Exchange) throws(Problem) -> Reply

    let pattern: String
    /// What is there, in a sentence.
    let summary: String
    /// The media type of a path that has one form of its own.
    let mediaType: String
    /// What the JSON answer is, by the name of a file among the published schemas.
    let schema: String?
    /// The forms in which it is to be had, the favourite first: each has the path with its suffix. Empty for a path that
    /// has one form of its own.
    let formats: [Format]
    /// What it answers beside what every route does: 206, 410.
    let statuses: [Status]
    /// The query parameters that it knows. They can depend on the dataset: its vocabularies are what a filter accepts.
    let parameters: @Sendable (Edition) -> [Parameter]
    /// A path that it answers, with a query where that makes it short; nil where the data has none.
    let example: @Sendable (Edition) -> String?
    let answer: Answer

    /// Whether it answers people, with HTML and nothing else.
    var isPage: Bool { mediaType == Format.html.mediaType }

    /// Whether each format has a path of its own. A suffix of the root would have no name to stand behind.
    var hasSuffixes: Bool { pattern != "/" }

    init(
        _ pattern: String, _ summary: String, formats: [Format] = [], mediaType: String = Format.json.mediaType,
        schema: String? = nil, statuses: [Status] = [],
        parameters: @escaping @Sendable (Edition) -> [Parameter] = { _ in [] },
        example: (@Sendable (Edition) -> String?)? = nil, answer: @escaping Answer
    ) {
        self.pattern = pattern
        self.summary = summary
        self.formats = formats
        self.mediaType = mediaType
        self.schema = schema
        self.statuses = statuses
        self.parameters = parameters
        self.example = example ?? { _ in pattern.contains("{") ? nil : pattern }
        self.answer = answer
    }
}
