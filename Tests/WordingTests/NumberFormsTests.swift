import Evidence
import TestSupport
import Testing
import Wording

@Suite("A number in words")
struct NumberFormsTests {
    @Test(
        "Languages print numbers their own way",
        arguments: [
            ("47310", "47,310", "47\u{A0}310"), ("999", "999", "999"),
            ("1234567.5", "1,234,567.5", "1\u{A0}234\u{A0}567,5"),
            ("-853", "\u{2212}853", "\u{2212}853"), ("0.05", "0.05", "0,05"),
        ])
    func formats(numeral: String, english: String, lithuanian: String) throws {
        let number = try #require(Number(numeral: numeral))
        #expect(Language.english.format(number) == english)
        #expect(Language.lithuanian.format(number) == lithuanian)
    }
}
