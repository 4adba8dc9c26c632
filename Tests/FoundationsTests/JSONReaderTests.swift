import TestSupport
import Testing

@testable import Foundations

@Suite("JSON reader")
struct JSONReaderTests {
    @Test(
        "Reads what RFC 8259 allows",
        arguments: [
            (" null\n", JSON.null), ("true", .bool(true)), ("\tfalse\r\n", .bool(false)), ("\"\"", .string("")),
            ("0", .number("0")), ("-0", .number("-0")), ("52000.00", .number("52000.00")), ("1e400", .number("1e400")),
            ("1.5E+2", .number("1.5E+2")), ("12345678901234567890", .number("12345678901234567890")),
            ("[]", .array([])), ("[1, [2]]", .array([.number("1"), .array([.number("2")])])), ("{}", .object([])),
            (
                #"{"b": 1, "a": null}"#,
                .object([.init(name: "b", value: .number("1")), .init(name: "a", value: .null)])
            ),
            (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{c}\n\r\t")), (#""\u017Daizdas""#, .string("Žaizdas")),
            (#""\ud83D\uDE00!""#, .string("😀!")), (#""a\u0000b""#, .string("a\0b")), ("\"ąčę 😀\"", .string("ąčę 😀")),
            ("\"a\u{FFFD}\"", .string("a\u{FFFD}")),
            (#""\u0105\u0107-""#, .string("ąć-")), ("\"\u{7F}\"", .string("\u{7F}")),
        ])
    func reads(text: String, value: JSON) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == value)
    }

    @Test(
        "Refuses everything else, and tells where",
        arguments: [
            ("", JSONError.Reason.value, 1, 1), ("  ", .value, 1, 3), ("nul", .value, 1, 1), ("True", .value, 1, 1),
            ("null null", .end, 1, 6), ("[1,]", .value, 1, 4), ("[1 2]", .punctuation, 1, 4),
            ("[1", .punctuation, 1, 3), ("[", .value, 1, 2), ("]", .value, 1, 1), ("{\"a\" 1}", .colon, 1, 6),
            ("{\"a\"", .colon, 1, 5), ("{\"a\":}", .value, 1, 6), ("{\"a\":1,}", .name, 1, 8), ("{a:1}", .name, 1, 2),
            ("{", .name, 1, 2), ("{\"a\":1", .punctuation, 1, 7), ("{\"a\":1,\n \"a\":2}", .duplicateName, 2, 2),
            ("{\"a\":1, \"\\u0061\":2}", .duplicateName, 1, 9), ("01", .end, 1, 2), ("-", .numeral, 1, 2),
            ("+1", .value, 1, 1), (".5", .value, 1, 1), ("5.", .numeral, 1, 3), ("1e", .numeral, 1, 3),
            ("1e+", .numeral, 1, 4), ("NaN", .value, 1, 1), ("-Infinity", .numeral, 1, 2), ("0x10", .end, 1, 2),
            ("'a'", .value, 1, 1), ("\"a", .quotationMark, 1, 3), ("\"a\nb\"", .controlCharacter, 1, 3),
            ("\"\t\"", .controlCharacter, 1, 2), ("\"ą\\x\"", .escape, 1, 3), ("\"\\", .escape, 1, 2),
            ("\"\\u12\"", .escape, 1, 2), ("\"\\u12G4\"", .escape, 1, 2), ("\"\\ud800\"", .escape, 1, 2),
            ("\"\\udc00\"", .escape, 1, 2), ("\"\\ud800\\u0041\"", .escape, 1, 2), ("\"\\ud800\\", .escape, 1, 2),
            ("\u{FEFF}{}", .byteOrderMark, 1, 1), ("// x\n1", .value, 1, 1), ("\u{A0}1", .value, 1, 1),
            ("{\n  \"ąč\": tru\n}", .value, 2, 9),
        ])
    func refuses(text: String, reason: JSONError.Reason, line: Int, column: Int) throws {
        let error = try #require(#expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) })
        #expect(error.reason == reason)
        #expect([error.position.line, error.position.column] == [line, column])
    }

    @Test(
        "Says what stands there instead, by its name where people write it and JSON does not have it",
        arguments: [
            ("[1,]", "a comma before it that nothing follows"),
            ("{\"a\":1,\n}", "a comma before it that nothing follows"),
            ("// x\n1", "a comment, which JSON does not have"), ("[1, # x\n2]", "a comment, which JSON does not have"),
            ("[1 /* x */]", "a comment, which JSON does not have"), ("{'a': 1}", "a single quotation mark"),
            ("{„a“: 1}", "„, a quotation mark of prose"), ("[\"a\n\"]", "the end of the line in a text"),
            ("[True]", "“True”"), ("[NaN]", "“NaN”"), ("[-Infinity]", "“Infinity”"), ("{\"a\"", "the end of the file"),
            ("", "the end of the file"), ("{\"a\":1, \"a\":2}", "\"a\""), ("\u{FEFF}{}", "one"),
            ("[\u{7}]", "the byte 0x07"),
            ("[1 2]", "“2”"), ("[;]", "“;”"),
        ])
    func found(text: String, found: String) throws {
        let error = try #require(#expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) })
        #expect(error.found == found)
    }

    @Test("Names UTF-16, with its mark and without, and bytes of no UTF-8")
    func encodings() throws {
        let texts: [([UInt8], String)] = [
            ([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x7B], "UTF-16"),
            ([0x7B, 0, 0x7D, 0], "UTF-16"),
            ([0, 0x7B, 0, 0x7D], "UTF-16"), ([0x22, 0xE0, 0x22], "bytes that are no UTF-8"),
        ]
        for (bytes, found) in texts {
            let error = try #require(#expect(throws: JSONError.self) { try JSONReader.read(bytes) })
            #expect(error.found == found, "\(bytes)")
        }
    }

    @Test("An array or object takes no more memory than its elements need", arguments: [1, 2, 3, 5, 9, 33])
    func memory(count: Int) throws {
        let members = (0..<count).map { "\"m\($0)\": [\($0)]" }.joined(separator: ",")
        let elements = (0..<count).map { _ in "{\(members)}" }.joined(separator: ",")
        guard case .array(let array) = try JSONReader.read(Array("[\(elements)]".utf8)),
            case .object(let object) = try #require(array.last)
        else {
            Issue.record("no array of objects")
            return
        }
        #expect([array.count, object.count] == [count, count])
        #expect(array.capacity <= count + 1)
        #expect(object.capacity <= count + 1)
        #expect(object.last == JSON.Member(name: "m\(count - 1)", value: .array([.number("\(count - 1)")])))
    }

    @Test(
        "Refuses strings that are no UTF-8",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC4], [0x80],
            // As long as the character that would replace it.
            [0xF0, 0x90, 0x80],
        ] as [[UInt8]])
    func encoding(bytes: [UInt8]) throws {
        for text in [[0x22] + bytes + [0x22], [0x22, 0x5C, 0x6E] + bytes + [0x22]] as [[UInt8]] {
            let error = try #require(#expect(throws: JSONError.self) { try JSONReader.read(text) })
            #expect(error.reason == .encoding)
        }
    }

    @Test("Nesting of 64 levels is read and of 65 refused, of either kind")
    func depth() throws {
        for (open, inner, close) in [("[", "", "]"), ("{\"a\":", "1", "}")] {
            let text = { (depth: Int) in
                Array((String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)).utf8)
            }
            _ = try JSONReader.read(text(64))
            let error = try #require(#expect(throws: JSONError.self) { try JSONReader.read(text(65)) })
            #expect(error.reason == .depth)
        }
        #expect(throws: JSONError.self) { try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
    }

    @Test("A name is found twice in a long object too, and a long one without repeats is read")
    func longObjects() throws {
        let members = (0..<100).map { "\"m\($0)\": \($0)" }.joined(separator: ",")
        #expect(try JSONReader.read(Array("{\(members)}".utf8))["m99"] == .number("99"))
        for name in ["m0", "m15", "m16", "m99"] {
            let error = try #require(
                #expect(throws: JSONError.self) { try JSONReader.read(Array("{\(members),\"\(name)\":1}".utf8)) })
            #expect(error.reason == .duplicateName)
        }
    }

    @Test("Any bytes at all are read or refused, and never trap")
    func anyBytes() {
        var random = SeededGenerator(seed: 8259)
        let alphabet = Array("{}[]\",:\\u0019aeE+-. \n\ntrue".utf8) + [0xC4, 0x85, 0xFF, 0x00, 0xEF, 0xBB, 0xBF]
        var read = 0
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            if (try? JSONReader.read(bytes)) != nil { read += 1 }
        }
        #expect(read > 100)
    }

    @Test("What was read and written again reads the same")
    func roundTrip() throws {
        for text in SmallDataset().files.values {
            let value = try JSONReader.read(Array(text.utf8))
            #expect(try JSONReader.read(Array(value.text.utf8)) == value)
        }
    }
}
