import Foundation
import Testing

@Suite("Every endpoint, by curl")
struct EndpointTests {
    private static let lists = ["events", "statistics", "claims", "checks", "discrepancies", "sources"]

    @Test("A list and each record of its first page answer JSON", arguments: lists)
    func list(name: String) throws {
        let server = try Akistata.with("--data", DatasetCopy.original.path)
        let curl = try Curl()
        let list = try curl.get("\(server.origin)/api/v1/\(name)")
        #expect(list.status == 200)
        #expect(list["content-type"] == "application/json")
        let records = try #require(try list.json()["data"] as? [[String: Any]])
        #expect(!records.isEmpty)
        for record in records {
            let id = try #require(record["id"] as? String)
            let item = try curl.get("\(server.origin)/api/v1/\(name)/\(id)")
            #expect(item.status == 200)
            #expect(item["content-type"] == "application/json")
            let data = try #require(try item.json()["data"] as? NSDictionary)
            #expect(data == record as NSDictionary)
        }
    }

    private static let resources =
        ["/", "/api/v1"] + lists.map { "/api/v1/" + $0 } + ["/api/v1/statistics/sandbags-april?lang=lt&pretty=true"]

    @Test("HEAD has the fields of GET and no content", arguments: resources + ["/healthz", "/readyz"])
    func head(path: String) throws {
        let server = try Akistata.with("--data", DatasetCopy.original.path)
        let curl = try Curl()
        let get = try curl.get(server.origin + path)
        let head = try curl.answer(.init(method: "HEAD", url: server.origin + path))
        #expect(head.status == get.status)
        #expect(head.body.isEmpty)
        #expect(get["content-length"] == "\(get.body.count)")
        for name in ["content-length", "content-type", "etag", "last-modified", "cache-control", "vary", "link"] {
            #expect(head[name] == get[name])
        }
    }

    @Test("A request with the tag or the date of the answer is 304 with no content", arguments: resources)
    func conditional(path: String) throws {
        let server = try Akistata.with("--data", DatasetCopy.original.path)
        let curl = try Curl()
        let get = try curl.get(server.origin + path)
        let tag = try #require(get["etag"])
        let date = try #require(get["last-modified"])
        for field in ["If-None-Match: \(tag)", "If-None-Match: W/\(tag), \"x\"", "If-Modified-Since: \(date)"] {
            let again = try curl.get(server.origin + path, field)
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
            #expect(again["etag"] == tag)
        }
        #expect(try curl.get(server.origin + path, "If-None-Match: \"x\"").status == 200)
        #expect(curl.connects == 0)
    }

    @Test("Two servers of one dataset answer the same bytes and tags", arguments: resources)
    func sameEverywhere(path: String) throws {
        let servers = [
            try Akistata.with("--data", DatasetCopy.original.path, "--loops", "1"),
            try Akistata.with("--data", DatasetCopy.original.path, "--loops", "4"),
        ]
        let answers = try servers.map { try Curl().get($0.origin + path) }
        #expect(answers[0].body == answers[1].body)
        #expect(answers[0]["etag"] == answers[1]["etag"])
    }

    @Test("No coding is sent that a client does not know")
    func identity() throws {
        let server = try Akistata.with("--data", DatasetCopy.original.path)
        let answer = try Curl().get(server.origin + "/api/v1/events", "Accept-Encoding: identity")
        #expect(answer["content-encoding"] == nil)
        #expect(try answer.json()["data"] != nil)
    }

    @Test(
        "What is wrong is told as a problem document with the status of the answer",
        arguments: [
            ("GET", "/nothing", 404), ("GET", "/api/v1/events/nothing", 404), ("GET", "/api/v1/events?colour=red", 400),
            ("GET", "/api/v1/events?limit=0", 400), ("GET", "/api/v1/events?cursor=x", 400),
            ("GET", "/api/v1/events/%FF", 400),
            ("GET", "/api/v1/claims?min=1e-9223372036854775808", 400), ("DELETE", "/api/v1/events", 405),
            ("BREW", "/api/v1/events", 501),
        ])
    func problems(method: String, path: String, status: Int) throws {
        let server = try Akistata.with("--data", DatasetCopy.original.path)
        let curl = try Curl()
        let answer = try curl.answer(.init(method: method, url: server.origin + path))
        #expect(answer.status == status)
        #expect(try answer.problemStatus() == status)
        #expect((answer["allow"] != nil) == (status == 405))
    }

    @Test("OPTIONS says what is allowed, to any origin", arguments: ["/api/v1/events", "/healthz"])
    func options(path: String) throws {
        let server = try Akistata.with("--data", DatasetCopy.original.path)
        let answer = try Curl().answer(.init(method: "OPTIONS", url: server.origin + path))
        #expect(answer.status == 204)
        #expect(answer.body.isEmpty)
        #expect(answer["allow"] == "GET, HEAD, OPTIONS")
        #expect(answer["access-control-allow-origin"] == "*")
    }
}
