import Bibliography
import Evidence
import Testing

@Suite("The address of a passage")
struct PassageAddressTests {
    @Test(
        "leads to the printed words in the original",
        arguments: [
            (["24,100"], "https://example.org/a", "https://example.org/a#:~:text=24%2C100"),
            (
                ["27,361", "34,589"], "https://example.org/a?b",
                "https://example.org/a?b#:~:text=27%2C361&text=34%2C589"
            ),
            (
                ["co-operative & free"], "https://example.org/a",
                "https://example.org/a#:~:text=co%2Doperative%20%26%20free"
            ),
            (["63 тыс"], "https://example.org/a#p3", "https://example.org/a#p3:~:text=63%20%D1%82%D1%8B%D1%81"),
            (["1", "2", "3", "4"], "https://example.org/a", "https://example.org/a#:~:text=1&text=2&text=3"),
            ([""], "https://example.org/a", "https://example.org/a"),
            ([], "https://example.org/a", "https://example.org/a"),
        ])
    func leads(printed: [String], url: String, address: String) {
        #expect(source(url).address(ofPassage: citation(printed)) == address)
    }

    @Test("is none where the source is not on the web")
    func none() {
        #expect(source(nil).address(ofPassage: citation(["1"])) == nil)
    }

    private func citation(_ printed: [String]) -> Citation {
        Citation(source: "a", locator: .printedToken, printed: printed)
    }

    private func source(_ url: String?) -> Source {
        Source(
            id: "a", type: "webpage", title: "A", language: "en", url: url, independence: .main,
            independenceStatement: LocalizedText("A"), access: LocalizedText("A"))
    }
}
