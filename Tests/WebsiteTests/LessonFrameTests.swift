import Foundation
import TestSupport
import Testing

@Suite("What stands around a lesson")
struct LessonFrameTests {
    private static let origin: KeyValuePairs = ["Host": "akistata.example"]

    @Test("The key of the sheet about conflicts shows each by its sum, those too that nobody asserts, and answers all")
    func knot() throws {
        let page = try Service(hasPages: true).get("/weigh/worksheet", Self.origin).text
        let last = try #require(page.components(separatedBy: "class=\"sheet key\"").last)
        let key = last.replacing("\u{A0}", with: " ")
        for told in [
            "(345 + 25 = 370 &gt; 361)", "(345 + 24 = 369 &gt; 361). Nobody gives these figures together",
            "(345 − 273 = 72)", "<dt>Class and grouping</dt>", "<dt>Easier</dt>", "<dt>Harder</dt>",
            "<li>Of each figure one would have to know",
        ] { #expect(key.contains(told), "\(told): \(key)") }
        #expect(key.firstMatch(of: /<ul>\s*<\/ul>/) == nil)
    }

    @Test("What pupils are told of a source is what the editor says of it, else what its record has")
    func told() throws {
        let text = { (text: String) in "{\"en\": \"\(text)\", \"lt\": \"\(text)\"}" }
        let file = """
            {"single": "left-claims", "lessons": [{"id": "left-claims"}], "origins": [{"source": "chronicle",
             "author": \(text("attributed to a ferryman")), "kind": \(text("ballad")), "published": \(text("in a tavern"))}]}
            """
        let snapshot = try SmallDataset().replacing("lessons.json", with: file).load()
        let service = try Service(hasPages: true, snapshot: snapshot)
        let page = try service.get("/lessons/left-claims", Self.origin).text
        for told in [
            "<dt>Author</dt> <dd>attributed to a ferryman</dd>", "<dt>Kind</dt> <dd>ballad</dd>",
            "<dt>Published</dt> <dd>in a tavern</dd>", "attributed to a ferryman; ballad; in a tavern.",
        ] { #expect(page.contains(told), "\(told): \(page)") }
        let list = try service.get("/lessons", Self.origin).text
        #expect(list.contains("If there is time for one lesson only: <a href=\"/lessons/left-claims\">"), "\(list)")
    }
}
