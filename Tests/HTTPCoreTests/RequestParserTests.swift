import Testing

@testable import HTTPCore

/// What a parser makes of a whole text, in a form that compares.
enum Outcome: Equatable, CustomStringConvertible {
    case request(String, length: Int)
    case needsMore
    case failed(ParseError)

    init(_ text: String, pieces: [Int]? = nil, limits: Limits = Limits()) {
        let bytes = Array(text.utf8)
        var parser = RequestParser(limits: limits)
        for end in (pieces ?? []) + [bytes.count] {
            switch parser.parse(bytes.span.extracting(0..<end)) {
            case .request(let head):
                let request = Request(buffer: bytes, base: 0, head: head)
                self = .request("\(request.method.rawValue) \(request.target)", length: head.length)
                return
            case .failed(let error):
                self = .failed(error)
                return
            case .needsMore: continue
            }
        }
        self = .needsMore
    }

    var description: String {
        switch self {
        case .request(let line, let length): "\(line) (\(length))"
        case .needsMore: "needs more"
        case .failed(let error): "\(error)"
        }
    }
}

/// A request refused, and why.
struct Refusal: CustomTestStringConvertible, Sendable {
    let wire: String
    let error: ParseError

    init(_ wire: String, _ error: ParseError) {
        (self.wire, self.error) = (wire, error)
    }

    var testDescription: String { "\(error): \(wire.prefix(60).debugDescription)" }

    static let table: [Refusal] = [
        Refusal("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal("GET /\r\n\r\n", .malformedRequestLine),
        Refusal("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal(" GET / HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal("GET / http/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal("GET / HTTP/11\r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal("G@T / HTTP/1.1\r\nHost: a\r\n\r\n", .malformedRequestLine),
        Refusal("GET / HTTP/1.1\nHost: a\n\n", .forbiddenControl),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nA: b\rc\r\n\r\n", .forbiddenControl),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nA: b\nc\r\n\r\n", .forbiddenControl),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nA: b\0c\r\n\r\n", .forbiddenControl),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nA: \u{7F}\r\n\r\n", .forbiddenControl),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\n\rX", .forbiddenControl),
        Refusal("GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n", .invalidTarget),
        Refusal("GET /ą HTTP/1.1\r\nHost: a\r\n\r\n", .invalidTarget),
        Refusal("GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", .invalidTarget),
        Refusal("GET events HTTP/1.1\r\nHost: a\r\n\r\n", .invalidTarget),
        Refusal("GET * HTTP/1.1\r\nHost: a\r\n\r\n", .invalidTarget),
        Refusal("GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n", .invalidTarget),
        Refusal("GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", .invalidTarget),
        Refusal("GET http:// HTTP/1.1\r\nHost: a\r\n\r\n", .invalidHost),
        Refusal("GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n", .invalidHost),
        Refusal("get / HTTP/1.1\r\nHost: a\r\n\r\n", .methodNotImplemented),
        Refusal("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", .methodNotImplemented),
        Refusal("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", .methodNotImplemented),
        Refusal("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .versionNotSupported),
        Refusal("GET / HTTP/0.9\r\n\r\n", .versionNotSupported),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\n : b\r\n\r\n", .obsoleteLineFolding),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nA: b\r\n\tc\r\n\r\n", .obsoleteLineFolding),
        Refusal("GET / HTTP/1.1\r\nHost : a\r\n\r\n", .malformedField),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", .malformedField),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nA\r\n\r\n", .malformedField),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nÄ: b\r\n\r\n", .malformedField),
        Refusal("GET / HTTP/1.1\r\n\r\n", .missingHost),
        Refusal("GET http://a/ HTTP/1.1\r\n\r\n", .missingHost),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n", .repeatedHost),
        Refusal("GET / HTTP/1.1\r\nHost:\r\n\r\n", .invalidHost),
        Refusal("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", .invalidHost),
        Refusal("GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", .invalidHost),
        Refusal("GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", .invalidHost),
        Refusal("GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n", .invalidHost),
        Refusal("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", .invalidHost),
        Refusal("GET / HTTP/1.1\r\nHost: []\r\n\r\n", .invalidHost),
        Refusal("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", .invalidHost),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\n", .invalidContentLength),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\n", .invalidContentLength),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", .invalidContentLength),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\n", .invalidContentLength),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\n", .invalidContentLength),
        Refusal(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n", .repeatedContentLength),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n", .contentTooLarge),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n", .contentTooLarge),
        Refusal(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", .ambiguousFraming),
        Refusal(
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\nHost: a\r\n\r\n", .ambiguousFraming),
        Refusal("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", .ambiguousFraming),
        Refusal(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", .transferCodingNotImplemented),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n", .ambiguousFraming),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n", .ambiguousFraming),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", .ambiguousFraming),
        Refusal(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n",
            .ambiguousFraming),
        Refusal(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
            .transferCodingNotImplemented),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", .expectationFailed),
        Refusal("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue, x\r\n\r\n", .expectationFailed),
        Refusal("GET /\(String(repeating: "a", count: 8192)) HTTP/1.1\r\nHost: a\r\n\r\n", .targetTooLong),
        Refusal("GET /\(String(repeating: "a", count: 9000))", .targetTooLong),
        Refusal(String(repeating: "A", count: 9000), .targetTooLong),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\nA: \(String(repeating: "a", count: 16384))\r\n\r\n", .headTooLarge),
        Refusal("GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "A: b\r\n", count: 100))\r\n", .tooManyFields),
    ]
}

@Suite("Request parser")
struct RequestParserTests {
    static let accepted: [String] = [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "HEAD /a?b=c&d HTTP/1.1\r\nhOsT:a:8080\r\nAccept: */*\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.9\r\nHost: [::1]:80\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://b.example/x HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nEmpty:\r\nTabs:\t x \t\r\nUTF: žodis\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65536\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n",
        "POST / HTTP/1.0\r\nExpect: something\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "A: b\r\n", count: 99))\r\n",
    ]

    @Test("Every refusal has its reason, and a status of an error", arguments: Refusal.table)
    func refusals(refusal: Refusal) {
        #expect(Outcome(refusal.wire) == .failed(refusal.error))
        #expect((400...599).contains(refusal.error.status.code))
    }

    @Test("A refusal is the same when the bytes come one at a time", arguments: Refusal.table)
    func refusalsByByte(refusal: Refusal) {
        #expect(Outcome(refusal.wire, pieces: Array(1..<refusal.wire.utf8.count)) == .failed(refusal.error))
    }

    @Test("Every parse error but those of later stages is in the table of refusals")
    func tableIsComplete() {
        let covered = Set(Refusal.table.map(\.error))
        #expect(Set(ParseError.allCases).subtracting(covered) == [.malformedChunk, .timedOut])
    }

    @Test("A request split at every byte parses the same", arguments: accepted)
    func splits(wire: String) {
        let whole = Outcome(wire)
        guard case .request(_, let length) = whole else {
            Issue.record("\(whole)")
            return
        }
        #expect(length == wire.utf8.count)
        for split in 1..<wire.utf8.count {
            #expect(Outcome(wire, pieces: [split]) == whole, "split at \(split)")
        }
        #expect(Outcome(wire, pieces: Array(1..<length)) == whole)
    }

    @Test("No prefix of a good request is refused or taken for whole", arguments: accepted)
    func prefixes(wire: String) {
        for count in 0..<wire.utf8.count {
            #expect(Outcome(String(decoding: wire.utf8.prefix(count), as: UTF8.self)) == .needsMore)
        }
    }

    @Test("What follows a head is left alone")
    func remainder() {
        let first = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
        #expect(Outcome(first + "\0garbage") == .request("GET /1", length: first.utf8.count))
    }

    @Test("A head may be exactly as large as its limit, and not one byte larger")
    func headLimit() {
        var limits = Limits()
        let wire = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
        limits.head = wire.utf8.count
        #expect(Outcome(wire + "next", limits: limits) == Outcome(wire))
        limits.head -= 1
        #expect(Outcome(wire, limits: limits) == .failed(.headTooLarge))
        #expect(Outcome(wire, pieces: Array(1..<wire.utf8.count), limits: limits) == .failed(.headTooLarge))
    }

    @Test(
        "Connection and version decide whether the connection persists",
        arguments: [
            ("HTTP/1.1", "", true), ("HTTP/1.1", "Connection: close\r\n", false),
            ("HTTP/1.1", "Connection: a, CLOSE ,b\r\n", false), ("HTTP/1.0", "", false),
            ("HTTP/1.0", "Connection: Keep-Alive\r\n", true), ("HTTP/1.0", "Connection: keep-alive, close\r\n", false),
            ("HTTP/1.1", "Connection: a\r\nConnection: close\r\n", false), ("HTTP/1.1", "Connection: closed\r\n", true),
        ])
    func persistence(version: String, fields: String, persists: Bool) throws {
        let wire = Array("GET / \(version)\r\nHost: a\r\n\(fields)\r\n".utf8)
        var parser = RequestParser(limits: Limits())
        guard case .request(let head) = parser.parse(wire.span) else {
            Issue.record("not parsed")
            return
        }
        #expect(head.persists == persists)
    }

    @Test(
        "Framing follows Content-Length and Transfer-Encoding",
        arguments: [
            ("", RequestHead.Content.none, false), ("Content-Length: 0\r\n", .none, false),
            ("Content-Length: 00012\r\n", .length(12), false), ("Transfer-Encoding: chunked\r\n", .chunked, false),
            ("Content-Length: 3\r\nExpect: 100-Continue\r\n", .length(3), true),
            ("Expect: 100-continue\r\n", .none, false), ("Content-Length: 3\r\nExpect:\r\n", .length(3), false),
            ("Content-Length: 3\r\nExpect: , 100-continue\r\n", .length(3), true),
        ])
    func framing(fields: String, content: RequestHead.Content, expects: Bool) {
        let wire = Array("POST / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n".utf8)
        var parser = RequestParser(limits: Limits())
        guard case .request(let head) = parser.parse(wire.span) else {
            Issue.record("not parsed")
            return
        }
        #expect(head.content == content)
        #expect(head.expectsContinue == expects)
    }

    @Test("Tokens and hosts are made of the bytes that RFC 9110 and RFC 3986 list")
    func sets() {
        let alphanumeric = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let tokens = Set("!#$%&'*+-.^_`|~\(alphanumeric)".utf8)
        let hosts = Set("-._~!$&'()*+,;=%\(alphanumeric)".utf8)
        for byte in UInt8.min...UInt8.max {
            #expect(byte.isToken == tokens.contains(byte))
            #expect(byte.isHostByte == hosts.contains(byte))
        }
    }

    @Test("Random bytes never trap and never loop")
    func noise() {
        var random = SplitMix(seed: 1944)
        let alphabet = Array("GET /:?*HTP1.0\r\n\r\n\r\n \tHost:a,;\0\u{7F}".utf8)
        for _ in 0..<5_000 {
            let bytes = (0..<Int(random.next() % 80)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))]
            }
            var parser = RequestParser(limits: Limits())
            var decoder = BodyDecoder(.chunked, limits: Limits())
            _ = parser.parse(bytes.span)
            if case .complete(let consumed) = decoder.consume(bytes.span) { #expect(consumed <= bytes.count) }
        }
    }
}

/// A seeded generator, so that a failure comes again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
