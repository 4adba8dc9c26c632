import Evidence
import TestSupport
import Testing
import Wording

@Suite("A period in words")
struct PeriodTests {
    @Test(
        "that is one of many dates tells some of them, the last, and how many they are",
        arguments: [
            ("en", "1910, … 1999 (100 in all)"), ("lt", "1910 m., … 1999 m. (iš viso 100)"),
            ("pl", "1910, … 1999 (razem 100)"), ("de", "1910, … 1999 (insgesamt 100)"),
            ("he", "1910, … 1999 (בסך הכול 100)"),
        ])
    func many(tag: String, end: String) throws {
        let years = (1_900...1_999).map(String.init)
        let language = Catalogue.withHebrew.language(LanguageTag(tag))
        let text = language.format(try EDTF("[" + years.joined(separator: ",") + "]"))
        #expect(text.contains("1901") && text.hasSuffix(end), "\(text)")
        let few = language.format(try EDTF("[" + years.prefix(12).joined(separator: ",") + "]"))
        #expect(few.contains("1911") && !few.contains("…"), "\(few)")
    }

    @Test(
        "says as much as the date and no more",
        arguments: [
            ("1945-02-09", "9 February 1945", "1945 m. vasario 9 d."),
            ("1944-07/1944-12", "July–December 1944", "1944 m. liepa–gruodis"),
            ("1944/1945", "1944–1945", "1944–1945 m."),
            ("1944-07-13/1944-07-27", "13–27 July 1944", "1944 m. liepos 13–27 d."),
            ("1944-08-25/1944-09-05", "25 August – 5 September 1944", "1944 m. rugpjūčio 25 d. – rugsėjo 5 d."),
            ("1945/1945-06-01", "1945, to 1 June", "1945 m. iki birželio 1 d."),
            ("1945/1945-06", "1945, to June", "1945 m. iki birželio"),
            ("1944-08/1945-05", "August 1944 – May 1945", "1944 m. rugpjūtis – 1945 m. gegužė"),
            (
                "1944-07-15/1945-12-01", "15 July 1944 – 1 December 1945",
                "1944 m. liepos 15 d. – 1945 m. gruodžio 1 d."
            ),
            (
                "1944-07-13~/1944-07-27", "13 July 1944 (approximate) – 27 July 1944",
                "1944 m. liepos 13 d. (apytiksliai) – 1944 m. liepos 27 d."
            ),
            ("1944-05/1944-05-20", "May 1944 – 20 May 1944", "1944 m. gegužė – 1944 m. gegužės 20 d."),
            ("1944-21/1944-23", "spring 1944 – autumn 1944", "1944 m. pavasaris – 1944 m. ruduo"),
            ("1944-41", "second half of 1944", "antrasis 1944 m. pusmetis"),
            ("../1944-41", "up to the second half of 1944", "iki antrojo 1944 m. pusmečio"),
            ("../1944-08", "up to August 1944", "iki 1944 m. rugpjūčio"),
            ("../1944-09-16", "up to 16 September 1944", "iki 1944 m. rugsėjo 16 d."),
            ("../1957", "up to 1957", "iki 1957 m."),
            ("/1945-05", "up to May 1945 (beginning unknown)", "iki 1945 m. gegužės (pradžia nežinoma)"),
            ("1944-07/", "from July 1944 (end unknown)", "nuo 1944 m. liepos (pabaiga nežinoma)"),
            ("1944-07/..", "from July 1944", "nuo 1944 m. liepos"),
            ("1945-23/..", "from autumn 1945", "nuo 1945 m. rudens"),
            ("1945-24/..", "from winter 1945", "nuo 1945 m. žiemos"),
            ("1945-21", "spring 1945", "1945 m. pavasaris"),
            ("1945-05~", "May 1945 (approximate)", "1945 m. gegužė (apytiksliai)"),
            ("-0330-10-01", "1 October 331 BCE", "331 m. pr. Kr. spalio 1 d."),
            ("-0043-03", "March 44 BCE", "44 m. pr. Kr. kovas"), ("-0330", "331 BCE", "331 m. pr. Kr."),
            ("0000", "1 BCE", "1 m. pr. Kr."), ("0001", "1 CE", "1 m. po Kr."),
            ("0005-03", "March 5 CE", "5 m. po Kr. kovas"), ("0012", "12 CE", "12 m. po Kr."),
            ("0009-09/0009-10", "September–October 9 CE", "9 m. po Kr. rugsėjis–spalis"),
            ("0070-09-08", "8 September 70 CE", "70 m. po Kr. rugsėjo 8 d."),
            ("../0005-03", "up to March 5 CE", "iki 5 m. po Kr. kovo"),
            ("0009-23", "autumn 9 CE", "9 m. po Kr. ruduo"), ("007X", "70–79 CE", "70–79 m. po Kr."),
            (
                "007X-12-25", "25 December 70–79 CE (in one of these years)",
                "70–79 m. po Kr. gruodžio 25 d. (vienais iš šių metų)"
            ),
            ("0099", "99 CE", "99 m. po Kr."), ("0100", "100", "100 m."),
            ("0099/0101", "99 CE – 101", "99 m. po Kr. – 101 m."),
            ("01XX", "100–199", "100–199 m."),
            ("-0332/-0322", "333–323 BCE", "333–323 m. pr. Kr."),
            ("-0030/0014", "31 BCE – 14 CE", "31 m. pr. Kr. – 14 m. po Kr."),
            ("../-0043-03", "up to March 44 BCE", "iki 44 m. pr. Kr. kovo"),
            ("-0043-21", "spring 44 BCE", "44 m. pr. Kr. pavasaris"), ("-01XX", "200–101 BCE", "200–101 m. pr. Kr."),
            ("-00XX", "100–1 BCE", "100–1 m. pr. Kr."), ("-000X", "10–1 BCE", "10–1 m. pr. Kr."),
            ("00XX", "1 BCE – 99 CE", "1 m. pr. Kr. – 99 m. po Kr."), ("12XX", "1200–1299", "1200–1299 m."),
            ("Y-17000", "17,001 BCE", "17\u{A0}001 m. pr. Kr."), ("Y12345", "12,345", "12\u{A0}345 m."),
            ("Y-17E7", "170,000,000 BCE (approximate)", "170\u{A0}000\u{A0}000 m. pr. Kr. (apytiksliai)"),
            ("Y17E3?", "17,000 (uncertain)", "17\u{A0}000 m. (spėjama)"),
            ("1XXX", "1000–1999", "1000–1999 m."),
            ("1X41", "1X41 (X: a digit that is not known)", "1X41 (X – nežinomas skaitmuo)"),
            (
                "156X-12-25", "25 December 1560–1569 (in one of these years)",
                "1560–1569 m. gruodžio 25 d. (vienais iš šių metų)"
            ),
            ("-015X-03", "March 160–151 BCE (in one of these years)", "160–151 m. pr. Kr. kovas (vienais iš šių metų)"),
            (
                "1560-XX-25~", "1560-XX-25 (X: a digit that is not known) (approximate)",
                "1560-XX-25 (X – nežinomas skaitmuo) (apytiksliai)"
            ),
            ("1241-33", "first quarter of 1241", "pirmasis 1241 m. ketvirtis"),
            ("1241-34/..", "from the second quarter of 1241", "nuo antrojo 1241 m. ketvirčio"),
            ("-0240-41", "second half of 241 BCE", "antrasis 241 m. pr. Kr. pusmetis"),
            ("1241-38", "second third of 1241 (four months)", "antrasis 1241 m. trečdalis (keturi mėnesiai)"),
            ("1241-25", "spring 1241 (northern hemisphere)", "1241 m. pavasaris (šiaurės pusrutulis)"),
            ("1241-30", "summer 1241 (southern hemisphere)", "1241 m. vasara (pietų pusrutulis)"),
            ("1950S2", "1950 (an estimate; between 1900 and 1999)", "1950 m. (spėjama; nuo 1900 m. iki 1999 m.)"),
            ("[1667,1670..1672]", "one of: 1667, 1670–1672", "viena iš datų: 1667 m., 1670–1672 m."),
            ("{1241,1242-05}", "all of: 1241, May 1242", "visos šios datos: 1241 m., 1242 m. gegužė"),
            ("[..1241]", "one of: up to 1241", "viena iš datų: iki 1241 m."), ("[1241]", "1241", "1241 m."),
            (
                "2004-06~-11", "11 June 2004 (approximate: year, month)",
                "2004 m. birželio 11 d. (apytiksliai: metai, mėnuo)"
            ),
            (
                "?2004-06-~11", "11 June 2004 (uncertain: year; approximate: day)",
                "2004 m. birželio 11 d. (spėjama: metai; apytiksliai: diena)"
            ),
        ])
    func words(text: String, english: String, lithuanian: String) throws {
        let period = try EDTF(text)
        #expect(Language.english.format(period) == english)
        #expect(Language.lithuanian.format(period) == lithuanian)
    }

    @Test(
        "has its era in the first century, and its part of a year in words, in every language",
        arguments: [
            ("pl", "0005-03", "marzec 5 n.e."), ("de", "0005-03", "März 5 n. Chr."), ("he", "0005-03", "מרץ 5 לספירה"),
            ("pl", "0012", "12 n.e."), ("de", "0070-09-08", "8. September 70 n. Chr."), ("he", "007X", "70–79 לספירה"),
            ("de", "1811-40", "1. Halbjahr 1811"), ("pl", "1811-41/..", "od 2. półrocza 1811"),
            ("he", "1811-40", "המחצית הראשונה של 1811"), ("he", "1811-36", "הרבעון הרביעי של 1811"),
            ("pl", "1944-07-13/1944-07-27", "13–27 lipca 1944"), ("pl", "1944-07/1944-12", "lipiec–grudzień 1944"),
            ("pl", "1945/1945-06-01", "1945, do 1 czerwca"), ("de", "1944-07-13/1944-07-27", "13.–27. Juli 1944"),
            ("de", "1944-08-25/1944-09-05", "25. August – 5. September 1944"),
            ("de", "1945/1945-06-01", "1945 bis 1. Juni"), ("he", "1944-07-13/1944-07-27", "13–27 ביולי 1944"),
            ("pl", "1570-24/..", "od zimy 1570"), ("de", "Y-17E7", "170.000.000 v. Chr. (ungefähr)"),
        ])
    func languages(tag: String, text: String, words: String) throws {
        #expect(Catalogue.withHebrew.language(LanguageTag(tag)).format(try EDTF(text)) == words)
    }

    @Test("has a word for each half, third and quarter of a year")
    func partsOfYears() throws {
        let told = try (33...41).map { Language.english.format(try EDTF("1811-\($0)")) }
        #expect(
            told == ["first", "second", "third", "fourth"].map { "\($0) quarter of 1811" }
                + ["first", "second", "third"].map { "\($0) third of 1811 (four months)" }
                + ["first", "second"].map { "\($0) half of 1811" })
    }

    @Test(
        "has the days of the Gregorian calendar beside those of another",
        arguments: [
            (
                "1917-10-25", "25 October 1917 (Julian; 7 November 1917)",
                "1917 m. spalio 25 d. (Julijaus kalendorius; 1917 m. lapkričio 7 d.)"
            ),
            (
                "1700-02-29?", "29 February 1700 (Julian; 11 March 1700) (uncertain)",
                "1700 m. vasario 29 d. (Julijaus kalendorius; 1700 m. kovo 11 d.) (spėjama)"
            ),
            (
                "1917-10", "October 1917 (Julian; 14 October 1917 – 13 November 1917)",
                "1917 m. spalis (Julijaus kalendorius; 1917 m. spalio 14 d. – 1917 m. lapkričio 13 d.)"
            ),
            (
                "-0043-03-15", "15 March 44 BCE (Julian; 13 March 44 BCE)",
                "44 m. pr. Kr. kovo 15 d. (Julijaus kalendorius; 44 m. pr. Kr. kovo 13 d.)"
            ),
        ])
    func julian(text: String, english: String, lithuanian: String) throws {
        let period = try EDTF(text, calendar: .julian)
        #expect(Language.english.format(period) == english)
        #expect(Language.lithuanian.format(period) == lithuanian)
    }
}
