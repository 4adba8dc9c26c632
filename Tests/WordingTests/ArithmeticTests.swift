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
                Relation.Constraint.sum(parts: ["a", "b"], whole: ["c"]), "24,100 + 20,462 = 44,562 ≠ 46,674",
                "24\u{A0}100 + 20\u{A0}462 = 44\u{A0}562 ≠ 46\u{A0}674"
            ),
            (.part(parts: ["a"], whole: ["c"]), "24,100 ≤ 46,674", "24\u{A0}100 ≤ 46\u{A0}674"),
            (.cumulative(earlier: ["c"], later: ["a"]), "46,674 > 24,100", "46\u{A0}674 > 24\u{A0}100"),
            (
                .share(share: "s", base: ["a", "b"], count: ["c"]),
                "~8% × (24,100 + 20,462) = 3,564.96 ≠ 46,674",
                "~8\u{A0}% × (24\u{A0}100 + 20\u{A0}462) = 3\u{A0}564,96 ≠ 46\u{A0}674"
            ),
            (
                .within(Within(inner: .event("e"), outer: .event("m"), bound: .end)), "1945 ≈ May 1945",
                "1945 m. ≈ 1945 m. gegužė"
            ),
            (
                .within(Within(inner: .event("m"), outer: .event("e"), bound: .both)),
                "[August 1944 – May 1945] ⊆ [15 July 1944 – 1945]",
                "[1944 m. rugpjūtis – 1945 m. gegužė] ⊆ [1944 m. liepos 15 d. – 1945 m.]"
            ),
            (
                .sum(parts: ["r", "k"], whole: ["t"]), "63,000 + 45,000 = 108,000 ≈ 108,378",
                "63\u{A0}000 + 45\u{A0}000 = 108\u{A0}000 ≈ 108\u{A0}378"
            ),
            (.cumulative(earlier: ["x"], later: ["r"]), "63,200 ≲ 63,000", "63\u{A0}200 ≲ 63\u{A0}000"),
            (.part(parts: ["more"], whole: ["c"]), ">500 ≟ 46,674", ">500 ≟ 46\u{A0}674"),
            (.part(parts: ["u"], whole: ["c"]), "? ≟ 46,674", "? ≟ 46\u{A0}674"),
            (
                .within(Within(inner: .event("e"), outer: .event("m"), bound: .start)), "15 July 1944 < August 1944",
                "1944 m. liepos 15 d. < 1944 m. rugpjūtis"
            ),
        ])
    func lines(constraint: Relation.Constraint, english: String, lithuanian: String) throws {
        let checker = Checker(
            statistics: [
                try Samples.statistic("a", Samples.claim(24100)), try Samples.statistic("b", Samples.claim(20462)),
                try Samples.statistic("c", Samples.claim(46674)),
                try Samples.statistic("u", Samples.claim(nil, .unknown)),
                try Samples.statistic("r", Samples.claim(63000)), try Samples.statistic("k", Samples.claim(45000)),
                try Samples.statistic("t", Samples.claim(108_378)), try Samples.statistic("x", Samples.claim(63200)),
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
