import TestSupport
import Testing

@testable import Evidence

@Suite("An event that sources date")
struct DatedEventTests {
    private static func claim(
        _ id: String, _ date: String, _ rank: Claim.Rank = .normal, calendar: CalendarSystem = .gregorian
    ) throws -> DatedClaim {
        DatedClaim(
            id: id, event: "siege", date: try EDTF(date, calendar: calendar), rank: rank,
            citation: Citation(source: id, locator: .printedToken, printed: [date]))
    }

    private static func event(_ claims: [DatedClaim], _ citations: [Citation] = []) throws -> Event {
        try #require(
            Event(
                id: "siege", title: Samples.text("Siege"), summary: Samples.text("s"), claims: claims,
                category: "flood", citations: citations))
    }

    @Test("gives back its claims, with everything that they say")
    func claims() throws {
        let claims = [
            DatedClaim(
                id: "siege-annals", event: "siege", date: try EDTF("1241-04-02", calendar: .julian),
                attribution: .otherData, rank: .preferred, witness: "chapter", corrects: "rolls",
                note: LocalizedText(english: "By Easter.", lithuanian: "Pagal Velykas."),
                citation: Citation(
                    source: "annals", locator: Locator([.init(.folio, "12v")]), printed: ["4 Non. Apr."],
                    paraphrase: LocalizedText(english: "It fell.", lithuanian: "Krito."),
                    quotation: Quotation("cecidit", in: "la"))),
            try Self.claim("rolls", "1241-05~", .deprecated), try Self.claim("codex", "[1241-04-09,1241-04-13]"),
        ]
        let other = Citation(source: "codex", locator: .article("2"), printed: ["siege"])
        let event = try Self.event(claims, [other])
        #expect(event.hasClaims)
        #expect(event.claims == claims)
        #expect(event.claimIDs == claims.map(\.id))
        #expect(event.standingClaims == [claims[0], claims[2]])
        #expect(event.sources == ["annals", "rolls", "codex", "codex"])
        #expect(event.citations == claims.map(\.citation) + [other])
        #expect(event.otherCitations == [other])
        #expect(event.title == Samples.text("Siege"))
        #expect(try Self.event(claims, [other]) == event)
        #expect(try Self.event(Array(claims.dropLast()), [other]) != event)
    }

    @Test(
        "stands at the preferred date, or else at the earliest; a deprecated one counts for nothing",
        arguments: [
            ([("1241-05-01", .normal), ("1241-04-09", .normal)], "1241-04-09"),
            ([("1241-05-01", .preferred), ("1241-04-09", .normal)], "1241-05-01"),
            ([("1241-05-01", .preferred), ("1241-04-30", .preferred), ("1241-04-09", .normal)], "1241-04-30"),
            ([("1241-05-01", .normal), ("1241-04-09", .deprecated)], "1241-05-01"),
            ([("1241", .normal), ("../1240-12", .normal)], "../1240-12"),
        ] as [([(String, Claim.Rank)], String)])
    func date(claims: [(String, Claim.Rank)], date: String) throws {
        let claims = try claims.enumerated().map { try Self.claim("c\($0.offset)", $0.element.0, $0.element.1) }
        #expect(try Self.event(claims).date == (try EDTF(date)))
    }

    @Test("stands at no date that another corrects, nor at one that repeats it")
    func corrected() throws {
        let claim = { (id: String, date: String, witness: String?, corrects: String?) in
            DatedClaim(
                id: id, event: "siege", date: try EDTF(date), witness: witness, corrects: corrects,
                citation: Citation(source: id, locator: .printedToken, printed: [date]))
        }
        let claims = [
            try claim("annals", "1241-04-09", nil, nil), try claim("copy", "1241-04-09", "annals", nil),
            try claim("eyewitness", "1241-04-09", nil, nil), try claim("rolls", "1241-05-01", nil, "annals"),
        ]
        #expect(claims.withdrawals == ["annals": "rolls", "copy": "rolls"])
        let event = try Self.event(claims)
        #expect(event.claims == claims)
        #expect(event.standingClaims.map(\.id) == ["eyewitness", "rolls"])
        #expect(event.isContested)
        let alone = try Self.event([claims[0], claims[1], claims[3]])
        #expect(!alone.isContested)
        #expect(alone.date == (try EDTF("1241-05-01")))
    }

    @Test("needs a date that stands")
    func withdrawn() throws {
        let claim = try Self.claim("annals", "1241", .deprecated)
        let circle = DatedClaim(
            id: "rolls", event: "siege", date: try EDTF("1241"), corrects: "rolls",
            citation: Citation(source: "rolls", locator: .printedToken, printed: ["1241"]))
        for claims in [[], [claim], [circle]] {
            #expect(
                Event(
                    id: "e", title: Samples.text("e"), summary: Samples.text("e"), claims: claims, category: "flood")
                    == nil)
        }
    }

    @Test(
        "is contested where two of its dates have no day in common",
        arguments: [
            (["1241-04-09", "1241-05-01"], true), (["1241-04-09", "1241-04"], false), (["1241-04", "1241-05"], true),
            (["1241-04-09/1241-04-11", "1241-04-11/1241-05"], false), (["1241-04~", "1241-05"], false),
            (["1241-04?", "1241-08"], true), (["../1241-04", "1241-05"], true), (["1241-04/..", "1250"], false),
            (["/1241-04", "1240"], false), (["[1241-04-09,1241-04-13]", "1241-04-11"], true),
            (["[1241-04-09,1241-04-13]", "1241-04-13"], false), (["1241-XX-25", "1241-06-25"], false),
            (["1241-XX-25", "1241-06-24"], true), (["1241", "1241-04", "1241-05"], true), (["1241-04-09"], false),
        ])
    func contested(dates: [String], isContested: Bool) throws {
        let claims = try dates.enumerated().map { try Self.claim("c\($0.offset)", $0.element) }
        #expect(try Self.event(claims).isContested == isContested)
    }

    @Test("is not contested where the day is the same in two calendars, or one of two dates is deprecated")
    func agreed() throws {
        let day = try Self.claim("a", "1241-04-09")
        let julian = try Self.claim("b", "1241-04-02", calendar: .julian)
        #expect(day.dating.meaning == julian.dating.meaning)
        #expect(try !Self.event([day, julian]).isContested)
        #expect(try !Self.event([day, Self.claim("c", "1300", .deprecated)]).isContested)
        #expect(try Self.event([day, julian]).dates.count == 2)
    }

    @Test("is another than one with a single date, which has neither claims nor a doubt")
    func single() throws {
        let event = try Samples.event("siege", date: "1241-04-09")
        #expect(!event.hasClaims && event.claims.isEmpty && !event.isContested)
        #expect(event.dates == [try EDTF("1241-04-09")])
        #expect(event.otherCitations == event.citations)
        #expect(try Self.event([Self.claim("article", "1241-04-09")]).hasClaims)
    }
}
