import API
import Description
import Archive
import Foundation
@testable import HTTPCore
import Wording

/// The dataset that comes with Akistata; the fuzzer runs at the top of the repository.
/// `nonisolated(unsafe)`: the fuzzer calls from one thread alone.
nonisolated(unsafe) private let responder = try? Application(
    Snapshot.load(directory: "Resources/datasets/lithuania-1944-1945"),
    site: Site(Catalogue(in: URL(filePath: "Resources/web/words")), description: Descriptions()),
    metrics: { "# none\n" }
).responder()

/// The first line of the input is a request target, each further one a field line. The answer is the same whenever it
/// is asked for, and well-formed: nothing that a target or a field says traps or is answered with 5xx.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard let responder else { preconditionFailure("the dataset does not load") }
    var lines = UnsafeBufferPointer(start: start, count: count).split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = Array("GET ".utf8) + Array(lines.removeFirst()) + Array(" HTTP/1.1\r\nHost: a\r\n".utf8)
    let wire = line + lines.flatMap { Array($0) + [0x0D, 0x0A] } + [0x0D, 0x0A]
    var parser = RequestParser(limits: Limits())
    guard case .request(let head) = parser.parse(wire.span) else { return 0 }
    let request = Request(buffer: wire, base: 0, head: head)
    let answer = responder.respond(to: request)
    precondition((200..<500).contains(answer.status.code), "an unexpected status")
    precondition(answer.body.count == answer.body.bytes.count, "a body of another length than it says")
    precondition(
        (answer.body.count == 0) == (answer.fields[.contentType] == nil), "a body without a type, or a type alone")
    if !request.path.hasPrefix("/metrics") {
        let again = responder.respond(to: request)
        precondition(again.body.bytes == answer.body.bytes && again.fields == answer.fields, "another answer")
    }
    return 0
}
