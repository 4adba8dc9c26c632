import Foundations
import Testing

@Suite("Escaping what a terminal obeys")
struct ControlEscapeTests {
    /// By the Unicode Character Database, and not by our own list.
    private static let controlling = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
        let isControl = [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        return isControl || scalar.properties.isBidiControl
    }

    @Test("Every control, separator and bidi mark is escaped, and nothing else is")
    func all() {
        #expect(ControlEscapeTests.controlling.count == 65 + 2 + 12)
        for scalar in ControlEscapeTests.controlling {
            #expect("a\(scalar)ž".escapingControls == "a\\u{\(String(scalar.value, radix: 16, uppercase: true))}ž")
        }
        let escaped = Set(ControlEscapeTests.controlling)
        let rest = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { !escaped.contains($0) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: rest)
        #expect(String(text).escapingControls.unicodeScalars.elementsEqual(rest))
    }

    @Test("In JSON each is an escape of four digits")
    func json() {
        for scalar in ControlEscapeTests.controlling {
            var bytes: [UInt8] = []
            bytes.append(Array("\"\(scalar)\"".utf8).span, escapingControls: .json)
            let digits = String(scalar.value, radix: 16)
            #expect(String(decoding: bytes, as: UTF8.self) == "\"\\u\("0000".dropFirst(digits.count))\(digits)\"")
        }
    }

    @Test("What is no UTF-8 is replaced", arguments: [[0x9B], [0xC2], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xFF]])
    func malformed(bytes: [UInt8]) {
        var escaped: [UInt8] = []
        escaped.append((Array("a".utf8) + bytes).span, escapingControls: .braced)
        let text = String(decoding: escaped, as: UTF8.self)
        #expect(text.utf8.elementsEqual(escaped))
        #expect(text.hasPrefix("a\u{FFFD}"))
    }
}
