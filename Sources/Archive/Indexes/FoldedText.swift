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
        var folded = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case ..<0x80: folded.unicodeScalars.append(scalar)
            case 0xC0...0x17F: folded.unicodeScalars.append(base(of: scalar))
            default:
                if scalar.properties.generalCategory != .nonspacingMark {
                    folded += scalar.properties.lowercaseMapping
                }
            }
        }
        return folded
    }

    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let index = Int(scalar.value) - 0xC0
        return latin.indices.contains(index) ? latin[index] : scalar
    }

    /// The runs of letters and digits, folded.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in fold(text).unicodeScalars {
            if scalar.isWordPart {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x61...0x7A: true
        case ..<0x80: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}
