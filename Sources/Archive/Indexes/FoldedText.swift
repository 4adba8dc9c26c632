/// Text without case and diacritics, for search and for sorting: `Žemaičių` is `zemaiciu`.
///
/// Latin letters up to U+017F lose their marks by a table, and combining marks are dropped everywhere. Foundation's own
/// folding is no part of FoundationEssentials, and without it a server starts sooner and stays smaller.
enum FoldedText {
    /// The base letters of U+00C0…U+017F, in their order; a letter without one stands for itself.
    private static let latin = Array(
        ("aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸlllllll"
            + "lllnnnnnnnŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").unicodeScalars)

    static func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        fold(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the folded text as UTF-8.
    static func fold(_ text: String, into bytes: inout [UInt8]) {
        each(of: text) { bytes.append($0) }
    }

    /// The runs of letters and digits, folded.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        eachWord(of: text) { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    /// The same as UTF-8, one after the other.
    static func eachWord(of text: String, _ body: ([UInt8]) -> Void) {
        var word: [UInt8] = []
        each(of: text) { scalar in
            if scalar.isWordPart {
                word.append(scalar)
            } else if !word.isEmpty {
                body(word)
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { body(word) }
    }

    /// Gives the folded scalars one by one. Most of a text is ASCII, which needs no decoding.
    @inline(__always)
    private static func each(of text: String, _ body: (Unicode.Scalar) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    body(Unicode.Scalar(byte &- 0x41 < 26 ? byte | 0x20 : byte))
                    index += 1
                } else {
                    let (scalar, length) = decode(bytes, at: index)
                    folded(scalar, body)
                    index += length
                }
            }
        }
    }

    /// The scalar of more than one byte that begins there, and how many it has; a string is always valid UTF-8.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[index]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
        for next in index + 1..<min(index + length, bytes.count) { value = value << 6 | UInt32(bytes[next]) & 0x3F }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private static func folded(_ scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
        if (0xC0...0x17F).contains(scalar.value) {
            body(base(of: scalar))
        } else if scalar.properties.generalCategory != .nonspacingMark {
            scalar.properties.lowercaseMapping.unicodeScalars.forEach(body)
        }
    }

    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let index = Int(scalar.value) - 0xC0
        return latin.indices.contains(index) ? latin[index] : scalar
    }
}

extension [UInt8] {
    /// Adds the scalar as UTF-8.
    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is part of a word, once folded.
    var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x61...0x7A: true
        case ..<0x80: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}
