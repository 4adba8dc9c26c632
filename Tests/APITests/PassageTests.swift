import Evidence
import Foundation
import TestSupport
import Testing

@Suite("A passage")
struct PassageTests {
    private static let paraphrase = "In the first month the town filled six thousand bags."
    private static let quotation = "Six thousand bags were filled before the month was out."
    private static let claim = "/api/v1/claims/sandbags-april-main"

    @Test("is told in our words, and apart from that quoted in its own, in JSON and in tables")
    func data() throws {
        let service = try Service()
        let record = try service.get(PassageTests.claim + "?lang=en").record()
        #expect(record["paraphrase"] as? String == PassageTests.paraphrase)
        #expect(
            record["quotation"] as? [String: String] == ["text": PassageTests.quotation, "language": "en"])
        let lithuanian = try service.get(PassageTests.claim + "?lang=lt").record()
        #expect((lithuanian["paraphrase"] as? String)?.hasPrefix("Pirmąjį") == true)
        #expect((lithuanian["quotation"] as? [String: String])?["text"] == PassageTests.quotation)
        let other = try service.get("/api/v1/claims/sandbags-may-main").record()
        #expect(other["paraphrase"] == nil && other["quotation"] == nil)
        let csv = try service.get("/api/v1/claims.csv?lang=en&fields=id,paraphrase,quotation").text
        #expect(
            csv.contains("sandbags-april-main,\(PassageTests.paraphrase),\(PassageTests.quotation),en\r\n"), "\(csv)")
    }

    @Test("is told in text with a word for each, so that nobody takes ours for the source's")
    func text() throws {
        let text = try Service().get(PassageTests.claim + ".txt?lang=en").text.replacing(/\s+/, with: " ")
        #expect(text.contains("In our words") && text.contains(PassageTests.paraphrase), "\(text)")
        #expect(text.contains("In the source’s words") && text.contains(PassageTests.quotation), "\(text)")
    }

    @Test("is quoted on pages as a quotation, with its language and where it is from")
    func page() throws {
        let service = try Service(hasPages: true)
        let page = try service.get("/statistics/sandbags-april?lang=lt").text
        #expect(
            page.contains(
                #"<blockquote lang="en" dir="auto" cite="https://example.org/chronicle">\#(PassageTests.quotation)</blockquote>"#
            ), "\(page)")
        #expect(page.contains("Mūsų žodžiais:</span> Pirmąjį mėnesį"), "\(page)")
    }

    @Test(
        "is quoted under an open licence alone",
        arguments: [
            ("CC-BY-4.0", true), ("CC-BY-SA-3.0", true), ("CC0-1.0", true), ("CC-PDM-1.0", true), ("OGL-UK-3.0", true),
            ("CC-BY-NC-4.0", false), ("CC-BY-ND-4.0", false), ("LicenseRef-All-Rights-Reserved", false), ("", false),
        ])
    func licences(id: String, isOpen: Bool) throws {
        #expect(Licence(id: id, url: "https://example.org").isOpen == isOpen)
        guard !id.isEmpty else { return }
        let dataset = try #require(
            SmallDataset().replacing(
                #""printed": ["boats", "12 April"]"#,
                with: #""printed": ["boats"], "quotation": {"text": "The boats came.", "language": "en"}"#,
                in: "events.json")?.replacing(
                    #""type": "article-newspaper", "title": "Gazette","#,
                    with: """
                        "type": "article-newspaper", "title": "Gazette",
                        "licence": {"id": "\(id)", "URL": "https://example.org/licence"},
                        """, in: "sources.json"))
        #expect(try dataset.problems().isEmpty == isOpen)
    }
}
