import Foundations
import Testing

@Suite("Nearest spelling")
struct NearestTests {
    @Test(
        "Finds the word that was meant, and none where none is near",
        arguments: [
            ("categry", "category"), ("catgeory", "category"), ("Category", "category"), ("caategory", "category"),
            ("acto", "actor"), ("plase", "place"), ("q", "q"), ("p", nil), ("qq", "q"), ("statistics", "statistic"),
            ("form", "from"), ("cat", "category"), ("stat", "statistic"), ("so", nil),
            ("zzzzzz", nil), ("", nil), ("source-of-everything", nil), ("ąctor", "actor"),
        ] as [(String, String?)])
    func finds(word: String, expected: String?) {
        let known = ["category", "actor", "place", "from", "statistic", "source", "q"]
        #expect(nearest(to: word, in: known) == expected)
    }

    @Test("Of equally near words the first is given")
    func first() {
        #expect(nearest(to: "bat", in: ["cat", "rat", "bat-man"]) == "cat")
    }

    @Test("A word of any length is answered at once")
    func long() {
        #expect(nearest(to: String(repeating: "a", count: 1_000_000), in: ["category"]) == nil)
    }
}
