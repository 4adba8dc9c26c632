/// A conflict that the editor found by reading: of wording, or of law. The verdict is the editor's.
package struct Editorial: Hashable, Sendable {
    package enum Conflict: String, CaseIterable, Sendable {
        case textual, legal
    }

    /// What one side says, in the editor's words, with the places that say it.
    package struct Side: Hashable, Sendable {
        package let statement: LocalizedText
        /// At least one.
        package let citations: [Citation]

        package init(statement: LocalizedText, citations: [Citation]) {
            self.statement = statement
            self.citations = citations
        }
    }

    package let conflict: Conflict
    package let verdict: Verdict
    /// The ids of statistics that the conflict touches.
    package let statistics: [String]
    /// At least two.
    package let sides: [Side]

    package init(conflict: Conflict, verdict: Verdict, statistics: [String] = [], sides: [Side]) {
        self.conflict = conflict
        self.verdict = verdict
        self.statistics = statistics
        self.sides = sides
    }
}
