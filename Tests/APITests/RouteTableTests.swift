import Archive
import Description
import Foundation
import Foundations
import HTTPCore
import PageLayout
import Problems
import TestSupport
import Testing
import Wording

@testable import API
@testable import Rendering
@testable import Website

@Suite("Every row of the route table")
struct RouteTableTests {
    private static let marks = "fbclid=IwAR0x&gclid=x&utm_source=newsletter&utm_campaign=50%off&ver=6.5.2&%ff=1&=&v"

    private let service: Service
    private let routes: [Route]
    private let encoded: EncodedSnapshot
    private let site: Site

    init() throws {
        let contact = try #require(SecurityContact("mailto:a@b.example", startedAt: Date(timeIntervalSince1970: 0)))
        service = try Service(security: contact, hasPages: true)
        site = Site(
            .shipped, schemas: StaticFile.schemas(in: Service.resources.appending(path: "schemas")), security: contact,
            pages: try Web(in: Service.resources.appending(path: "web"), .shipped),
            description: Descriptions())
        routes = RouteTable.routes(site, metrics: { "" }, isReady: { true })
        encoded = EncodedSnapshot(try Service.snapshot.get(), in: .shipped)
    }

    /// A target that the route answers at a host, and what Accept says for each of its formats.
    private func examples(of route: Route, at host: String) throws -> [(
        target: String, accept: String, format: Format?
    )] {
        var target = route.example(encoded) ?? route.pattern
        #expect(!target.contains("{"), "\(route.pattern)")
        if target == PagePath.discovery {
            target += "?url=http%3A%2F%2F\(host)%2Fstatistics%2Fsandbags-april"
        }
        return route.formats.isEmpty
            ? [(target, "*/*", nil)] : route.formats.map { (target, $0.mediaRange, $0) }
    }

    @Test("refuses a parameter that it does not know before it is asked, or answers as if it were not there")
    func unknownParameters() throws {
        #expect(routes.contains(where: \.ignoresUnknown) && !routes.allSatisfy(\.ignoresUnknown))
        for route in routes {
            for (target, accept, _) in try examples(of: route, at: "localhost") {
                let marked = target + (target.contains("?") ? "&" : "?")
                let plain = try service.get(target, ["Accept": accept])
                #expect(plain.status == 200, "\(target)")
                guard route.ignoresUnknown else {
                    let request = try Request(target: marked + "fbclid=x")
                    let context = try RequestContext(
                        request, by: route, PathParameters(route.pattern, in: request.path), suffix: nil, from: encoded,
                        of: site,
                        from: Origin("http://localhost"))
                    #expect(context.refusal?.errors.contains { $0.parameter == "fbclid" } == true, "\(target)")
                    #expect(try service.get(marked + "fbclid=x", ["Accept": accept]).status == 400, "\(target)")
                    #expect(try service.get(marked + RouteTableTests.marks).status == 400, "\(target)")
                    continue
                }
                let answer = try service.get(marked + RouteTableTests.marks, ["Accept": accept])
                #expect(answer.status == 200 && answer.body == plain.body, "\(target)")
                for name in plain.names { #expect(answer[name] == plain[name], "\(target) \(name)") }
            }
        }
    }

    @Test(
        "that people open or other sites embed ignores the marks of a link that was passed on",
        arguments: [
            "/discrepancies/flooded-sum?fbclid=IwAR0abc", "/?gclid=x", "/lessons/flooded-sum?fbclid=1",
            "/discrepancies?utm_source=newsletter&utm_medium=email", "/embed.js?ver=6.5.2",
            "/embed/discrepancies/flooded-sum?ver=6.5", "/charts/discrepancies/flooded-sum.svg?v=123",
        ])
    func marked(target: String) throws {
        for accept in ["*/*", "text/html"] where accept == "*/*" || !target.contains("charts") {
            #expect(try service.get(target, ["Accept": accept]).status == 200)
        }
    }

    @Test("of the pages tells no mark of a link to anybody, even where nothing is or a known parameter is wrong")
    func problems() throws {
        let html = "text/html"
        for (target, status) in [("/no-such-page?fbclid=x", 404), ("/events?lang=de&limit=2&fbclid=x", 400)] {
            let answer = try service.get(target, ["Accept": html])
            #expect(answer.status == status)
            #expect(!answer.text.contains("fbclid"), "\(target)")
        }
        #expect(try service.get("/events?limit=x&fbclid=x", ["Accept": html]).text.contains("?limit=x&amp;lang=lt"))
    }

    @Test(
        "is asked twice for what is asked for three times, or more often, in whatever words", arguments: ["", "?ver=1"])
    func kept(mark: String) throws {
        let application = try Application(try Service.snapshot.get(), site: site)
        let responder = application.responder()
        let unkept = ["/healthz", "/readyz", "/metrics"]
        for route in routes where !unkept.contains(route.pattern) && (mark.isEmpty || route.ignoresUnknown) {
            for (target, accept, _) in try examples(of: route, at: "localhost") {
                let marked = target + (target.contains("?") ? mark.replacing("?", with: "&") : mark)
                // As a browser sends them.
                var fields = Fields()
                fields.append(.accept, accept)
                fields.append(.acceptLanguage, "lt,en-US;q=0.7,en;q=0.3")
                fields.append(.acceptEncoding, "gzip, deflate, br, zstd")
                let request = try Request(target: marked, fields: fields)
                let first = responder.respond(to: request)
                #expect(first.status == .ok, "\(marked)")
                _ = responder.respond(to: request)
                let made = responder.made
                for _ in 0..<2 {
                    let again = responder.respond(to: request)
                    #expect(again.body.bytes == first.body.bytes && again.fields == first.fields, "\(marked)")
                    #expect(again.route == first.route)
                }
                // The same in other words.
                for words in 0..<3 {
                    var fields = Fields()
                    fields.append(.accept, accept + ", a/b;q=0.\(words)")
                    fields.append(.acceptLanguage, "xx-\(words), lt;q=0.9")
                    fields.append(.acceptEncoding, "gzip;q=0.\(words + 1)")
                    fields.append(.host, route.dependsOnHost ? "localhost" : "host\(words)")
                    let again = responder.respond(to: try Request(target: marked, fields: fields))
                    #expect(again.body.bytes == first.body.bytes && again.fields == first.fields, "\(marked)")
                }
                #expect(responder.made == made, "\(marked) \(accept)")
                fields.append(.ifNoneMatch, first.fields[.etag] ?? "")
                #expect(responder.respond(to: try Request(target: marked, fields: fields)).status == .notModified)
                #expect(responder.made == made, "\(marked) \(accept)")
            }
        }
    }

    @Test("depends on the host where it says so, and nowhere else")
    func hosts() throws {
        for route in routes {
            let (first, second) = ("a.example", "b_c:8080")
            let isOfTheMoment = route.pattern == "/metrics"
            for (one, other) in zip(try examples(of: route, at: first), try examples(of: route, at: second)) {
                let answers = try [(one, first), (other, second)].map { example, host in
                    try service.get(example.target, ["Accept": example.accept, "Host": host])
                }
                #expect(answers.allSatisfy { $0.status == 200 }, "\(one.target)")
                guard !isOfTheMoment else { continue }
                let fields = answers.map { answer in answer.names.map { answer[$0] } }
                let isSame = answers[0].body == answers[1].body && fields[0] == fields[1]
                #expect(isSame == !route.dependsOnHost(in: one.format), "\(one.target) \(one.accept)")
            }
        }
    }

    @Test("with a public address depends on no host")
    func publicAddress() throws {
        let service = try Service(origin: Origin("https://akistata.example"), hasPages: true)
        for route in routes where route.dependsOnHost && route.pattern != "/.well-known/security.txt" {
            for (target, accept, _) in try examples(of: route, at: "akistata.example") {
                let answers = try ["a", "b'c"].map { try service.get(target, ["Accept": accept, "Host": $0]) }
                #expect(answers[0].status == 200 && answers[0].body == answers[1].body, "\(target)")
            }
        }
    }
}

@Suite("A host")
struct HostTests {
    private static let statistic = "sandbags-april"

    /// What a request names, and how that stands in links; nil where it is refused.
    private static let rows: [(host: String, written: String?)] = [
        ("akistata.example", "akistata.example"), ("Akistata.Example:443", "Akistata.Example:443"),
        ("my_app:8080", "my_app:8080"), ("_", "_"), ("a..b", "a..b"), ("a.", "a."), ("127.0.0.1:80", "127.0.0.1:80"),
        ("akistata.example:", "akistata.example"), ("[::1]", "[::1]"), ("[::1]:", "[::1]"),
        ("[::ffff:127.0.0.1]:8080", "[::ffff:127.0.0.1]:8080"), ("[2001:db8::1]:1", "[2001:db8::1]:1"),
        ("a'b", nil), ("a%41b", nil), ("a,b", nil), ("(a)", nil), ("a;b", nil), ("a&b", nil), ("*", nil), ("-a", nil),
        (".", nil), ("[.]", nil), ("[1.2.3.4]", nil), ("[:::]", nil), ("[1:2]", nil),
        (String(repeating: "a", count: 254), nil),
    ]

    @Test("is read alike by every route: in what is answered first, and in what is kept", arguments: rows)
    func reading(host: String, written: String?) throws {
        let service = try Service(hasPages: true)
        let page = PercentEncoding.encode("http://\(host)/statistics/\(HostTests.statistic)")
        for (target, isAbsolute) in [
            ("/about", true), ("/api/v1/events?limit=1", false), ("/sitemap.xml", true), ("/api/v1/cite.bib", true),
            ("/oembed?url=" + page, true), ("/healthz", false), ("/style.css", false), ("/no-such-path", false),
            ("/api/v1/statistics/\(HostTests.statistic)", false),
        ] {
            for _ in 0..<3 {
                let expected = written == nil ? 400 : target == "/no-such-path" ? 404 : 200
                let answer = try service.get(target, ["Host": host])
                #expect(answer.status == expected, "\(target)")
                guard let written, isAbsolute else { continue }
                #expect(answer.text.contains("http://\(written)/"), "\(target)")
            }
            // What was answered before is no way around it.
            #expect(
                try service.get(target, ["Host": "localhost"]).status == (target == "/no-such-path" ? 404 : 200)
                    || target.hasPrefix("/oembed"))
            #expect(try service.get(target, ["Host": host]).status != 200 || written != nil)
        }
    }

    @Test("is remembered as long as it is asked for; so many are, and the next has a number that none had")
    func table() throws {
        var table = HostTable()
        let number = { (host: String, table: inout HostTable) throws -> UInt32 in
            var fields = Fields()
            fields.append(.host, host)
            return table.read(try Request(target: "/", fields: fields)).number
        }
        let often = try number("often", &table)
        var numbers: Set<UInt32> = [often]
        for index in 0..<1_000 {
            numbers.insert(try number("h\(index)", &table))
            #expect(try number("often", &table) == often)
        }
        #expect(numbers.count == 1_001 && !numbers.contains(0))
        #expect(try number("h999", &table) == number("h999", &table))
        #expect(try !numbers.contains(number("h0", &table)))
    }
}
