import Checks
import Evidence
import TestSupport
import Testing
import Wording

@Suite("Arithmetic is written out on one line")
struct ArithmeticTests {
    @Test(
        "Each relation shows its terms, what they come to, and the sign between",
        arguments: [
            (
                Relation.Constraint.sum(parts: ["a", "b"], whole: ["c"]), "24,300 + 18,051 = 42,351 ≠ 51,001",
                "24\u{A0}300 + 18\u{A0}051 = 42\u{A0}351 ≠ 51\u{A0}001"
            ),
            (.part(parts: ["a"], whole: ["c"]), "24,300 ≤ 51,001", "24\u{A0}300 ≤ 51\u{A0}001"),
            (.cumulative(earlier: ["c"], later: ["a"]), "51,001 > 24,300", "51\u{A0}001 > 24\u{A0}300"),
            (
                .share(share: "s", base: ["a", "b"], count: ["c"]),
                "~8% × (24,300 + 18,051) = 3,388.08 ≠ 51,001",
                "~8\u{A0}% × (24\u{A0}300 + 18\u{A0}051) = 3\u{A0}388,08 ≠ 51\u{A0}001"
            ),
            (
                .within(Within(inner: .event("e"), outer: .event("m"), bound: .end)), "1945 ≈ May 1945",
                "1945 m. ≈ 1945 m. gegužė"
            ),
            (
                .within(Within(inner: .event("m"), outer: .event("e"), bound: .both)),
                "[August 1944 – May 1945] lies within [15 July 1944 – 1945]",
                "[1944 m. rugpjūtis – 1945 m. gegužė] patenka į [1944 m. liepos 15 d. – 1945 m.]"
            ),
            (
                .sum(parts: ["r", "k"], whole: ["t"]), "52,000 + 31,000 = 83,000 ≈ 83,417",
                "52\u{A0}000 + 31\u{A0}000 = 83\u{A0}000 ≈ 83\u{A0}417"
            ),
            (.cumulative(earlier: ["x"], later: ["r"]), "52,200 ≈ 52,000", "52\u{A0}200 ≈ 52\u{A0}000"),
            (.part(parts: ["more"], whole: ["c"]), ">500 ≤? 51,001", ">500 ≤? 51\u{A0}001"),
            (
                .change(before: ["a", "b"], change: "s", after: ["c"]),
                "(24,300 + 18,051) × (100% + ~8%) = 45,739.08 ≠ 51,001",
                "(24\u{A0}300 + 18\u{A0}051) × (100\u{A0}% + ~8\u{A0}%) = 45\u{A0}739,08 ≠ 51\u{A0}001"
            ),
            (
                .before(Before(earlier: .event("e"), later: .event("m"))), "1945 ≥ August 1944",
                "1945 m. ≥ 1944 m. rugpjūtis"
            ),
            (.part(parts: ["u"], whole: ["c"]), "? ≤? 51,001", "? ≤? 51\u{A0}001"),
            (
                .within(Within(inner: .event("e"), outer: .event("m"), bound: .start)), "15 July 1944 < August 1944",
                "1944 m. liepos 15 d. < 1944 m. rugpjūtis"
            ),
        ])
    func lines(constraint: Relation.Constraint, english: String, lithuanian: String) throws {
        let checker = Checker(
            statistics: [
                try Samples.statistic("a", Samples.claim(24300)), try Samples.statistic("b", Samples.claim(18051)),
                try Samples.statistic("c", Samples.claim(51001)),
                try Samples.statistic("u", Samples.claim(nil, .unknown)),
                try Samples.statistic("r", Samples.claim(52000)), try Samples.statistic("k", Samples.claim(31000)),
                try Samples.statistic("t", Samples.claim(83_417)), try Samples.statistic("x", Samples.claim(52200)),
                try Samples.statistic("more", Samples.claim(500, .moreThan)),
                try Samples.statistic("s", Samples.claim(8, .about, kind: .percentage)),
            ],
            events: [
                try Samples.event("e", date: "1944-07-15/1945"), try Samples.event("m", date: "1944-08/1945-05"),
            ])
        let check = checker.check(Samples.relation(constraint))
        let reading = try #require(check.readings.first)
        #expect(Arithmetic(reading, of: check, in: .english).text == english)
        #expect(Arithmetic(reading, of: check, in: .lithuanian).text == lithuanian)
    }
}
