import Evidence
import Testing

@Suite("The number in a printed figure")
struct PrintedNumberTests {
    @Test(
        "A number is found by its digits, in any script, with the groups that it has",
        arguments: [
            ("58620", "58 620", 0), ("58620", "58,620 people", 0), ("58620", "58\u{202F}620", 0), ("12", "12 000", -3),
            ("3000", "1944 3000", 0), ("5", "6", nil), ("0", "000", 0), ("0", "0.00", -2), ("12", "", nil),
            ("12", "twelve", nil), ("1", "1.0000", -4), ("-30", "fell by 30 per cent", 0),
            ("1200000", "1·2 million", 5),
            ("63000", "६३,०००", 0), ("12000", "１２，０００", 0), ("2000", "2² thousand", 3), ("7.5", "7½", -1),
            ("1500000", "1½ million", 5), ("1250000", "1 ¼ million", 4), ("500000", "½ million", 5),
            ("10750", "some 10¾ thousand", 1), ("1", "1½ million", nil), ("500000", "1½ million", nil),
            ("1700", "1½ or 1.7 thousand", 2), ("0", "½", nil),
        ] as [(String, String, Int?)])
    func found(value: String, printed: String, place: Int?) throws {
        #expect(PrintedNumber(of: try #require(Number(numeral: value)), in: printed)?.lastPlace == place)
    }

    @Test(
        "A plain number has all digits of its value, and a text may say it in its own way",
        arguments: [
            ("801", "801", nil, true), ("801", "810", nil, false), ("2001", "2 001", nil, true),
            ("7.5", "7.50", nil, true), ("7.5", "8", nil, false), ("-5000", "−5,000", nil, true),
            ("58600", "58.6", nil, false), ("58600", "58.6", 1_000, true), ("58600", "58.7", 1_000, false),
            ("58600", "58.6", 100, false), ("1200000", "1,200", 1_000, true), ("58600", "58.600", 1_000, true),
            ("58600", "58.6 thousand", nil, true), ("801", "eight hundred", nil, true), ("801", "٨٠١", nil, true),
            ("801", "٨١٠", nil, false),
            ("7.5", "7½", nil, true), ("7", "7½", nil, false), ("8", "7½", nil, false), ("0.75", "¾", nil, true),
            ("1500", "1½", 1_000, true), ("1250", "1¼", 1_000, true), ("1500", "1½", 100, false),
        ] as [(String, String, Int?, Bool)])
    func plain(value: String, printed: String, scale: Int?, isRight: Bool) throws {
        let number = try #require(Number(numeral: value))
        #expect(printed.canBePrinted(for: number, scale: scale) == isRight)
    }
}
