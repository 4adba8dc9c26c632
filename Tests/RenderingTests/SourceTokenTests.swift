import Archive
import Evidence
import TestSupport
import Testing
import Wording

@Suite("What is printed in a source")
struct SourceTokenTests {
    @Test(
        "is quoted, beside what it means for those who read another language, if the dataset says it",
        arguments: [
            ("en", "per 1 100", "“per 1 100”, translated “more than 1,100”"), ("lt", "per 1 100", "„per 1 100“"),
            ("en", "1 200", "“1 200”"),
        ])
    func quoted(tag: String, printed: String, expected: String) throws {
        let snapshot = try SmallDataset().load()
        let language: Language = tag == "en" ? .english : .lithuanian
        let source = try #require(snapshot.sources["chronicle"])
        let text = MarkedText.plain(source.quoted(printed, in: language)).replacing("\u{A0}", with: " ")
        #expect(text.replacing("\u{2060}", with: "") == expected)
    }
}
