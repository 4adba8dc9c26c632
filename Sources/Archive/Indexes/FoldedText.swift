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
        bytes.reserveCapacity(text.utf8.count)
        each(of: text) { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The runs of letters and digits, folded.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        let end = {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        each(of: text) { scalar in
            if scalar.isWordPart { word.append(scalar) } else { end() }
        }
        end()
        return words
    }

    /// Gives the folded scalars one by one: a text of bytes grows faster than one of scalars.
    @inline(__always)
    private static func each(of text: String, _ body: (Unicode.Scalar) -> Void) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: body(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20))
            case ..<0x80: body(scalar)
            case 0xC0...0x17F: body(base(of: scalar))
            default:
                if scalar.properties.generalCategory != .nonspacingMark {
                    scalar.properties.lowercaseMapping.unicodeScalars.forEach(body)
                }
            }
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
