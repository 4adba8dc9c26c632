import Evidence
import Testing
import Wording

@Suite("The rules of plurals")
struct PluralRulesTests {
    @Test(
        "are those of CLDR",
        arguments: [
            // Polish
            (
                [
                    .one: "i = 1 and v = 0", .few: "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
                    .many:
                        "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
                ],
                [(0, .many), (1, .one), (2, .few), (5, .many), (12, .many), (21, .many), (22, .few), (112, .many)]
            ),
            // Latvian
            (
                [
                    .zero: "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19",
                    .one: "n % 10 = 1 and n % 100 != 11",
                ],
                [(0, .zero), (1, .one), (2, .other), (11, .zero), (21, .one), (111, .zero)]
            ),
            // Breton, in part
            ([.one: "n % 10 = 1 and n % 100 != 11,71,91"], [(1, .one), (11, .other), (71, .other), (81, .one)]),
            // Japanese
            ([:], [(0, .other), (1, .other)]),
        ] as [([PluralRules.Category: String], [(Int, PluralRules.Category)])])
    func categories(conditions: [PluralRules.Category: String], numbers: [(Int, PluralRules.Category)]) throws {
        let rules = try #require(PluralRules(conditions))
        for (number, category) in numbers { #expect(rules.category(of: number) == category, "\(number)") }
    }

    @Test(
        "refuse what is no condition",
        arguments: ["", "n", "n = ", "n = x", "x = 1", "n % 0 = 1", "n = 3..2", "n == 1"])
    func nonsense(condition: String) { #expect(PluralRules([.one: condition]) == nil) }
}
