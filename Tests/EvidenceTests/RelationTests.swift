import TestSupport
import Testing

@testable import Evidence

@Suite("Relations")
struct RelationTests {
    private static func relation(
        _ id: String = "r", title: String = "t", explanation: String? = nil, question: String? = nil,
        parts: [String] = ["a", "b"], differs: Relation.Comparability.Difference? = nil, isDisjoint: Bool = false,
        printed: [String] = []
    ) -> Relation {
        Relation(
            id: id, title: Samples.text(title), explanation: explanation.map(Samples.text),
            question: question.map(Samples.text), constraint: .sum(parts: parts, whole: ["c"]),
            comparability: differs.map { Relation.Comparability(differs: $0, reason: Samples.text("r")) },
            isDisjoint: isDisjoint,
            citations: printed.map { Citation(source: "s", locator: .printedToken, printed: [$0]) })
    }

    @Test(
        "are equal where they say the same, and in nothing else",
        arguments: [
            relation("other"), relation(title: "other"), relation(explanation: "e"), relation(question: "q"),
            relation(parts: ["b", "a"]), relation(differs: .period), relation(isDisjoint: true),
            relation(printed: ["x"]),
        ])
    func equality(other: Relation) {
        #expect(Self.relation() == Self.relation())
        #expect(Self.relation().hashValue == Self.relation().hashValue)
        #expect(other != Self.relation())
    }
}
