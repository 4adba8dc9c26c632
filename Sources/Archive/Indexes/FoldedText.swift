/// Text without case and diacritics, for searching and sorting: `Žemaičių` becomes `zemaiciu`.
///
/// Latin letters up to U+017F lose their diacritics by a table, those of other alphabets by ``FoldedLetters``, and
/// combining marks are removed everywhere; digits of all scripts are those from 0 to 9.
/// Foundation's own folding is not part of FoundationEssentials; without it a server starts faster and stays smaller.
enum FoldedText {
    /// The base letters of U+00C0…U+017F in order. A letter without one stands for itself.
    private static let latin = Array(
        ("aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸlllllll"
            + "lllnnnnnnnŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").unicodeScalars)

    static func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        fold(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the folded text in UTF-8.
    static func fold(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { text in
            var index = 0
            while index < text.count {
                let byte = text[index]
                if byte < 0x80 {
                    bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                    index += 1
                } else {
                    let (scalar, size) = decode(text, at: index)
                    if let folded = folded(scalar) { bytes.append(folded) }
                    index += size
                }
            }
        }
    }

    /// Returns the folded words: runs of letters and digits, and each letter of a script that has no spaces.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        eachWord(of: text) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// Passes each folded word to `body` in UTF-8, valid only during the call, with its range in the text in UTF-16
    /// code units. Most texts are ASCII, which needs no decoding.
    static func eachWord(of text: String, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            // ASCII folds to one byte, and any longer character to one scalar of at most four bytes, so the words fit.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * bytes.count) { folded in
                // The position reached, in bytes and in code units.
                var (index, offset) = (0, 0)
                // The start of the current word, and its length in bytes.
                var (start, length) = (0, 0)
                while index < bytes.count {
                    if length == 0 { start = offset }
                    let first = index
                    while index < bytes.count, bytes[index].isWordPart {
                        // Digits already have the bit that turns letters into lower case.
                        folded[length] = bytes[index] | 0x20
                        length &+= 1
                        index &+= 1
                    }
                    offset &+= index &- first
                    guard index < bytes.count else { break }
                    var (isEnd, isWhole, size, width) = (true, false, 1, 1)
                    if bytes[index] >= 0x80 {
                        let scalar: Unicode.Scalar
                        (scalar, size) = decode(bytes, at: index)
                        width = UTF16.width(scalar)
                        // A combining mark folds to nothing and belongs to the letter before it.
                        let part = FoldedText.folded(scalar)
                        isEnd = part.map { !$0.isWordPart } ?? false
                        if !isEnd, let part {
                            isWhole = part.isWord
                            if isWhole, length > 0 {
                                body(UnsafeBufferPointer(rebasing: folded[..<length]), start..<offset)
                                (start, length) = (offset, 0)
                            }
                            for byte in UTF8.encode(part) ?? UTF8.encodedReplacementCharacter {
                                folded[length] = byte
                                length &+= 1
                            }
                        }
                    } else if length > 0, bytes.isHebrewAbbreviation(at: index) {
                        isEnd = false
                    }
                    index &+= size
                    if isWhole {
                        // Its marks belong to it.
                        offset &+= width
                        width = 0
                        while index < bytes.count, bytes[index] >= 0x80 {
                            let (mark, size) = decode(bytes, at: index)
                            guard FoldedText.folded(mark) == nil else { break }
                            index &+= size
                            offset &+= UTF16.width(mark)
                        }
                    }
                    if isEnd || isWhole, length > 0 {
                        body(UnsafeBufferPointer(rebasing: folded[..<length]), start..<offset)
                        length = 0
                    }
                    offset &+= width
                }
                if length > 0 { body(UnsafeBufferPointer(rebasing: folded[..<length]), start..<offset) }
            }
        }
    }

    /// Decodes the multi-byte scalar at `index`, and returns it with its length in bytes. A string is always valid
    /// UTF-8.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[index]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
        for next in index + 1..<min(index + length, bytes.count) { value = value << 6 | UInt32(bytes[next]) & 0x3F }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Returns the folded scalar; nil for a combining mark. What no table has is looked up in
    /// `Unicode.Scalar.Properties`.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xC0...0x17F: base(of: scalar)
        // Symbols and punctuation have no case.
        case ..<0xC0, 0x2000...0x206F: scalar
        case FoldedLetters.scalars: FoldedLetters.all.folded(scalar)
        // Han and Hangul neither.
        case 0x3400...0x9FFF, 0xAC00...0xD7A3: scalar
        default:
            // The signs for ångström and kelvin are letters of the tables.
            scalar.withoutCase.flatMap { $0 != scalar && $0.value < 0x2000 ? folded($0) : $0 }
        }
    }

    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let index = Int(scalar.value) - 0xC0
        return latin.indices.contains(index) ? latin[index] : scalar
    }
}

extension UInt8 {
    /// Whether this is an ASCII letter or digit.
    fileprivate var isWordPart: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the byte at `index` is the quotation mark of ASCII between two Hebrew letters, where people type it for
    /// the gershayim of an abbreviation.
    fileprivate func isHebrewAbbreviation(at index: Int) -> Bool {
        self[index] == UInt8(ascii: "\"") && index >= 2 && index + 1 < count
            && self[index - 2].isHebrewLead && self[index + 1].isHebrewLead
    }
}

extension UInt8 {
    /// Whether a letter of Hebrew, from U+05D0, begins with this byte in UTF-8.
    fileprivate var isHebrewLead: Bool { self == 0xD7 }
}

extension [UInt8] {
    /// Appends the scalar in UTF-8.
    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar, once folded, is part of a word.
    var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F, 0x400...0x45F: true
        case ..<0x80, 0xD7, 0xF7, 0x2000...0x206F: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}
