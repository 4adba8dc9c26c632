import Evidence
import TestSupport
import Testing

@testable import Wording

@Suite("The name of a source")
struct SourceNameTests {
    private func source(_ title: String, brief: String? = nil, author: String? = "Upė") -> Source {
        Source(
            id: "chronicle", type: "book", title: title, briefTitle: brief.map(LocalizedText.init),
            author: author.map { [.person(family: $0, given: nil)] } ?? [], language: "en", independence: .main,
            independenceStatement: LocalizedText("The main one."), access: LocalizedText("Read whole."))
    }

    @Test("is its author with its brief title or, without the brackets of a description, its title")
    func names() {
        let brief = source("[A chronicle of the flood]", brief: "English summary")
        #expect(brief.name(in: .english) == "Upė, English summary" && brief.isDescribed)
        #expect(source("[A chronicle of the flood]").name(in: .english) == "Upė, A chronicle of the flood")
        let printed = source("The Flood [1931]", author: nil)
        #expect(printed.shortName(in: .english) == "The Flood [1931]" && !printed.isDescribed)
        #expect(brief.shortName(in: .english) == "Upė")
    }
}
