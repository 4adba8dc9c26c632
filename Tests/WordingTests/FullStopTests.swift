import Evidence
import TestSupport
import Testing

@testable import Wording

@Suite("A full stop")
struct FullStopTests {
    @Test(
        "ends a sentence once, also after an abbreviation, and whatever language that is marked as",
        arguments: [
            ("iki 1957 m.", "iki 1957 m."), ("iki 1957", "iki 1957."), ("8 proc.", "8 proc."), ("", "."),
        ])
    func sentence(text: String, expected: String) {
        #expect(text.withFullStop == expected)
        let marked = MarkedText.mark(text, in: .lithuanian, for: .english)
        #expect(MarkedText.plain(marked.withFullStop) == expected)
    }

    @Test(
        "is not doubled where a sentence ends in what is filled in",
        arguments: [
            ("iki 1957 m.", "Iš: iki 1957 m. Ir iki 1957 m., taip."), ("iki 1957", "Iš: iki 1957. Ir iki 1957, taip."),
        ])
    func filled(value: String, expected: String) {
        #expect(Words.fill("Iš: {x}. Ir {x}, taip.", ["x": value]) == expected)
    }
}
