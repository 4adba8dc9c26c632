import HTTPCore

/// One row of the route table: a path that answers GET, and HEAD and OPTIONS with it. Routing, the check of parameters,
/// negotiation and the description of the API are all made from it.
struct Route: Sendable {
    typealias Answer = @Sendable (borrowing Exchange) throws(Problem) -> Reply

    let pattern: String
    /// What is there, in a sentence.
    let summary: String
    /// The forms in which it is to be had, the favourite first: each has the path with its suffix. Empty for a path that
    /// has one form of its own.
    let formats: [Format]
    /// The query parameters that it knows. They can depend on the dataset: its vocabularies are what a filter accepts.
    let parameters: @Sendable (Edition) -> [Parameter]
    let answer: Answer

    init(
        _ pattern: String, _ summary: String, formats: [Format] = [],
        parameters: @escaping @Sendable (Edition) -> [Parameter] = { _ in [] }, answer: @escaping Answer
    ) {
        self.pattern = pattern
        self.summary = summary
        self.formats = formats
        self.parameters = parameters
        self.answer = answer
    }
}
