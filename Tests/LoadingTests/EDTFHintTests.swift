import Evidence
import Testing

@testable import Loading

@Suite("What was probably meant by a date that is none")
struct EDTFHintTests {
    private func hint(_ text: String) -> String? {
        do throws(EDTFError) {
            _ = try EDTF(text)
            return "EDTF"
        } catch {
            return error.hint(for: text)
        }
    }

    @Test(
        "is written as EDTF has it",
        arguments: [
            ("44 BC", "-0043"), ("44 B.C.", "-0043"), ("44BCE", "-0043"), ("1 BC", "0000"), ("12000 BC", "Y-11999"),
            ("AD 70", "0070"), ("70 CE", "0070"), ("1066 A.D.", "1066"), ("circa 1348", "1348~"), ("c. 1348", "1348~"),
            ("ca 1348-05", "1348-05~"), ("about 1348", "1348~"), ("12th century", "11XX"), ("1st century BC", "-00XX"),
            ("3rd century BCE", "-02XX"),
            ("1340s", "134X"), ("1348-5", "1348-05"), ("1348-5-3", "1348-05-03"), ("1348/05/03", "1348-05-03"),
            ("1348-1350", "1348/1350"), ("1348–1350", "1348/1350"), ("spring 1348", "1348-21"),
            ("before 1348", "../1348"),
            ("after 1348-05", "1348-05/.."), ("12345", "Y12345"), ("-12345", "Y-12345"),
        ])
    func form(text: String, edtf: String) throws {
        let hint = try #require(self.hint(text))
        #expect(hint.contains("is written \(edtf)"), "\(hint)")
    }

    @Test("has a year of four digits")
    func digits() {
        #expect(hint("-331") == "a year has four digits; 331 BCE is -0330, and -0331 is 332 BCE")
        #expect(hint("-44") == "a year has four digits; 44 BCE is -0043, and -0044 is 45 BCE")
        #expect(hint("44 BC") == "“44 BC” is written -0043, because the year 0000 is 1 BCE")
        #expect(hint("331") == "a year has four digits: 0331")
    }

    @Test("has months and days that there are")
    func parts() {
        for month in ["13", "00", "42", "20"] {
            #expect(hint("1348-" + month)?.hasPrefix("\(month) is no month: they are 01 to 12") == true)
        }
        #expect(hint("1347/1348-13")?.hasPrefix("13 is no month") == true)
        #expect(hint("1347-02-29") == "1347-02 has 28 days")
        #expect(hint("[1347,1348-04-31]") == "1348-04 has 30 days")
        #expect(EDTFError.noSuchDay.hint(for: "1347-02-30", in: .julian) == "1347-02 has 28 days")
    }

    @Test(
        "is not guessed where nothing tells it",
        arguments: [
            "", "soon", "1348-21-05", "1348-05-", "May", "44 BCEF", "99999999999999999999", "0 BC", "1350/1348",
            "Y1E99",
        ])
    func unknown(text: String) {
        #expect(hint(text) == nil)
    }

    @Test("is not looked for in a long text")
    func long() {
        #expect(hint("circa 1348 " + String(repeating: "x", count: 100)) == nil)
    }
}
