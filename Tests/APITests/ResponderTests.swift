import Archive
import Evidence
import Foundation
import HTTPCore
import TestSupport
import Testing
import Wording

@testable import API

@Suite("A responder")
struct ResponderTests {
    @Test("gives the same answer again, to GET and to HEAD, and another to another Accept-Language")
    func again() throws {
        let service = try Service()
        let target = "/api/v1/statistics/sandbags-april"
        let first = try service.get(target)
        #expect(try service.get(target).body == first.body)
        #expect(try service.answer(.head, target)["ETag"] == first["ETag"])
        let other = try service.get(target, ["Accept-Language": "lt"])
        #expect(other["Content-Language"] == "lt")
        #expect(try service.get(target).body == first.body)
        #expect(try service.get(target, ["If-None-Match": try #require(first["ETag"])]).status == 304)
        #expect(try service.answer(.post, target).status == 405)
    }

    @Test(
        "answers from a new snapshot as soon as it is published, whether or not it was woken", arguments: [true, false])
    func publication(isWoken: Bool) throws {
        let snapshot = try Snapshot.load(directory: Service.river.path)
        // The same data, but never on disk: its date is that of its release.
        let application = try Application(Snapshot(snapshot.dataset, digest: "another".utf8), site: Site(.shipped))
        let responder = application.responder()
        let request = try Request(target: "/api/v1/statistics/sandbags-april")
        let before = responder.respond(to: request)
        application.publish(snapshot)
        if isWoken { responder.refresh() }
        let after = responder.respond(to: request, as: Array("a name".utf8))
        #expect(before.fields[.lastModified] != after.fields[.lastModified])
        #expect(before.fields[.lastModified]?.hasSuffix(" 00:00:00 GMT") == true)
        #expect(after.name == Array("a name".utf8))
        #expect(after.route != nil && after.route == before.route)
    }
}
