import Foundation
import TestSupport
import Testing
import Wording

@testable import Archive

@Suite("Indexes against a naive filter")
struct IndexTests {
    @Test("A posting list is a set in order, as a list and as bits", arguments: 0..<200)
    func postings(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let table = [1, 64, 401, 4_000].randomElement(using: &random) ?? 401
        let list = { (random: inout SeededGenerator) in
            let count = Int.random(in: 0...([20, 300, 3_000].randomElement(using: &random) ?? 0), using: &random)
            return (0..<count).map { _ in UInt32.random(in: 0..<UInt32(table), using: &random) }
        }
        let (left, right) = (list(&random), list(&random))
        let sets = (Set(left.map(Int.init)), Set(right.map(Int.init)))
        let lists = (
            PostingList(unsorted: left[...], table: table), PostingList(unsorted: right[...], table: table)
        )
        let sorted = sets.0.sorted()
        #expect(lists.0.positions == sorted)
        #expect(lists.0.count == sorted.count)
        #expect(lists.0.intersection(lists.1).positions == sets.0.intersection(sets.1).sorted())
        #expect(lists.1.intersection(lists.0).positions == sets.0.intersection(sets.1).sorted())
        #expect(PostingList.union([lists.0, lists.1], table: table).positions == sets.0.union(sets.1).sorted())
        for position in stride(from: 0, through: table + 70, by: 1 + table / 100) {
            #expect(lists.0.contains(position) == sets.0.contains(position))
            #expect(lists.0.next(from: position) == sorted.first { $0 >= position })
            #expect(lists.0.rank(below: position) == sorted.count { $0 < position })
            #expect(lists.0.position(at: position) == (position < sorted.count ? sorted[position] : nil))
        }
    }

    @Test("A table has the postings of every number, also by another order of the records", arguments: 0..<50)
    func table(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...300, using: &random)
        let records = (0..<count).map { _ in
            Set((0..<Int.random(in: 0...5, using: &random)).map { _ in UInt32.random(in: 0...9, using: &random) / 2 })
        }
        var occurrences = Occurrences()
        for record in records {
            for number in record { occurrences.append(number) }
            occurrences.endRecord()
        }
        let order = (0..<count).shuffled(using: &random)
        let plain = PostingTable(occurrences, count: 5)
        let ordered = PostingTable(occurrences, count: 5, order: order.map(UInt32.init))
        for first in 0..<5 {
            for last in first..<6 {
                let isMeant = { (record: Int) in records[record].contains { (first..<last).contains(Int($0)) } }
                #expect(plain.union(first..<last).positions == (0..<count).filter(isMeant))
                #expect(ordered.union(first..<last).positions == (0..<count).filter { isMeant(order[$0]) })
            }
            #expect(plain[first].positions == plain.union(first..<first + 1).positions)
        }
    }

    @Test(
        "Overlapping intervals are those that a look at each finds", arguments: [0, 1, 2, 31, 32, 33, 100, 3_000],
        [false, true])
    func intervals(count: Int, isOrdered: Bool) {
        var random = SeededGenerator(seed: UInt64(count))
        let bound = { (random: inout SeededGenerator) in
            Int.random(in: 0...9, using: &random) == 0 ? nil : Int.random(in: 0...60, using: &random)
        }
        var intervals: [IntervalIndex<Int>.Ends?] = (0..<count).map { _ in
            guard Int.random(in: 0...9, using: &random) > 0 || isOrdered else { return nil }
            let ends: IntervalIndex<Int>.Ends = (bound(&random), bound(&random))
            if let low = ends.low, let high = ends.high { return (min(low, high), max(low, high)) }
            return ends
        }
        if isOrdered { intervals.sort { ($0?.low ?? .min) < ($1?.low ?? .min) } }
        let index = IntervalIndex<Int>(intervals)
        if isOrdered, let order = index.orderByHigh {
            let highs = order.map { intervals[Int($0)]?.high ?? .max }
            #expect(highs == highs.sorted())
        }
        for _ in 0..<100 {
            let (low, high) = (bound(&random), bound(&random))
            if let low, let high, high < low { continue }
            let expected = intervals.indices.filter { position in
                guard let (start, end) = intervals[position] else { return false }
                return (end ?? .max) >= (low ?? .min) && (start ?? .min) <= (high ?? .max)
            }
            let overlap = index.overlapping(low: low, high: high)
            #expect(overlap.count == expected.count)
            #expect(intervals.indices.filter(overlap.contains) == expected)
            var next = overlap.next(from: 0)
            let found = expected.map { _ in
                defer { next = next.flatMap { overlap.next(from: $0 + 1) } }
                return next
            }
            #expect(found == expected)
            #expect(next == nil)
        }
    }

    @Test("Texts are sorted by their bytes, equal ones as they came", arguments: 0..<50)
    func texts(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let texts = (0..<200).map { _ in
            (0..<Int.random(in: 0...20, using: &random)).map { _ in
                UInt8.random(in: 0...UInt8(1 + seed), using: &random)
            }
        }
        var packed = PackedTexts()
        for text in texts { packed.append { $0 += text } }
        let expected = texts.indices.sorted { left, right in
            texts[left] == texts[right] ? left < right : texts[left].lexicographicallyPrecedes(texts[right])
        }
        #expect(packed.sorted().map(Int.init) == expected)
    }

    @Test("Texts that are long and alike are sorted without running out of stack")
    func longTexts() {
        var packed = PackedTexts()
        let text = [UInt8](repeating: 0x61, count: 4_000_000)
        for end in [2, 1, 1, 0] { packed.append { $0 += text + [UInt8](repeating: 0x61, count: end) } }
        #expect(packed.sorted() == [3, 1, 2, 0])
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
        let index = WordIndex(count: texts.count) { texts[$0] }
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
            #expect(index.matches(query)?.positions == expected, "\(query)")
        }
    }

    @Test("A text without words is no search", arguments: ["", " ", "–", "!?", "\u{301}"])
    func noWords(text: String) {
        #expect(WordIndex(count: 1) { _ in ["a"] }.matches(text) == nil)
    }

    @Test(
        "Folding takes away case and diacritics",
        arguments: [
            ("ŽEMAIČIŲ", "zemaiciu"), ("Ąžuolas", "azuolas"), ("Šaukimas ėjo įkandin ūko", "saukimas ejo ikandin uko"),
            ("Łódź", "lodz"), ("Ærø", "æro"), ("e\u{301}", "e"), ("ЖУРНАЛ", "журнал"), ("ΑΒΓ", "αβγ"),
            ("50-oji", "50-oji"),
            ("Ὀδυσσεύς", "οδυσσευσ"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"), ("μάιος", "μαιοσ"), ("Київ", "киів"),
            ("МОГИЛЁВ", "могилев"),
            ("כָּתַב", "כתב"), ("מלך", "מלכ"), ("צה״ל", "צהל"), ("مُحَمَّد", "محمد"), ("كـتـاب", "كتاب"),
            ("أحمد إلى القاهرة", "احمد الي القاهره"), ("۱۳۲۰ ١٢٤١", "1320 1241"), ("Ｗａｒ　１９", "war　19"),
            ("Việt Nam", "viet nam"),
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

    @Test("Letters make words as Unicode has them, and none grows to more than twice its length")
    func properties() {
        for code in UInt32(0x80)...0x2FFFF {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let (folded, properties) = (FoldedText.fold(String(scalar)), scalar.properties)
            var isRight = folded.utf8.count <= 2 * UTF8.width(scalar) && folded.unicodeScalars.count < 2
            isRight = isRight && scalar.isWordPart == (properties.isAlphabetic || properties.numericType != nil)
            isRight = isRight && FoldedText.fold(folded) == folded
            if !isRight { Issue.record("\(String(code, radix: 16))") }
        }
    }

    @Test("Of alphabets, a letter folds alike in upper and lower case, and composed or with its marks after it")
    func composed() {
        for code in UInt32(0xC0)..<0x2000 {
            guard let scalar = Unicode.Scalar(code), scalar.properties.isAlphabetic else { continue }
            let (text, folded) = (String(scalar), FoldedText.fold(String(scalar)))
            let lower = scalar.properties.lowercaseMapping
            if lower.unicodeScalars.count == 1, FoldedText.fold(lower) != folded {
                Issue.record("\(String(code, radix: 16)) in lower case")
            }
            let marks = text.decomposedStringWithCanonicalMapping.unicodeScalars.dropFirst()
            let isLetterWithMarks = marks.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
            // What Unicode takes for a form of another letter keeps it.
            let isOther = ["ϓ", "ϔ"].contains(text)
            if isLetterWithMarks, !isOther, FoldedText.fold(text.decomposedStringWithCanonicalMapping) != folded {
                Issue.record("\(String(code, radix: 16)) with marks")
            }
        }
    }

    @Test(
        "Letters of scripts without spaces are words of their own, with their marks",
        arguments: [
            ("蒙古军队 1241 年", ["蒙", "古", "军", "队", "1241", "年"]), ("UN军", ["un", "军"]), ("ノルマ", ["ノ", "ル", "マ"]),
            ("か\u{3099}く", ["か", "く"]), ("กำ", ["ก", "ำ"]), ("한국 전쟁", ["한국", "전쟁"]), ("צה\"ל", ["צהל"]),
            ("א\" ב", ["א", "ב"]),
        ])
    func words(text: String, words: [String]) {
        #expect(FoldedText.words(of: text) == words)
    }
}
