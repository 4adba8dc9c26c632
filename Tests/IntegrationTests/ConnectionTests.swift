import Foundation
import Testing

@Suite("Connections, by curl")
struct ConnectionTests {
    @Test("Two hundred requests open one connection")
    func keepAlive() throws {
        let server = try Akistata.with()
        let curl = try Curl()
        var connects = 0
        for _ in 0..<200 {
            #expect(try curl.get(server.origin + "/api/v1/claims").status == 200)
            connects += curl.connects
        }
        #expect(connects == 1)
    }

    @Test("Two hundred requests at once over twenty connections are all answered right", arguments: [1, 4])
    func parallel(loops: Int) throws {
        let server = try Akistata.with("--loops", "\(loops)")
        let paths = [
            "/api/v1", "/api/v1/events", "/api/v1/statistics?lang=lt", "/api/v1/claims?limit=1000", "/healthz",
        ]
        let curl = try Curl()
        let expected = try paths.map { try curl.get(server.origin + $0) }
        let requests = (0..<200).map { Curl.Request(url: server.origin + paths[$0 % paths.count]) }
        let (answers, connects) = try CurlGroup(connections: 20).answers(requests)
        #expect(answers.count == 200)
        for (index, answer) in answers.enumerated() {
            #expect(answer.status == 200)
            #expect(answer.body == expected[index % paths.count].body)
        }
        #expect((2...20).contains(connects))
    }

    @Test("A client of HTTP/1.0 is answered and its connection closed")
    func http10() throws {
        let server = try Akistata.with()
        let curl = try Curl()
        for _ in 0..<2 {
            let answer = try curl.answer(.init(url: server.origin + "/api/v1/sources", isHTTP10: true))
            #expect(answer.status == 200)
            #expect(try answer.json()["data"] != nil)
            #expect(answer["connection"] == "close")
            #expect(curl.connects == 1)
        }
    }

    @Test("Content that nobody asked for is 405, and the connection goes on")
    func post() throws {
        let server = try Akistata.with()
        let curl = try Curl()
        let body = Array("figure=1".utf8)
        let answer = try curl.answer(.init(method: "POST", url: server.origin + "/api/v1/events", body: body))
        #expect(answer.status == 405)
        #expect(try answer.problemStatus() == 405)
        #expect(answer["allow"] == "GET, HEAD, OPTIONS")
        #expect(try curl.get(server.origin + "/api/v1/events").status == 200)
        #expect(curl.connects == 0)
    }

    @Test("A client that waits for 100 (Continue) gets it")
    func expectContinue() throws {
        let server = try Akistata.with()
        let curl = try Curl()
        let answer = try curl.answer(
            .init(
                method: "POST", url: server.origin + "/api/v1/events", fields: ["Expect: 100-continue"],
                body: [UInt8](repeating: 1, count: 10_000)))
        #expect(answer.interim == [100])
        #expect(answer.status == 405)
        #expect(try curl.get(server.origin + "/api/v1/events").status == 200)
        #expect(curl.connects == 0)
    }

    @Test("Content over the limit is 413")
    func largeBody() throws {
        let server = try Akistata.with()
        let body = [UInt8](repeating: 0x61, count: 100_000)
        let answer = try Curl().answer(.init(method: "POST", url: server.origin + "/", body: body))
        #expect(answer.status == 413)
        #expect(try answer.problemStatus() == 413)
    }

    @Test("A target over the limit is 414")
    func longTarget() throws {
        let server = try Akistata.with()
        let answer = try Curl().get(server.origin + "/api/v1/events?q=" + String(repeating: "a", count: 9_000))
        #expect(answer.status == 414)
        #expect(try answer.problemStatus() == 414)
    }

    @Test(
        "A head over the limit is 431",
        arguments: [
            ["X-Long: " + String(repeating: "a", count: 20_000)], (0..<200).map { "X-\($0): a" },
        ])
    func largeHead(fields: [String]) throws {
        let server = try Akistata.with()
        let answer = try Curl().answer(.init(url: server.origin + "/api/v1", fields: fields))
        #expect(answer.status == 431)
        #expect(try answer.problemStatus() == 431)
    }
}
