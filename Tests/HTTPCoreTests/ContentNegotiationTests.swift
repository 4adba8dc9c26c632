import Testing

@testable import HTTPCore

@Suite("Content negotiation")
struct ContentNegotiationTests {
    @Test(
        "Accept chooses by specificity, quality and the server's order",
        arguments: [
            (nil, "application/json"), ("", "application/json"), ("*/*", "application/json"), ("text/csv", "text/csv"),
            ("TEXT/CSV", "text/csv"), ("text/*", "text/csv"), ("text/csv;q=0.5, application/json;q=0.4", "text/csv"),
            ("text/html, */*;q=0.1", "application/json"), ("application/json;q=0, */*", "text/csv"),
            ("text/*;q=0.3, text/csv;q=0.2, application/json;q=0.25", "text/plain"), ("image/png", nil),
            ("*/*;q=0", nil),
            ("text/csv;q=0", nil), ("text/csv; q=1.000", "text/csv"), ("text/csv;q=2", "application/json"),
            ("text/csv;header=present;q=0.9", "text/csv"),
            ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
            ("te*/csv", nil), ("a;b=\"x,text/csv\"", nil), ("text/csv;a=\"b;q=0\"", "text/csv"), ("text/plai*", nil),
            ("text/csv ; q=0.5,text/plain", "text/plain"), (", ,text/csv", "text/csv"), ("/*", nil),
        ] as [(String?, String?)])
    func mediaTypes(accept: String?, chosen: String?) {
        let offered = ["application/json", "text/csv", "text/plain"]
        #expect(ContentNegotiation.mediaType(accept: accept, offered: offered) == chosen)
    }

    @Test(
        "Accept-Language is looked up, shortened, and falls back to the first",
        arguments: [
            (nil, "en"), ("lt", "lt"), ("LT", "lt"), ("lt-LT", "lt"), ("lt-Latn-LT;q=0.5, en;q=0.4", "lt"),
            ("de, lt;q=0.5, en;q=0.9", "en"), ("de", "en"), ("*", "en"), ("en;q=0, *", "lt"), ("en;q=0", "lt"),
            ("en;q=0, lt;q=0", "en"), ("lt-x-private", "lt"), ("l", "en"), ("en;q=0.5, lt;q=0.5", "en"),
            ("lt;q=0.5, en;q=0.5", "lt"), ("lt;q=abc", "en"), ("de-lt", "en"), ("lta", "en"),
            ("lt;q=0.3, *;q=0.5", "en"),
        ] as [(String?, String)])
    func languages(accept: String?, chosen: String) {
        #expect(ContentNegotiation.language(acceptLanguage: accept, offered: ["en", "lt"]) == chosen)
    }

    @Test(
        "The longest tag that a range is shortened to wins, and none ends in a single letter",
        arguments: [
            ("zh-Hant-CN-x-private", "zh-Hant"), ("zh-Hans", "zh"), ("ZH-HANT", "zh-Hant"), ("zh-x-Hant", "zh"),
            ("zh-Hant;q=0, zh-Hant-CN", "zh"), ("i-klingon", "en"), ("sl-a-b", "sl"), ("sl-a", "sl-a"),
        ])
    func lookup(accept: String, chosen: String) {
        let offered = ["en", "zh", "zh-Hant", "sl", "sl-a"]
        #expect(ContentNegotiation.language(acceptLanguage: accept, offered: offered) == chosen)
    }

    @Test(
        "A field of any length decides as its shortest form does",
        arguments: ["aa-", "a-", "abcdefgh-", "aa,", "aa;q=0,", "*;q=0,", "a/b,", "\"", "\\\"", ";", "q=0;", ", ", "-"])
    func repetition(piece: String) {
        let accept = String(repeating: piece, count: 16_384 / piece.utf8.count)
        let once = piece + "lt"
        #expect(
            ContentNegotiation.language(acceptLanguage: accept + "lt", offered: ["en", "lt"])
                == ContentNegotiation.language(acceptLanguage: once, offered: ["en", "lt"]))
        #expect(
            ContentNegotiation.mediaType(accept: accept + "text/csv", offered: ["text/html", "text/csv"])
                == ContentNegotiation.mediaType(accept: piece + "text/csv", offered: ["text/html", "text/csv"]))
        #expect(
            ContentNegotiation.contentCoding(acceptEncoding: accept + "gzip", offered: ["gzip", "identity"])
                == ContentNegotiation.contentCoding(acceptEncoding: piece + "gzip", offered: ["gzip", "identity"]))
    }

    @Test(
        "Accept-Encoding prefers a coding, and identity is there unless excluded",
        arguments: [
            (nil, "identity"), ("", "identity"), ("gzip", "gzip"), ("gzip;q=0", "identity"), ("br", "identity"),
            ("*", "gzip"), ("identity;q=0", nil), ("*;q=0", nil), ("gzip, *;q=0", "gzip"),
            ("identity, *;q=0", "identity"),
            ("gzip;q=0.5, identity", "identity"), ("deflate, gzip;q=1.0, *;q=0.5", "gzip"),
        ] as [(String?, String?)])
    func codings(accept: String?, chosen: String?) {
        #expect(ContentNegotiation.contentCoding(acceptEncoding: accept, offered: ["gzip", "identity"]) == chosen)
    }
}
