import Testing

@testable import HTTPCore

@Suite("Body decoder")
struct BodyDecoderTests {
    static let complete: [String] = [
        "0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "A\r\n0123456789\r\n00\r\n\r\n", "1;a=b;c\r\nx\r\n0;d\r\n\r\n",
        "1 \t; a = b\r\nx\r\n0\r\n\r\n", "1;a=\"b;\\\"\tą\\ą\" ;c\r\nx\r\n0; d = \"\"\r\n\r\n",
        "1;a \t;b=c ; d\r\nx\r\n0\r\n\r\n", "00000000000000001\r\nx\r\n\(String(repeating: "0", count: 9_000))\r\n\r\n",
        "1\r\n\r\r\n0\r\nTrailer: yes\r\nOther:\r\n\r\n",
    ]

    static let refused: [Refusal] = [
        Refusal("\r\n", .malformedChunk), Refusal("g\r\n", .malformedChunk), Refusal(" 1\r\nx\r\n", .malformedChunk),
        Refusal("1 \r\nx\r\n", .malformedChunk), Refusal("1 a\r\nx\r\n", .malformedChunk),
        Refusal("-1\r\n", .malformedChunk),
        Refusal("0x1\r\n", .malformedChunk),
        Refusal("1\nx\n", .malformedChunk), Refusal("1\r\nxy\r\n", .malformedChunk),
        Refusal("1\r\nx\n0\r\n", .malformedChunk),
        Refusal("1;\0\r\n", .malformedChunk), Refusal("1;\r\n", .malformedChunk), Refusal("1;=a\r\n", .malformedChunk),
        Refusal("1;a=\r\n", .malformedChunk), Refusal("1;a b\r\n", .malformedChunk),
        Refusal("1;a \r\n", .malformedChunk), Refusal("1;a=b \r\n", .malformedChunk),
        Refusal("1;a=b c\r\n", .malformedChunk), Refusal("1;a==b\r\n", .malformedChunk),
        Refusal("1;a=\"b\r\n", .malformedChunk), Refusal("1;a=\"b\"c\r\n", .malformedChunk),
        Refusal("1;a=\"b\" \r\n", .malformedChunk), Refusal("1;a=\"\\\r\n", .malformedChunk),
        Refusal("1;a=\"\u{7F}\"\r\n", .malformedChunk), Refusal("1;;a\r\n", .malformedChunk),
        Refusal("1;a=b\"c\"\r\n", .malformedChunk), Refusal("1;\"a\"\r\n", .malformedChunk),
        Refusal("1;a=b=c\r\n", .malformedChunk), Refusal("1 ;a:b\r\n", .malformedChunk),
        Refusal("0\r\n: a\r\n", .malformedChunk),
        Refusal("0\r\nA b: c\r\n", .malformedChunk),
        Refusal("0\r\n a\r\n", .malformedChunk), Refusal("0\r\nA: \n\r\n", .malformedChunk),
        Refusal("0\r\n\rX", .malformedChunk),
        Refusal("\(String(repeating: "0", count: 17_000))\r\n", .contentTooLarge),
        Refusal("10001\r\n", .contentTooLarge),
        Refusal("FFFFFFFFFFFFFFFF\r\n", .contentTooLarge),
        Refusal("1;\(String(repeating: "a", count: 17_000))\r\n", .contentTooLarge),
        Refusal("0\r\n\(String(repeating: "A: b\r\n", count: 6_000))\r\n", .contentTooLarge),
    ]

    private func decode(_ bytes: [UInt8], pieces: [Int]) -> BodyDecoder.Result {
        var decoder = BodyDecoder(.chunked, limits: Limits())
        var start = 0
        for end in pieces + [bytes.count] {
            switch decoder.consume(bytes.span.extracting(start..<end)) {
            case .complete(let consumed): return .complete(consumed: start + consumed)
            case .failed(let error): return .failed(error)
            case .needsMore: start = end
            }
        }
        return .needsMore
    }

    @Test("Chunked content ends where it ends, however it is split", arguments: complete)
    func chunked(wire: String) {
        let bytes = Array("\(wire)GET".utf8)
        let end = BodyDecoder.Result.complete(consumed: wire.utf8.count)
        #expect(decode(bytes, pieces: []) == end)
        for split in 0...bytes.count { #expect(decode(bytes, pieces: [split]) == end) }
        #expect(decode(bytes, pieces: Array(0..<bytes.count)) == end)
        #expect(decode(Array(wire.utf8.dropLast()), pieces: []) == .needsMore)
    }

    @Test("Malformed and oversized chunks are refused, however they are split", arguments: refused)
    func refusals(refusal: Refusal) {
        let bytes = Array(refusal.wire.utf8)
        #expect(decode(bytes, pieces: []) == .failed(refusal.error))
        #expect(decode(bytes, pieces: Array(0..<bytes.count)) == .failed(refusal.error))
    }

    @Test("Chunks add up to the limit and not beyond")
    func total() {
        let chunk = "8000\r\n\(String(repeating: "x", count: 0x8000))\r\n"
        #expect(decode(Array("\(chunk)\(chunk)1\r\n".utf8), pieces: []) == .failed(.contentTooLarge))
        let whole = "\(chunk)\(chunk)0\r\n\r\n"
        #expect(decode(Array(whole.utf8), pieces: []) == .complete(consumed: whole.utf8.count))
    }

    @Test("Counted content leaves what follows", arguments: [0, 1, 5])
    func counted(length: Int) {
        let bytes = Array("hello".utf8)
        var decoder = BodyDecoder(.length(length), limits: Limits())
        #expect(decoder.consume(bytes.span) == .complete(consumed: length))
        var longer = BodyDecoder(.length(7), limits: Limits())
        #expect(longer.consume(bytes.span) == .needsMore)
        #expect(longer.consume(bytes.span) == .complete(consumed: 2))
    }
}
