import HTTPCore
import Testing

@testable import Server

@Suite("The name of a request")
struct RequestIdentifierTests {
    /// The name of the first request of loop 3 that gives these.
    private func name(given names: [String]) throws -> String {
        var fields = Fields()
        for name in names { fields.append(.requestId, name) }
        var identifier = RequestIdentifier(loop: 3)
        return String(decoding: identifier.name(try Request(target: "/", fields: fields)), as: UTF8.self)
    }

    @Test(
        "is the client's own where it is fit to be written anywhere",
        arguments: ["a", "0af7-6519", "Az09-._~+/=:", String(repeating: "a", count: 128)])
    func given(name: String) throws {
        #expect(try self.name(given: [name]) == name)
    }

    @Test(
        "is ours where the client gives none, more than one, or one that is more than text to somebody",
        arguments: [
            [], [""], ["a b"], ["a\"b"], ["a'"], ["a;b"], ["a$b"], ["a\\b"], ["<a>"], ["é"], ["a,b"], ["a\tb"],
            ["a", "b"],
            [String(repeating: "a", count: 129)],
        ])
    func unfit(names: [String]) throws {
        let name = try name(given: names)
        #expect(name.wholeMatch(of: #/[0-9a-f]{8}-3-1/#) != nil, "\(name)")
    }

    @Test("counts in hexadecimal digits, and grows by one where they are used up")
    func counting() {
        var identifier = RequestIdentifier(loop: 0)
        let numbers = (1...70_000).map { _ in
            String(decoding: identifier.name(), as: UTF8.self).split(separator: "-").last.map(String.init)
        }
        #expect(numbers == (1...70_000).map { String($0, radix: 16) })
    }

    @Test("begins alike in all loops of a process, and is no other loop's")
    func loops() {
        var identifiers = [RequestIdentifier(loop: 0), RequestIdentifier(loop: 1)]
        let names = identifiers.indices.map { String(decoding: identifiers[$0].name(), as: UTF8.self) }
        #expect(names[0].prefix(9) == names[1].prefix(9))
        #expect(names[0] != names[1])
    }
}
