import TestSupport
import Testing

@testable import Archive

@Suite("Indexes against a naive filter")
struct IndexTests {
    @Test("Common and joined positions are those of sets", arguments: 0..<200)
    func postings(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let list = { (random: inout SeededGenerator) in
            let count = Int.random(in: 0...(seed % 2 == 0 ? 20 : 300), using: &random)
            return (0..<count).map { _ in UInt32.random(in: 0...400, using: &random) }
        }
        let (left, right) = (list(&random), list(&random))
        let (first, second) = (PostingList(unsorted: left), PostingList(unsorted: right))
        #expect(first.positions == Set(left).sorted())
        #expect(first.intersection(second).positions == Set(left).intersection(right).sorted())
        #expect(first.intersection(second) == second.intersection(first))
        #expect(PostingList.union([first, second]).positions == Set(left).union(right).sorted())
        #expect(first.intersection(PostingList()) == PostingList())
        #expect(first.intersection(.all(401)) == first)
    }

    @Test("Overlapping intervals are those that a look at each finds", arguments: [0, 1, 2, 3, 7, 8, 9, 100, 1_000])
    func intervals(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let bound = { (random: inout SeededGenerator) in
            Int.random(in: 0...9, using: &random) == 0 ? nil : Int.random(in: 0...60, using: &random)
        }
        let intervals: [IntervalIndex<Int>.Ends] = (0..<count).map { _ in
            let ends: IntervalIndex<Int>.Ends = (bound(&random), bound(&random))
            if let low = ends.low, let high = ends.high { return (min(low, high), max(low, high)) }
            return ends
        }
        let index = IntervalIndex<Int>(intervals)
        for _ in 0..<200 {
            let (low, high) = (bound(&random), bound(&random))
            let expected = intervals.indices.filter { position in
                let (start, end) = intervals[position]
                return (end ?? .max) >= (low ?? .min) && (start ?? .min) <= (high ?? .max)
            }
            #expect(index.overlapping(low: low, high: high).positions == expected.map(UInt32.init))
        }
    }

    @Test("Words are found in both languages, the last one by its beginning", arguments: 0..<50)
    func words(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let vocabulary = [
            "Žemė", "žemės", "zeme", "draft", "Drafted", "dodgers", "1944", "1945", "a", "ab", "abc", "ßtraße",
        ]
        let texts = (0..<40).map { _ in
            (0..<2).map { _ in
                (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in vocabulary.randomElement(using: &random) }
                    .joined(separator: [" ", ", ", "-", "–"].randomElement(using: &random) ?? " ")
            }
        }
        let index = WordIndex(texts)
        for _ in 0..<40 {
            let sought = (0...Int.random(in: 0...2, using: &random)).compactMap { _ in
                vocabulary.randomElement(using: &random)
            }
            let prefix = String((sought.last ?? "").prefix(Int.random(in: 1...8, using: &random)))
            let query = (sought.dropLast() + [prefix]).joined(separator: " ")
            let expected = texts.indices.filter { position in
                let words = texts[position].flatMap(FoldedText.words)
                return sought.dropLast().map(FoldedText.fold).allSatisfy(words.contains)
                    && words.contains { $0.hasPrefix(FoldedText.fold(prefix)) }
            }
            #expect(index.matches(query)?.positions == expected.map(UInt32.init), "\(query)")
        }
    }

    @Test("A text without words is no search", arguments: ["", " ", "–", "!?", "\u{301}"])
    func noWords(text: String) {
        #expect(WordIndex([["a"]]).matches(text) == nil)
    }

    @Test(
        "Folding takes away case and diacritics",
        arguments: [
            ("ŽEMAIČIŲ", "zemaiciu"), ("Ąžuolas", "azuolas"), ("Šaukimas ėjo įkandin ūko", "saukimas ejo ikandin uko"),
            ("Łódź", "lodz"), ("Ærø", "æro"), ("e\u{301}", "e"), ("ЖУРНАЛ", "журнал"), ("ΑΒΓ", "αβγ"),
            ("50-oji", "50-oji"),
            ("Straße", "straße"), ("", ""),
        ])
    func folding(text: String, folded: String) {
        #expect(FoldedText.fold(text) == folded)
    }

    @Test("Every letter of the table folds to one that the table leaves alone")
    func table() {
        for code in UInt32(0xC0)...0x17F {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let folded = FoldedText.fold(String(scalar))
            #expect(FoldedText.fold(folded) == folded)
            #expect(folded == folded.lowercased())
            #expect(folded == FoldedText.fold(String(scalar).lowercased()))
        }
    }
}
