import HTTPCore

/// One row of the route table: a path that answers GET, and HEAD and OPTIONS with it.
struct Route: Sendable {
    typealias Answer = @Sendable (borrowing Exchange) throws(Problem) -> Reply

    let pattern: String
    /// What is there, in a sentence.
    let summary: String
    /// Whether the path takes the suffix of a format, as in `/events.json`.
    let hasFormats: Bool
    let answer: Answer

    init(_ pattern: String, _ summary: String, hasFormats: Bool = true, answer: @escaping Answer) {
        self.pattern = pattern
        self.summary = summary
        self.hasFormats = hasFormats
        self.answer = answer
    }
}
