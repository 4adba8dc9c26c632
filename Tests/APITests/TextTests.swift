import Archive
import Foundations
import TestSupport
import Testing
import Wording

@testable import API
@testable import Rendering

@Suite("Text for a terminal")
struct TextTests {
    @Test(
        "takes as many cells as a terminal gives it",
        arguments: [
            ("", 0), ("abc", 3), ("Žąė", 3), ("e\u{301}", 1), ("戦争", 4), ("ｶﾅ", 2), ("Ａ", 2), ("한국", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("⌛", 2), ("⚖️", 2), ("⚖", 1), ("🇱🇹", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2),
            ("עִבְ", 2), ("ที่", 1), ("\u{200B}", 0), ("\u{AD}", 1), ("…—¶", 3), ("47\u{A0}310", 6),
        ])
    func width(text: String, cells: Int) { #expect(TextWidth.of(text) == cells) }

    @Test(
        "is broken between words, behind a hyphen where a word is too long, and never within a URL",
        arguments: [
            ("", 5, [""]), ("one two three", 7, ["one two", "three"]), ("one  two", 80, ["one two"]),
            ("a\nb", 80, ["a", "b"]), ("a\n\nb", 80, ["a", "", "b"]), ("longword", 3, ["longword"]),
            ("men-of-1944 x", 6, ["men-", "of-", "1944 x"]), ("men-of x", 80, ["men-of x"]),
            ("https://a-b.example/c-d", 5, ["https://a-b.example/c-d"]), ("戦争 戦争", 8, ["戦争", "戦争"]),
            ("47\u{A0}310 men", 6, ["47\u{A0}310", "men"]),
        ])
    func wrapping(text: String, width: Int, lines: [String]) { #expect(TextLines.wrap(text, to: width) == lines) }

    @Test("never holds a control that a terminal would obey")
    func controls() {
        #expect(TextLines.wrap("a\u{1B}[2Jb\u{7}\u{9B}\rc\td") == ["a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}\u{FFFD}c\u{FFFD}d"])
    }

    @Test("stands in columns, numbers at the right, the widest column broken first")
    func grid() {
        let columns = [TextGrid.Column("Id"), .init("Text"), .init("No", isRight: true)]
        let grid = TextGrid(columns, [["a", "one two three four", "1"], ["戦", "five", "1,000"]])
        #expect(
            grid.lines(width: 21) == [
                "Id  Text           No", "──  ──────────  ─────", "a   one two         1", "    three four",
                "戦  five        1,000",
            ])
        // Words are not broken for the sake of the width.
        #expect(grid.lines(width: 4).contains("a   one        1"))
    }

    @Test("keeps arithmetic on its line, and has no headings where none are")
    func whole() {
        let grid = TextGrid([.init(), .init(isWhole: true)], [["a long label", "1 + 2 = 3"]])
        #expect(grid.lines(width: 10) == ["a      1 + 2 = 3", "long", "label"])
    }

    @Test("tells of claims how they stand, where they do not all stand alike")
    func standing() throws {
        let plain = try Service(snapshot: SmallDataset().load())
        let text = try plain.get("/api/v1/statistics/right.txt?lang=en").text
        #expect(text.contains(/Attribution +Citations/) && !text.contains("Rank"), "\(text)")
        #expect(try plain.get("/api/v1/statistics/boats.txt?lang=en").text.contains(/official data +deprecated/))
        let printed = #""printed": "some 1 300","#
        let dataset = try #require(
            SmallDataset().replacing(
                printed, with: printed + #" "corrects": "left-main", "witness": "chronicle","#, in: "statistics.json"))
        let corrected = try Service(snapshot: dataset.load()).get("/api/v1/statistics/left.txt?lang=en").text
        #expect(corrected.contains(/Attribution +Rank +Witness +Corrects +Withdrawn +Citations/), "\(corrected)")
        #expect(corrected.contains(/preferred +chronicle +left- +chronicle/), "\(corrected)")
    }
}
