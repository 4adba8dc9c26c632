import Archive
import HTTPCore
import TestSupport
import Testing
import Wording

@testable import API

@Suite("Last-Modified")
struct LastModifiedTests {
    /// What is published one after the other, and what is said of each: seconds, and nil for nothing.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let published: [(changed: Int, digest: String, now: Int)]
        let said: [Int?]

        static let all = [
            Case(testDescription: "The time of the files", published: [(100, "a", 200)], said: [100]),
            Case(testDescription: "Never the future", published: [(300, "a", 200)], said: [200]),
            Case(
                testDescription: "Newer files", published: [(100, "a", 200), (150, "b", 200)], said: [100, 150]),
            Case(
                testDescription: "Older files are a change all the same",
                published: [(100, "a", 200), (50, "b", 200), (50, "c", 200)], said: [100, 101, 102]),
            Case(
                testDescription: "The same content is no change, whatever is done to its files",
                published: [(100, "a", 200), (150, "a", 200)], said: [100, 100]),
            Case(
                testDescription: "A second change within a second says nothing, until a later one can",
                published: [(200, "a", 200), (200, "b", 200), (200, "c", 200), (200, "c", 201), (200, "d", 201)],
                said: [200, nil, nil, 201, nil]),
            Case(
                testDescription: "A clock that is set back says nothing", published: [(200, "a", 200), (90, "b", 100)],
                said: [200, nil]),
        ]
    }

    @Test("moves forward with the content, and never past now", arguments: Case.all)
    func said(row: Case) {
        var last: LastModified?
        var said: [Int?] = []
        for (changed, digest, now) in row.published {
            let next = LastModified(
                HTTPDate(secondsSinceEpoch: changed), digest: digest, now: HTTPDate(secondsSinceEpoch: now), after: last
            )
            said.append(next.date?.secondsSinceEpoch)
            last = next
        }
        #expect(said == row.said)
    }

    @Test("never makes a client keep what has changed", arguments: [0, 1, 3_600])
    func condition(secondsLater: Int) throws {
        let dataset = try Service.snapshot.get().dataset
        let start = HTTPDate.now
        let application = try Application(Snapshot(dataset, digest: "one".utf8), site: Site(.shipped), now: start)
        let responder = application.responder()
        let target = "/api/v1/statistics/sandbags-april"
        let before = try #require(responder.respond(to: try Request(target: target)).fields[.lastModified])
        var fields = Fields()
        fields.append(.ifModifiedSince, before)
        #expect(responder.respond(to: try Request(target: target, fields: fields)).status == .notModified)
        // Of the same day of release: by the files alone it would have the same date.
        application.publish(
            Snapshot(dataset, digest: "two".utf8),
            now: HTTPDate(secondsSinceEpoch: start.secondsSinceEpoch + secondsLater))
        let answer = responder.respond(to: try Request(target: target, fields: fields))
        #expect(answer.status == .ok)
        #expect(answer.fields[.lastModified] != before)
    }

    @Test("is not before the pages were changed")
    func site() throws {
        let snapshot = Snapshot(try Service.snapshot.get().dataset, digest: "one".utf8)
        let application = try Application(
            snapshot, site: Site(.shipped, changed: 2_000_000_000), now: HTTPDate(secondsSinceEpoch: 2_100_000_000))
        let answer = application.responder().respond(to: try Request(target: "/api/v1"))
        #expect(answer.fields[.lastModified] == HTTPDate(secondsSinceEpoch: 2_000_000_000).description)
    }
}
