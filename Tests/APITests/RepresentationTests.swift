import API
import Evidence
import TestSupport
import Testing
import Wording

@Suite("A representation")
struct RepresentationTests {
    private let service: Service

    init() throws { service = try Service() }

    static let targets = [
        "/api/v1", "/api/v1/events", "/api/v1/events?category=law&limit=2", "/api/v1/discrepancies/flooded-sum",
        "/api/v1/statistics/sandbags-april?fields=id", "/api/v1/claims?pretty=true",
    ]

    @Test("has a strong ETag that brings 304 when it comes back", arguments: targets)
    func notModified(target: String) throws {
        let first = try service.get(target)
        let etag = try #require(first["ETag"])
        #expect(etag.hasPrefix("\"") && etag.hasSuffix("\""))
        let again = try service.get(target, ["If-None-Match": "\"other\", \(etag)"])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        for name in ["ETag", "Cache-Control", "Vary", "Last-Modified"] {
            #expect(again[name] == first[name], "\(name)")
        }
        #expect(try service.get(target, ["If-None-Match": "\"other\""]).status == 200)
        #expect(try service.get(target, ["If-Match": "\"other\""]).status == 412)
        let date = try #require(first["Last-Modified"])
        #expect(try service.get(target, ["If-Modified-Since": date]).status == 304)
        #expect(try service.get(target, ["If-Modified-Since": date, "If-None-Match": "\"other\""]).status == 200)
    }

    @Test("is the same, byte for byte, from two servers with the same dataset", arguments: targets)
    func deterministic(target: String) throws {
        let other = try Service()
        #expect(try service.get(target).body == other.get(target).body)
        #expect(try service.get(target)["ETag"] == other.get(target)["ETag"])
    }

    @Test("is the same when it is asked for again, by whoever negotiates the same, and by nobody else")
    func kept() throws {
        let requests: [KeyValuePairs<String, String>] = [
            [:], ["Accept-Language": "lt"], ["Accept-Encoding": "gzip"],
            ["Accept-Language": "lt", "Accept-Encoding": "gzip"],
            ["Accept": "application/json"],
        ]
        for target in RepresentationTests.targets {
            let fresh = try requests.map { try Service().get(target, $0) }
            for (request, expected) in zip(requests + requests, fresh + fresh) {
                let answer = try service.get(target, request)
                #expect(answer.body == expected.body)
                for name in ["ETag", "Content-Language", "Content-Encoding", "Vary", "Link"] {
                    #expect(answer[name] == expected[name], "\(target) \(name)")
                }
            }
        }
    }

    @Test("survives a flood of other requests")
    func flood() throws {
        let expected = try service.get("/api/v1/claims?limit=3")
        for number in 0..<9_000 {
            let answer = try service.get("/api/v1/claims?limit=1&min=\(number)&fields=id")
            #expect(answer.status == 200)
        }
        #expect(try service.get("/api/v1/claims?limit=3").body == expected.body)
    }

    @Test("has another ETag for another content", arguments: targets)
    func distinct(target: String) throws {
        let separator = target.contains("?") ? "&" : "?"
        let english = try service.get(target + separator + "lang=en")
        let lithuanian = try service.get(target + separator + "lang=lt")
        if english.body != lithuanian.body { #expect(english["ETag"] != lithuanian["ETag"]) }
        let tags = try RepresentationTests.targets.map { try service.get($0)["ETag"] }
        #expect(Set(tags).count == tags.count)
    }

    @Test(
        "is in the language of the URL, else of Accept-Language, else in English",
        arguments: [
            ("", nil, "en"), ("", "lt", "lt"), ("", "lt-LT,lt;q=0.9,en;q=0.8", "lt"),
            ("", "fr, en;q=0.2, lt;q=0.1", "en"), ("", "fr", "en"),
            ("?lang=lt", "en", "lt"), ("?lang=en", "lt", "en"),
        ] as [(String, String?, String)])
    func language(query: String, accept: String?, expected: String) throws {
        let path = "/api/v1/events/first-waiver-1931-05-09" + query
        let answer = try accept.map { try service.get(path, ["Accept-Language": $0]) } ?? service.get(path)
        #expect(answer["Content-Language"] == expected)
        #expect(try answer.record()["title"] as? String == (expected == "en" ? "First waiver" : "Pirmasis atleidimas"))
        #expect(answer["Vary"]?.hasPrefix(query.isEmpty ? "accept, accept-language" : "accept") == true)
        #expect(answer["Vary"]?.contains("accept-language") == query.isEmpty)
    }

    @Test(
        "is compressed when that is accepted and worth it, under an ETag of its own",
        arguments: [
            ("gzip", "gzip"), ("gzip, deflate, br", "gzip"), ("*", "gzip"), ("gzip;q=0.5, identity;q=0.4", "gzip"),
            ("gzip;q=0", nil), ("br", nil), ("", nil), ("identity", nil), ("gzip;q=0.1, identity;q=0.9", nil),
        ] as [(String, String?)])
    func coding(accept: String, coding: String?) throws {
        let plain = try service.get("/api/v1/events")
        let coded = try service.get("/api/v1/events", ["Accept-Encoding": accept])
        #expect(coded["Content-Encoding"] == coding)
        #expect((coded["ETag"] == plain["ETag"]) == (coding == nil))
        #expect(coded["Vary"] == "accept, accept-language, accept-encoding")
        guard coding != nil else { return #expect(coded.body == plain.body) }
        #expect(try coded.gunzipped() == plain.body)
        #expect(coded.body.count < plain.body.count / 3)
        let etag = try #require(coded["ETag"])
        #expect(try service.get("/api/v1/events", ["Accept-Encoding": accept, "If-None-Match": etag]).status == 304)
        #expect(try service.get("/api/v1/events", ["If-None-Match": etag]).status == 200)
    }

    @Test("with the same members as another has an ETag and a coding of its own")
    func twins() throws {
        let fields = "?fields=comparability"
        let accept: KeyValuePairs = ["Accept-Encoding": "gzip, identity;q=0"]
        let twins = ["fined-left-share", "fined-right-share"].map {
            "/api/v1/checks/\($0)\(fields)"
        }
        #expect(try service.get(twins[0])["ETag"] != service.get(twins[1])["ETag"])
        for path in twins { #expect(try service.get(path, accept).gunzipped() == service.get(path).body) }
    }

    @Test("that no accepted coding can give is 406", arguments: ["identity;q=0", "*;q=0", "br, identity;q=0"])
    func noCoding(accept: String) throws {
        let answer = try service.get("/api/v1/events", ["Accept-Encoding": accept])
        #expect(answer.status == 406)
        #expect(answer["Content-Encoding"] == nil)
    }

    @Test("that is short is sent as it is, unless identity is refused")
    func short() throws {
        let path = "/api/v1/events/second-waiver-1931-06-03?fields=id"
        #expect(try service.get(path, ["Accept-Encoding": "gzip"])["Content-Encoding"] == nil)
        let coded = try service.get(path, ["Accept-Encoding": "gzip, identity;q=0"])
        #expect(coded["Content-Encoding"] == "gzip")
        #expect(try coded.gunzipped() == service.get(path).body)
    }

    @Test("may be kept by caches, and says since when it is so")
    func caching() throws {
        let answer = try service.get("/api/v1/events")
        #expect(answer["Cache-Control"] == "max-age=300, stale-while-revalidate=60, stale-if-error=86400")
        let date = try #require(answer["Last-Modified"])
        #expect(date.hasSuffix(" GMT"))
        #expect(try service.get("/api/v1/events", ["If-Modified-Since": date]).status == 304)
        #expect(try service.get("/api/v1/events", ["If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"]).status == 200)
    }
}
