package import Evidence

/// Which scripts are written from right to left, and which languages are written in one of them where their tag does not
/// name a script: facts of Unicode and CLDR, read from `scripts.json`.
package struct Scripts: Hashable, Sendable {
    /// The scripts by their ISO 15924 codes.
    private let scripts: Set<String>
    private let languages: Set<String>

    /// Creates the facts from the languages of each script; there may be none.
    package init(rightToLeft languages: [String: [String]]) {
        scripts = Set(languages.keys)
        self.languages = Set(languages.values.joined())
    }

    /// The facts where none are known.
    static let none = Scripts(rightToLeft: [:])

    /// Whether texts in a language are written from right to left.
    package func isRightToLeft(_ tag: LanguageTag) -> Bool {
        guard tag.rawValue.utf8.contains(UInt8(ascii: "-")) else { return languages.contains(tag.rawValue) }
        let parts = tag.rawValue.split(separator: "-")
        // What follows a subtag of one letter is no script (RFC 5646 section 2.2.6).
        let script = parts.dropFirst().prefix { $0.count > 1 }.first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
        return script.map { scripts.contains($0.capitalized) } ?? parts.first.map { languages.contains(String($0)) }
            ?? false
    }

    /// Whether a text is to be written from right to left: as its language is, unless it is in fact in another one that
    /// runs the other way, as far as its letters tell.
    package func isRightToLeft(_ text: String, in tag: LanguageTag) -> Bool {
        let isOfLanguage = isRightToLeft(tag)
        if !isOfLanguage, !text.mayHaveRightToLeft { return false }
        var (right, left) = (0, 0)
        for scalar in text.unicodeScalars {
            if scalar.isRightToLeft { right += 1 } else if scalar.isLetterLeftToRight { left += 1 }
        }
        return isOfLanguage ? right > 0 || left == 0 : right > left
    }
}

extension Substring {
    /// The text with a first capital, as ISO 15924 writes scripts.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}

extension Unicode.Scalar {
    /// Whether the scalar is in a block of letters from right to left (Bidi_Class R or AL).
    var isRightToLeft: Bool {
        switch value {
        case 0x5BE...0x8FF: properties.isAlphabetic && properties.generalCategory != .nonspacingMark
        case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    fileprivate var isLetterLeftToRight: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
        case ..<0x250: false
        default: properties.isAlphabetic
        }
    }
}
