import Foundations
import Testing

@testable import HTTPCore

@Suite("Bytes")
struct BytesTests {
    /// Each byte alone at each place of a run of letters, so that blocks and what is left of them are both reached.
    private static let lengths = [0, 1, 7, 8, 9, 15, 16, 17, 24]

    @Test("A search by blocks finds what a search by bytes finds", arguments: lengths)
    func search(length: Int) {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<max(1, length) {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                if place < length { bytes[place] = byte }
                for start in [0, min(3, length)] {
                    let (span, range) = (bytes.span, start..<length)
                    let rest = bytes[range]
                    let agrees =
                        span.firstIndex(of: byte, in: range) == rest.firstIndex(of: byte)
                        && span.firstForbiddenControl(in: range)
                            == rest.firstIndex { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F } ?? length
                        && span.firstInvisible(in: range)
                            == rest.firstIndex { !(0x21...0x7E).contains($0) } ?? length
                    if !agrees { Issue.record("\(byte) at \(place), from \(start)") }
                }
            }
        }
    }

    @Test("A search finds the first of several, and a neighbour in the same block hides nothing")
    func several() {
        let bytes = Array("a\u{1}b\tc\u{7F}d e".utf8)
        #expect(bytes.span.firstForbiddenControl(in: 0..<9) == 1)
        #expect(bytes.span.firstForbiddenControl(in: 2..<9) == 5)
        #expect(bytes.span.firstForbiddenControl(in: 6..<9) == 9)
        #expect(bytes.span.firstIndex(of: 0x02, in: 0..<9) == nil)
    }

    @Test(
        "A number is written in full",
        arguments: [0, 7, 9, 10, 99, 100, 65_535, 1_000_000, 9_999_999_999, .max] as [UInt64])
    func decimals(number: UInt64) {
        var bytes = Array("n=".utf8)
        bytes.append(decimal: number)
        #expect(String(decoding: bytes, as: UTF8.self) == "n=\(number)")
    }

    @Test(
        "Requests have the same key only where target and named lines are the same",
        arguments: [
            ("/a", [], true), ("/a", [(FieldName.userAgent, "x")], true), ("/b", [], false),
            ("/a", [(.accept, "")], false), ("/a", [(.accept, "x")], false),
            ("/a", [(.accept, "x"), (.acceptLanguage, "y")], false),
        ] as [(String, [(FieldName, String)], Bool)])
    func keys(target: String, lines: [(FieldName, String)], isPlain: Bool) throws {
        #expect(try (key(target, lines) == key("/a", [])) == isPlain)
    }

    @Test("A key tells apart which line a value stands in, and where it ends")
    func keyBoundaries() throws {
        let keys = try [
            key("/a", [(.accept, "xy")]), key("/a", [(.acceptLanguage, "xy")]),
            key("/a", [(.accept, "x"), (.acceptLanguage, "y")]), key("/a", [(.accept, "x"), (.accept, "y")]),
            key("/ax", [(.accept, "y")]),
        ]
        #expect(Set(keys).count == keys.count)
    }

    private func key(_ target: String, _ lines: [(FieldName, String)]) throws -> [UInt8] {
        var fields = Fields()
        for (name, value) in lines { fields.append(name, value) }
        var key: [UInt8] = []
        try Request(target: target, fields: fields).appendKey(
            of: FieldNames([.accept, .acceptLanguage]), to: &key)
        return key
    }
}
