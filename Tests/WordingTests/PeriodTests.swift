import Evidence
import TestSupport
import Testing
import Wording

@Suite("A period in words")
struct PeriodTests {
    @Test(
        "says as much as the date and no more",
        arguments: [
            ("1945-02-09", "9 February 1945", "1945 m. vasario 9 d."),
            ("1944-07/1944-12", "July 1944 – December 1944", "1944 m. liepa – 1944 m. gruodis"),
            ("../1944-08", "until August 1944", "iki 1944 m. rugpjūčio"),
            ("../1944-09-16", "until 16 September 1944", "iki 1944 m. rugsėjo 16 d."),
            ("../1957", "until 1957", "iki 1957 m."),
            ("/1945-05", "until May 1945 (beginning unknown)", "iki 1945 m. gegužės (pradžia nežinoma)"),
            ("1944-07/", "from July 1944 (end unknown)", "nuo 1944 m. liepos (pabaiga nežinoma)"),
            ("1944-07/..", "from July 1944", "nuo 1944 m. liepos"),
            ("1945-23/..", "from autumn 1945", "nuo 1945 m. rudens"),
            ("1945-24/..", "from winter 1945", "nuo 1945 m. žiemos"),
            ("1945-21", "spring 1945", "1945 m. pavasaris"),
            ("1945-05~", "May 1945 (approximate)", "1945 m. gegužė (apytiksliai)"),
        ])
    func words(text: String, english: String, lithuanian: String) throws {
        let period = try EDTF(text)
        #expect(Language.english.format(period) == english)
        #expect(Language.lithuanian.format(period) == lithuanian)
    }
}
