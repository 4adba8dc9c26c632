import Wording
import Testing

@Suite("A table of plain text")
struct TextGridTests {
    @Test(
        "isolates cells with letters from right to left, so that they keep to themselves, and leaves others as they are"
    )
    func isolates() {
        let grid = TextGrid([.init(), .init(isRight: true)], [["בארות (1850)", "48"], ["Wells", "41"]])
        #expect(grid.lines() == ["\u{2068}בארות (1850)\u{2069}  48", "Wells         41"])
    }
}
