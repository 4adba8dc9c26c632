import Evidence
import Testing

@Suite("Arithmetic is written out on one line")
struct ArithmeticTests {
    @Test(
        "Each relation shows its terms, what they come to, and the sign between",
        arguments: [
            (
                Relation.Constraint.sum(Sum(parts: ["a", "b"], whole: ["c"])), "24,100 + 20,462 = 44,562 ≠ 46,674",
                "24\u{A0}100 + 20\u{A0}462 = 44\u{A0}562 ≠ 46\u{A0}674"
            ),
            (.part(Part(parts: ["a"], whole: ["c"])), "24,100 ≤ 46,674", "24\u{A0}100 ≤ 46\u{A0}674"),
            (.cumulative(Cumulative(earlier: ["c"], later: ["a"])), "46,674 > 24,100", "46\u{A0}674 > 24\u{A0}100"),
            (
                .share(Share(share: "s", base: ["a", "b"], count: ["c"])),
                "~8% × (24,100 + 20,462) = 3,564.96 ≠ 46,674",
                "~8\u{A0}% × (24\u{A0}100 + 20\u{A0}462) = 3\u{A0}564,96 ≠ 46\u{A0}674"
            ),
            (.part(Part(parts: ["u"], whole: ["c"])), "? ≟ 46,674", "? ≟ 46\u{A0}674"),
            (
                .within(Within(inner: .event("e"), outer: .event("m"), bound: .start)), "1944-07-15 < 1944-08",
                "1944-07-15 < 1944-08"
            ),
        ])
    func lines(constraint: Relation.Constraint, english: String, lithuanian: String) throws {
        let checker = Checker(
            statistics: [
                try Samples.statistic("a", Samples.claim(24100)), try Samples.statistic("b", Samples.claim(20462)),
                try Samples.statistic("c", Samples.claim(46674)),
                try Samples.statistic("u", Samples.claim(nil, .unknown)),
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
