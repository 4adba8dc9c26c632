/// A conflict of wording or of law that the editor found by reading. The verdict is the editor's.
package struct Editorial: Hashable, Sendable {
    package enum Conflict: String, CaseIterable, Sendable {
        case textual, legal
    }

    /// One side of the conflict, in the editor's words, with the places that state it.
    package struct Side: Hashable, Sendable {
        package let statement: LocalizedText
        /// The citations; at least one.
        package let citations: [Citation]

        package init(statement: LocalizedText, citations: [Citation]) {
            self.statement = statement
            self.citations = citations
        }
    }

    package let conflict: Conflict
    package let verdict: Verdict
    /// The ids of the statistics that the conflict affects.
    package let statistics: [String]
    /// The sides; at least two.
    package let sides: [Side]

    package init(conflict: Conflict, verdict: Verdict, statistics: [String] = [], sides: [Side]) {
        self.conflict = conflict
        self.verdict = verdict
        self.statistics = statistics
        self.sides = sides
    }
}
