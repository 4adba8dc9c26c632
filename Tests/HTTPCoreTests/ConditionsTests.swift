import Testing

@testable import HTTPCore

@Suite("Conditions")
struct ConditionsTests {
    private static let modified = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let earlier = "Sun, 06 Nov 1994 08:49:36 GMT"

    /// Fields of the request, and what they come to for the strong tag "a" modified at `modified`.
    struct Case: CustomTestStringConvertible, Sendable {
        let method: Method
        let fields: [(FieldName, String)]
        let outcome: Conditions.Outcome

        init(_ method: Method, _ fields: [(FieldName, String)], _ outcome: Conditions.Outcome) {
            (self.method, self.fields, self.outcome) = (method, fields, outcome)
        }

        var testDescription: String {
            fields.map { "\($0.0): \($0.1)" }.joined(separator: "; ") + " → \(outcome)"
        }
    }

    static let table: [Case] = [
        Case(.get, [], .proceed),
        Case(.get, [(.ifNoneMatch, "\"a\"")], .notModified),
        Case(.head, [(.ifNoneMatch, "W/\"a\"")], .notModified),
        Case(.get, [(.ifNoneMatch, "*")], .notModified),
        Case(.post, [(.ifNoneMatch, "\"a\"")], .preconditionFailed),
        Case(.get, [(.ifNoneMatch, "\"b\"")], .proceed),
        Case(.get, [(.ifNoneMatch, "\"b\", W/\"c,d\" ,\"a\"")], .notModified),
        Case(.get, [(.ifNoneMatch, "\"b\""), (.ifNoneMatch, "\"a\"")], .notModified),
        Case(.get, [(.ifNoneMatch, "a")], .proceed),
        Case(.get, [(.ifNoneMatch, "\"a")], .proceed),
        Case(.get, [(.ifNoneMatch, "")], .proceed),
        Case(.get, [(.ifNoneMatch, "\"b\\\", \"a\"")], .notModified),
        Case(.get, [(.ifModifiedSince, modified)], .notModified),
        Case(.get, [(.ifModifiedSince, earlier)], .proceed),
        Case(.post, [(.ifModifiedSince, modified)], .proceed),
        Case(.get, [(.ifModifiedSince, "yesterday")], .proceed),
        Case(.get, [(.ifNoneMatch, "\"b\""), (.ifModifiedSince, modified)], .proceed),
        Case(.get, [(.ifNoneMatch, "\"a\""), (.ifModifiedSince, earlier)], .notModified),
        Case(.get, [(.ifMatch, "\"a\"")], .proceed),
        Case(.get, [(.ifMatch, "W/\"a\"")], .preconditionFailed),
        Case(.get, [(.ifMatch, "*")], .proceed),
        Case(.get, [(.ifMatch, "\"b\"")], .preconditionFailed),
        Case(.get, [(.ifUnmodifiedSince, earlier)], .preconditionFailed),
        Case(.get, [(.ifUnmodifiedSince, modified)], .proceed),
        Case(.get, [(.ifMatch, "\"a\""), (.ifUnmodifiedSince, earlier)], .proceed),
        Case(.get, [(.ifMatch, "\"a\""), (.ifNoneMatch, "\"a\"")], .notModified),
    ]

    @Test("Preconditions come to what RFC 9110 section 13.2.2 says", arguments: table)
    func outcomes(row: Case) throws {
        var fields = Fields()
        for (name, value) in row.fields { fields.append(name, value) }
        let request = try Request(method: row.method, target: "/", fields: fields)
        let etag = try #require(EntityTag("a"))
        let date = HTTPDate(secondsSinceEpoch: 784_111_777)
        #expect(Conditions.evaluate(request, etag: etag, lastModified: date) == row.outcome)
    }

    @Test("Without a tag only the asterisk matches; a weak tag never matches strongly")
    func withoutTag() throws {
        var fields = Fields()
        fields.append(.ifNoneMatch, "\"a\"")
        #expect(Conditions.evaluate(try Request(target: "/", fields: fields), etag: nil) == .proceed)
        var strong = Fields()
        strong.append(.ifMatch, "\"a\"")
        let weak = try #require(EntityTag("a", isWeak: true))
        #expect(Conditions.evaluate(try Request(target: "/", fields: strong), etag: weak) == .preconditionFailed)
    }

    @Test("A tag is written with its quotes and refuses what cannot stand between them")
    func tags() {
        #expect(EntityTag("x1")?.description == "\"x1\"")
        #expect(EntityTag("x1", isWeak: true)?.description == "W/\"x1\"")
        for text in ["a\"b", "a b", "a\n"] { #expect(EntityTag(text) == nil) }
    }
}

@Suite("HTTP date")
struct HTTPDateTests {
    private let reference = HTTPDate(secondsSinceEpoch: 1_760_000_000)

    @Test(
        "All three forms parse to the same second",
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        ])
    func forms(text: String) {
        #expect(HTTPDate(text, reference: reference)?.secondsSinceEpoch == 784_111_777)
    }

    @Test("A two-digit year is at most fifty years ahead", arguments: [("75", 2075), ("76", 1976), ("25", 2025)])
    func twoDigits(short: String, year: Int) {
        let parsed = HTTPDate("Monday, 01-Jan-\(short) 00:00:00 GMT", reference: reference)
        #expect(parsed?.description.contains(" \(year) ") == true)
    }

    @Test(
        "What is no date is none",
        arguments: [
            "", "Sun", "0", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 6 Nov 1994 08:49:37 GMT",
            "Xxx, 06 Nov 1994 08:49:37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 29 Feb 1995 08:49:37 GMT",
            "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 0000 08:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT",
            "Sun, 06 nov 1994 08:49:37 GMT", "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994",
            "Sun, 06 Nov 1994 08-49-37 GMT", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMTą",
        ])
    func noDates(text: String) {
        #expect(HTTPDate(text, reference: reference) == nil)
    }

    @Test(
        "Known seconds are written as IMF-fixdate, the calendar's edges among them",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (Int.max, "Fri, 31 Dec 9999 23:59:59 GMT"),
            (Int.min, "Mon, 01 Jan 0001 00:00:00 GMT"),
        ])
    func formatting(seconds: Int, text: String) {
        #expect(HTTPDate(secondsSinceEpoch: seconds).description == text)
    }

    @Test("Writing and parsing are inverse over the centuries")
    func roundTrip() {
        for seconds in stride(from: -62_135_596_800, through: 253_402_300_799, by: 1_234_567_891) {
            let date = HTTPDate(secondsSinceEpoch: seconds)
            #expect(HTTPDate(date.description, reference: reference) == date)
        }
    }
}
