import TestSupport
import Testing

@testable import Checks
@testable import Evidence

@Suite("Dates that sources give an event are read as figures are")
struct DatedReadingTests {
    private typealias Said = (source: String, date: String)

    private static func event(
        _ id: String, _ said: [Said], as attributions: [Claim.Attribution] = [], deprecated: String? = nil
    ) throws -> Event {
        let claims = try said.enumerated().map { place, said in
            DatedClaim(
                id: "\(id)-\(said.source)-\(place)", event: id,
                date: said.date.hasPrefix("J")
                    ? try EDTF(String(said.date.dropFirst()), calendar: .julian) : try EDTF(said.date),
                attribution: attributions.dropFirst(place).first ?? .main,
                rank: said.source == deprecated ? .deprecated : .normal,
                citation: Citation(source: said.source, locator: .printedToken, printed: [said.date]))
        }
        return try #require(
            Event(
                id: id, title: Samples.text(id), summary: Samples.text(id), claims: claims, category: "flood",
                citations: []))
    }

    private static let before = Samples.relation(.before(Before(earlier: .event("siege"), later: .event("truce"))))

    private typealias End = (event: String, bound: Equation.Day.Bound)

    /// So many days from one end of an event's date to another.
    private static func days(from: End, to: End, _ sign: Comparison.Sign, _ count: Number) -> Relation {
        let days = [from, to].map { Equation.Day(name: $0.event, of: .event($0.event), $0.bound) }
        let formula = Formula(.days(from: 0, to: 1), sign, .number(count))
        return Samples.relation(
            .equation(Equation(.formula(formula, terms: []), [], days: days, text: "days \(sign) \(count)")))
    }

    private static func sources(_ reading: Reading) -> [String] { reading.dates.map(\.source) }

    @Test("Two annalists date a siege; with the truce that one of them dates, his own siege alone decides")
    func annalists() throws {
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "1241-05-01")]),
            try Self.event("truce", [("annals", "1241-04-20")]),
        ]
        let checker = Checker(statistics: [], events: events)
        let check = checker.check(Self.before)
        #expect(check.readings.map(Self.sources) == [["annals", "annals"]])
        #expect(check.readings.map(\.label) == [.main])
        #expect(check.readings.map(\.datedBy) == [["annals"]])
        #expect(check.readings.map { $0.covers.first(2).map { $0.map(\.source) } } == [[["annals"]]])
        #expect(check.verdict == .consistent)
        #expect(check.mixed == 1)
        let mixed = checker.mixedReadings(of: check, from: 0, limit: 10)
        #expect(mixed.map(Self.sources) == [["rolls", "annals"]])
        #expect(mixed.map(\.verdict) == [.tension])
        #expect(mixed.map(\.label) == [.mixed])
        #expect(check.dates.map(\.id) == ["siege-annals-0", "truce-annals-0", "siege-rolls-1"])
        #expect(check.citations.map(\.source) == ["annals", "annals", "rolls"])
    }

    @Test("A truce that a third dates is read with each of them, and the gravest decides")
    func third() throws {
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "1241-05-01")]),
            try Self.event("truce", [("codex", "1241-04-20")]),
        ]
        let check = Checker(statistics: [], events: events).check(Self.before)
        #expect(check.readings.map(Self.sources) == [["annals", "codex"], ["rolls", "codex"]])
        #expect(check.readings.map(\.label) == [.betweenSources, .betweenSources])
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.verdict == .contradiction)
        #expect(check.deciding?.datedBy == ["rolls", "codex"])
        #expect(check.deciding?.miss == Interval(12, 12))
        #expect(check.mixed == 0)
    }

    @Test("A date that nobody disputes is there for whoever speaks")
    func undisputed() throws {
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "1241-05-01")]),
            try Samples.event("truce", date: "1241-04-20"),
        ]
        let check = Checker(statistics: [], events: events).check(Self.before)
        #expect(check.readings.map(Self.sources) == [["annals"], ["rolls"]])
        #expect(check.readings.map(\.datedBy) == [["annals", "article"], ["rolls", "article"]])
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.mixed == 0)
    }

    @Test("Equal dates are one, also in two calendars, with all who say it")
    func equal() throws {
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "J1241-04-02"), ("codex", "1241-05-01")]),
            try Samples.event("truce", date: "1241-04-20"),
        ]
        let check = Checker(statistics: [], events: events).check(Self.before)
        #expect(check.readings.map(Self.sources) == [["annals"], ["codex"]])
        #expect(check.readings.map(\.count) == [2, 1])
        #expect(check.readingCount == 3)
        #expect(check.readings.first?.covers.sources(5) == ["annals", "rolls"])
    }

    @Test("A deprecated date takes part in nothing")
    func deprecated() throws {
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "1241-05-01")], deprecated: "rolls"),
            try Samples.event("truce", date: "1241-04-20"),
        ]
        let check = Checker(statistics: [], events: events).check(Self.before)
        #expect(check.readings.map(Self.sources) == [["annals"]])
        #expect(check.mixed == 0)
        #expect(check.verdict == .consistent)
        #expect(!check.citations.map(\.source).contains("rolls"))
    }

    @Test("A corrected date takes part in nothing, nor does what repeats it")
    func corrected() throws {
        let claims = try [
            ("annals", "1241-05-01", nil, nil), ("copy", "1241-05-01", "annals", nil),
            ("rolls", "1241-04-09", nil, "annals"),
        ].map { (source: String, date: String, witness: String?, corrects: String?) in
            DatedClaim(
                id: source, event: "siege", date: try EDTF(date), witness: witness, corrects: corrects,
                citation: Citation(source: source, locator: .printedToken, printed: [date]))
        }
        let siege = Event(
            id: "siege", title: Samples.text("s"), summary: Samples.text("s"), claims: claims, category: "flood")
        let events = [try #require(siege), try Samples.event("truce", date: "1241-04-20")]
        let check = Checker(statistics: [], events: events).check(Self.before)
        #expect(check.readings.map(Self.sources) == [["rolls"]])
        #expect(check.verdict == .consistent)
        let bond = Lineage([]).bond(claims[0], claims[1])
        #expect(bond == .sameWitness)
        #expect(Lineage([]).bond(claims[0], claims[2]) == nil)
    }

    @Test("One date that stands in a formula twice is one, in each reading as its source has it")
    func twice() throws {
        let relation = Self.days(from: ("siege", .start), to: ("siege", .end), .equal, 0)
        let events = [try Self.event("siege", [("annals", "1241"), ("rolls", "1241-04/1241-05")])]
        let check = Checker(statistics: [], events: events).check(relation)
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.readings.first?.difference?.point == 0)
    }

    @Test("The main text of a source lends a date to its other one")
    func strands() throws {
        let events = [
            try Self.event(
                "siege", [("annals", "1241-04-09"), ("annals", "1241-05-01")], as: [.main, .otherData]),
            try Self.event("truce", [("annals", "1241-04-20")]),
        ]
        let check = Checker(statistics: [], events: events).check(Self.before)
        #expect(check.readings.map(\.label) == [.main, .otherData])
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.mixed == 0)
    }

    @Test("Dates stand in the strands of figures: who gives a birth and an age is tested by his own")
    func formula() throws {
        let formula = Formula(.years(from: 1, to: 2), .equal, .term(0))
        let equation = Equation(
            .formula(formula, terms: ["age"]), [["age"]],
            days: [
                .init(name: "born", of: .event("birth"), .start), .init(name: "died", of: .event("death"), .start),
            ], text: "years(born, died) = age")
        let age = try Samples.statistic(
            "age", Samples.claim(41, source: "annals"), Samples.claim(30, source: "rolls"))
        let events = [
            try Self.event("birth", [("annals", "1200-01-01"), ("rolls", "1210-01-01")]),
            try Samples.event("death", date: "1241-04-09"),
        ]
        let checker = Checker(statistics: [age], events: events)
        let check = checker.check(Samples.relation(.equation(equation)))
        #expect(check.readings.map(\.sources) == [["annals"], ["rolls"]])
        #expect(check.readings.map(Self.sources) == [["annals"], ["rolls"]])
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.mixed == 2)
        let mixed = checker.mixedReadings(of: check, from: 0, limit: 10)
        let sources = mixed.map { $0.sides.joined().map(\.source) + Self.sources($0) }
        #expect(sources == [["annals", "rolls"], ["rolls", "annals"]])
    }

    @Test("A formula of dates alone has a reading for each of them")
    func days() throws {
        let relation = Self.days(from: ("siege", .end), to: ("truce", .start), .atLeast, 3)
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "1241-04-18")]),
            try Samples.event("truce", date: "1241-04-20"),
        ]
        let check = Checker(statistics: [], events: events).check(relation)
        #expect(check.readings.map(Self.sources) == [["annals"], ["rolls"]])
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
    }

    @Test("A period that lies within what sources date is read with each date")
    func within() throws {
        let count = try Samples.statistic("count", period: "1241-04", Samples.claim(1))
        let events = [try Self.event("siege", [("annals", "1241-03/1241-05"), ("rolls", "1241-04-10/1241-05")])]
        let relation = Samples.relation(
            .within(Within(inner: .statistic("count"), outer: .event("siege"), bound: .both)))
        let check = Checker(statistics: [count], events: events).check(relation)
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.readings.map(\.label) == [.main, .main])
    }

    @Test(
        "A viewpoint leaves the readings by its own dates",
        arguments: [
            (.all, [0, 1], .contradiction), (.source("annals"), [0], .consistent),
            (.main("rolls"), [1], .contradiction), (.source("nobody"), [], nil), (.min, [0, 1], .contradiction),
        ] as [(Viewpoint, [Int], Verdict?)])
    func viewpoint(viewpoint: Viewpoint, readings: [Int], verdict: Verdict?) throws {
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "1241-05-01")]),
            try Samples.event("truce", date: "1241-04-20"),
        ]
        let check = Checker(statistics: [], events: events).check(Self.before)
        let remainder = Remainder(of: check, under: viewpoint) { _ in nil }
        #expect(remainder.readings == readings)
        #expect(remainder.verdict == verdict)
    }

    @Test("A dataset's budget bounds the readings of dates too")
    func budget() throws {
        let events = [
            try Self.event("siege", [("annals", "1241-04-09"), ("rolls", "1241-05-01")]),
            try Samples.event("truce", date: "1241-04-20"),
        ]
        var budget = WorkBudget(limit: 3)
        #expect(Checker(statistics: [], events: events).check(Self.before, budget: &budget) == nil)
    }

    @Test("All who tell a date count, and all days that it can be", arguments: [1, 40, 100])
    func cost(count: Int) throws {
        let dates = (0..<count).map { "\(1_100 + $0)-04-09" }
        let events = [
            try Self.event("siege", [("annals", "[\(dates.joined(separator: ","))]")]),
            try Self.event("truce", dates.map { ("rolls-\($0)", "1241-04-20") }),
        ]
        var budget = WorkBudget(limit: 1_000_000)
        #expect(Checker(statistics: [], events: events).check(Self.before, budget: &budget) != nil)
        #expect(budget.limit - budget.left >= count * (WorkBudget.teller + WorkBudget.stretch))
    }
}
