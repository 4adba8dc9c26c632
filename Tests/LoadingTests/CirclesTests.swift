import Testing

@testable import Loading

@Suite("Circles of a graph")
struct CirclesTests {
    @Test(
        "What reaches itself is in a circle, and what only leads to one or from one is not",
        arguments: [
            ([:], []), (["a": ["b"], "b": []], []), (["a": ["a"]], ["a"]), (["a": ["b"], "b": ["a"]], ["a", "b"]),
            (
                ["a": ["b"], "b": ["c"], "c": ["b", "d"], "d": ["e"], "e": ["d"], "f": ["missing"]],
                ["b", "c", "d", "e"]
            ),
            (["a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []], []),
            (["a": ["b"], "b": ["c"], "c": ["a", "x"], "x": ["y"], "y": []], ["a", "b", "c"]),
        ] as [([String: [String]], Set<String>)])
    func members(edges: [String: [String]], expected: Set<String>) {
        #expect(Circles(edges).members == expected)
    }

    @Test("A chain of any length is walked without recursion")
    func long() {
        let chain = Dictionary(uniqueKeysWithValues: (0..<100_000).map { ("\($0)", ["\($0 + 1)"]) })
        #expect(Circles(chain).members.isEmpty)
        #expect(Circles(chain.merging(["100000": ["50000"]]) { first, _ in first }).members.count == 50_001)
    }
}
