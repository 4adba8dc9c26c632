import TestSupport
import Testing

@testable import Evidence

@Suite("An event")
struct EventTests {
    private static func event(_ text: String, _ citations: [Citation]) throws -> Event {
        Event(
            id: "event", title: LocalizedText(english: text, lithuanian: text + "ė"),
            summary: LocalizedText(english: "", lithuanian: text), date: try EDTF("1944-08~/1945"), category: "flood",
            actors: ["town", "bank"], places: ["bank"], statistics: [], citations: citations)
    }

    @Test(
        "Gives back what it was made of, however long its texts are",
        arguments: [0, 1, 127, 128, 129, 16_383, 16_384, 100_000])
    func texts(count: Int) throws {
        let text = String(repeating: "š", count: count / 2) + String(repeating: "x", count: count % 2)
        let event = try EventTests.event(text, [Citation(source: "s", locator: .printedToken, printed: [text])])
        #expect(event.id == "event")
        #expect(event.title == LocalizedText(english: text, lithuanian: text + "ė"))
        #expect(event.summary == LocalizedText(english: "", lithuanian: text))
        #expect(event.date == (try EDTF("1944-08~/1945")))
        #expect(event.category == "flood")
        #expect(event.actors == ["town", "bank"])
        #expect(event.places == ["bank"])
        #expect(event.statistics.isEmpty)
        #expect(event.citations == [Citation(source: "s", locator: .printedToken, printed: [text])])
    }

    @Test("Gives back its citations, of every kind and in their order")
    func citations() throws {
        let citations = [
            Citation(source: "a", locator: .sentence(paragraph: 1, sentence: 1_000_000), printed: ["1", "", "2"]),
            Citation(source: "b", locator: .article("12-1"), printed: []),
            Citation(source: "a", locator: .printedToken, printed: ["x"]),
            Citation(source: "c", locator: .sentence(paragraph: .max, sentence: .min), printed: ["y"]),
            Citation(
                source: "d", locator: Locator([.init(.line, "4"), .init(.page, "212"), .init(.chapter, "3")]),
                printed: ["z"]),
            Citation(source: "d", locator: Locator(paragraph: 3, [.init(.folio, "12v–13r")]), printed: ["z"]),
            Citation(
                source: "e", locator: .printedToken, printed: ["z"],
                paraphrase: LocalizedText(english: "It rose.", lithuanian: "Pakilo.")),
            Citation(source: "e", locator: .printedToken, printed: [], quotation: Quotation("Il monta.", in: "fr")),
            Citation(
                source: "e", locator: .article("1"), printed: ["z"],
                paraphrase: LocalizedText(english: "It rose.", lithuanian: "Pakilo."),
                quotation: Quotation("Il monta.", in: "fr")),
        ]
        let event = try EventTests.event("A", citations)
        #expect(event.citations == citations)
        #expect(event.sources == ["a", "b", "a", "c", "d", "d", "e", "e", "e"])
        #expect(try EventTests.event("A", []).citations.isEmpty)
    }

    @Test("Is equal to one that has the same of everything, and to no other")
    func equality() throws {
        let citation = Citation(source: "a", locator: .article("1"), printed: ["1"])
        let event = try EventTests.event("A", [citation])
        #expect(try EventTests.event("A", [citation]) == event)
        #expect(try EventTests.event("B", [citation]) != event)
        #expect(
            try EventTests.event("A", [Citation(source: "b", locator: .article("1"), printed: ["1"])]) != event)
        #expect(
            try EventTests.event("A", [Citation(source: "a", locator: .article("1"), printed: ["2"])]) != event)
    }
}
