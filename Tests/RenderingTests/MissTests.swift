import Checks
import Evidence
import Rendering
import TestSupport
import Testing
import Wording

@Suite("By how much a reading misses")
struct MissTests {
    private func difference(_ relation: Relation, _ statistics: [Statistic], _ events: [Event] = []) throws -> String {
        let check = Checker(statistics: statistics, events: events).check(relation)
        return CheckText(check, in: .english).difference(try #require(check.deciding))
    }

    @Test(
        "of figures is told as far as the words bound it",
        arguments: [
            (Quantity(7), Quantity(9), "off by 2"), (Quantity(63_000), Quantity(63_200), "off by 200 (0…749)"),
            (Quantity(25, .atLeast), Quantity(35), ""), (Quantity(3_500, .atLeast), Quantity(5_000, .atMost), ""),
            (Quantity(between: 5, and: 9), Quantity(between: 8, and: 12), "off by 7 at most"),
            (Quantity(between: 5, and: 9), Quantity(between: 11, and: 12), "off by 2…7"),
            (Quantity(40, .moreThan), Quantity(30), "off by 11 or more"), (Quantity(7), Quantity(7), ""),
        ])
    func figures(first: Quantity, second: Quantity, text: String) throws {
        let claim = { (id: String, quantity: Quantity) in
            { (statistic: String) in
                Claim(id: id, statistic: statistic, source: id, quantity: quantity, printed: "x")
            }
        }
        let statistic = try Samples.statistic("a", claim("first", first), claim("second", second))
        #expect(try difference(Samples.relation(.same(statistic: "a")), [statistic]) == text)
    }

    @Test(
        "of dates is told in days, never in less than none",
        arguments: [
            ("1241-04-11", "1241-04-09", "off by 2\u{A0}days"), ("1241-04-10", "1241-04-09", "off by 1\u{A0}day"),
            ("1241-05", "1241-04", "off by 1…31 days"), ("1241", "1241-04", "off by 245\u{A0}days at most"),
            ("1241-04-09", "1241-04", ""),
        ])
    func dates(inner: String, outer: String, text: String) throws {
        let within = Within(inner: .event("a"), outer: .event("b"), bound: .end)
        let events = [try Samples.event("a", date: inner), try Samples.event("b", date: outer)]
        #expect(try difference(Samples.relation(.within(within)), [], events) == text)
    }
}
