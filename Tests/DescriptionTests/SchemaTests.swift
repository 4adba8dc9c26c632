import Foundation
import Foundations
import TestSupport
import Testing

@Suite("The schemas")
struct SchemaTests {
    private let service: Service
    private let path = "/api/v1/schemas/statistics.json"

    init() throws { service = try Service() }

    @Test("are listed, and each is served as it is on disk")
    func whole() throws {
        let list = try service.get("/api/v1/schemas")
        let ids = try list.ids()
        #expect(ids == ids.sorted())
        for file in ["common", "dataset", "events", "relations", "sources", "statistics", "answer-events", "problem"] {
            #expect(ids.contains(file + ".json"))
        }
        let answer = try service.get(path)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "application/schema+json")
        #expect(answer["Accept-Ranges"] == "bytes")
        #expect(try answer.json()["$id"] as? String == "statistics.json")
    }

    @Test("come in ranges, which together are the whole")
    func ranges() throws {
        let whole = try service.get(path).body
        var pieces: [UInt8] = []
        while pieces.count < whole.count {
            let answer = try service.get(path, ["Range": "bytes=\(pieces.count)-\(pieces.count + 999)"])
            #expect(answer.status == 206)
            let end = min(pieces.count + 1_000, whole.count)
            #expect(answer["Content-Range"] == "bytes \(pieces.count)-\(end - 1)/\(whole.count)")
            pieces += answer.body
        }
        #expect(pieces == whole)
    }

    @Test("say how long they are when a range has nothing of them")
    func unsatisfiable() throws {
        let answer = try service.get(path, ["Range": "bytes=9999999-"])
        #expect(answer.status == 416)
        #expect(answer["Content-Range"] == "bytes */\(try service.get(path).body.count)")
        #expect(answer["Content-Type"] == "application/problem+json")
    }

    @Test("heed If-None-Match before Range, and If-Range")
    func conditions() throws {
        let etag = try #require(try service.get(path)["ETag"])
        #expect(try service.get(path, ["Range": "bytes=0-9", "If-None-Match": etag]).status == 304)
        #expect(try service.get(path, ["Range": "bytes=0-9", "If-Range": etag]).status == 206)
        #expect(try service.get(path, ["Range": "bytes=0-9", "If-Range": "\"other\""]).status == 200)
    }

    @Test("that do not exist are 404 with the nearest one")
    func missing() throws {
        let answer = try service.get("/api/v1/schemas/statistic.json")
        #expect(answer.status == 404)
        #expect(answer.text.contains("“statistics.json”"))
        #expect(answer.text.contains("/api/v1/schemas lists them"))
    }
}
