import Archive
import Evidence
import TestSupport
import Testing
import Wording

@testable import PageLayout

@Suite("Terms on pages")
struct TermPageTests {
    private static func mark(_ id: String, _ text: String) -> String {
        #"<button type="button" class="term" popovertarget="term_\#(id)">\#(text)</button>"#
    }

    private static let barge = mark("barge", "barge")

    /// Returns content with its marks, by the terms of the small dataset in English.
    private static func marked(_ content: String) throws -> String {
        var marks = TermMarks(try Service.snapshot.get().glossary(in: .english), in: .english)
        var page: [UInt8] = []
        marks.append(Array(content.utf8), to: &page)
        return String(decoding: page, as: UTF8.self)
    }

    @Test(
        "are marked where they first stand in prose",
        arguments: [
            ("<p>A barge, a barge.</p><p>Barges</p>", "<p>A \(barge), a barge.</p><p>Barges</p>"),
            ("<p>a <em>barge</em></p>", "<p>a <em>\(barge)</em></p>"),
            ("<ul><li>barge</li></ul>", "<ul><li>\(barge)</li></ul>"),
            ("<p>a <a href=\"/\">b</a> barge</p>", "<p>a <a href=\"/\">b</a> \(barge)</p>"),
            (
                "<svg><path/><text>x</text></svg><p>x<br>barge</p>",
                "<svg><path/><text>x</text></svg><p>x<br>\(barge)</p>"
            ),
            ("<p>rock &amp; barge</p>", "<p>rock &amp; \(barge)</p>"),
            ("<p>“Barge” is said of a barge.</p>", "<p>“Barge” is said of a \(barge).</p>"),
            ("<p>“Open, barge</p>", "<p>“Open, \(barge)</p>"),
            ("<p>waiver&#39;s</p>", "<p>\(mark("waiver", "waiver"))&#39;s</p>"),
        ])
    func marks(content: String, expected: String) throws { #expect(try Self.marked(content) == expected) }

    @Test(
        "are left alone where nothing may be opened, and in the words of others",
        arguments: [
            "barge", "<h1>barge</h1>", "<p><a href=\"/\">barge</a></p>", "<p><a href=\"/\"><b>barge</b></a></p>",
            "<p><button>barge</button></p>", "<table><tr><td><p>barge</p></td></tr></table>", "<p>“a barge”</p>",
            "<blockquote><p>barge</p></blockquote>", "<p><code>barge</code></p>", "<p><bdi lang=\"lt\">barge</bdi></p>",
            "<p lang=\"de\">barge</p>", "<p class=\"figure\">barge</p>", "<p><span class=\"printed\">barge</span></p>",
            "<p class=\"kicker\">barge</p>", "<form><p>barge</p></form>", "<ul class=\"spots\"><li>barge</li></ul>",
            "<p title=\"barge\">x</p>", "<figure><svg><p>barge</p></svg><p>barge</p></figure>",
            "<dl><dd>barge</dd></dl>",
            "<p>&barge;</p>", "<p>&barge", "<p", "<", "<>", "</p><p></p></p>barge", "<script>barge</script>", "",
        ])
    func none(content: String) throws { #expect(try Self.marked(content) == content) }

    @Test("add nothing to a page but their marks, however long it is")
    func long() throws {
        let content = String(repeating: "<p>A barge “of” a &lt; waiver<ul><li><h2>x</h2></li></ul></p>“", count: 5_000)
        let marked = try Self.marked(content)
        #expect(marked.count(of: "<button") == 2)
        #expect(marked.replacing(/<button[^>]*>([a-z]+)<\/button>/) { $0.1 } == content)
    }

    @Test(
        "show what they mean, and lead to the glossary in the reader's language",
        arguments: [
            ("en", "Barges", "A flat boat that carries loads."), ("lt", "Baržos", "Plokščiadugnis laivas kroviniams."),
        ])
    func explained(tag: String, word: String, note: String) throws {
        let service = try Service(hasPages: true)
        let page = try service.get("/events/upper-sluice?lang=\(tag)", ["Accept": "text/html"]).text
        #expect(page.contains(#"<p class="lead">"# + Self.mark("barge", word)))
        #expect(page.contains(#"<div id="term_barge" popover>"#) && page.contains("<p>\(note)</p>"))
        #expect(page.contains("href=\"/terms?lang=\(tag)#barge\""))
        #expect(page.count(of: "popovertarget=") == page.count(of: " popover>"))
        let glossary = try service.get("/terms?lang=\(tag)").text
        #expect(glossary.contains(#"<dt id="barge"><a href="/terms/barge?lang=\#(tag)">"#) && glossary.contains(note))
        #expect(!glossary.contains("popover"))
        #expect(try service.get("/terms/barge?lang=\(tag)").text.contains(note))
    }

    @Test("are all on one page, of which there is no part")
    func whole() throws {
        let dataset = try #require(
            SmallDataset().replacing(
                #""terms": ["#,
                with: #""terms": ["#
                    + (0..<499).map { #"{"id": "t-\#($0)", "label": {"en": "T\#($0)"}, "note": {"en": "N."}}, "# }
                    .joined(),
                in: "dataset.json"))
        let service = try Service(hasPages: true, snapshot: dataset.load())
        #expect(try service.get("/terms?limit=1").text.count(of: "<dt id=") == 500)
    }

    @Test("leave pages as they are where a dataset explains nothing")
    func unexplained() throws {
        let service = try Service(hasPages: true, snapshot: try FigureDataset(statistics: []).load())
        let page = try service.get("/").text
        #expect(!page.contains("popover") && !page.contains("href=\"/terms"))
        #expect(try service.get("/terms").status == 200)
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
