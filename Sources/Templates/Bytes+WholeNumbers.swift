import Foundations

extension [UInt8] {
    /// Appends a text, escaped. No line ends between a number and the word that it counts or that says what it is: “24 100”,
    /// “7 pastraipa”, “1945 m.”, “4-oji divizija”, “p. 212”, “Article 45”.
    mutating func append(escapingWithWholeNumbers text: String) {
        var text = text
        text.withUTF8 { bytes in
            let digit = bytes.span.firstDigit(in: 0..<bytes.count)
            var start = 0
            // Each of them has a digit, and most texts have none. The word before the first one may stay with it.
            let word = digit < bytes.count ? bytes.startOfWord(before: digit) : bytes.count
            var token = digit < bytes.count ? bytes.startOfWord(before: word - 1) : word
            for place in token..<bytes.count where bytes[place] == UInt8(ascii: " ") {
                let isBesideDigit =
                    bytes[token].isDigit || bytes[token..<place].last?.isDigit == true
                    || bytes[(place + 1)...].first?.isDigit == true
                if isBesideDigit, bytes[token..<place].staysBefore(bytes[(place + 1)...]) {
                    append(escapingMarkup: UnsafeBufferPointer(rebasing: bytes[start..<place]))
                    append("&nbsp;")
                    start = place + 1
                }
                token = place + 1
            }
            append(escapingMarkup: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns where the word begins in which a place is, or at which it ends.
    fileprivate func startOfWord(before place: Int) -> Int {
        var start = Swift.max(0, place)
        while start > 0, self[start - 1] != UInt8(ascii: " ") { start -= 1 }
        return start
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// The longest word that stays with the number before it, in bytes.
    private static let longestWord = 12

    /// Whether the word that it begins with is short enough for a line to go on.
    private var beginsShort: Bool {
        prefix(Self.longestWord + 1).prefix { $0.isOfWord }.count <= Self.longestWord
    }

    /// Whether these bytes, from one space to the next, stay on a line with what follows.
    fileprivate func staysBefore(_ rest: Self) -> Bool {
        guard let last, let next = rest.first else { return false }
        if next.isDigit {
            if last.isDigit { return rest.isGroup }
            return isAbbreviation || isParagraphSign || (isShortWord && rest.isShortNumber)
        }
        guard next.isOfWord, rest.beginsShort else { return false }
        return last.isDigit || isOrdinal
    }

    /// Whether these are three digits, as between two separators of thousands, and no more.
    private var isGroup: Bool {
        prefix(3).count == 3 && prefix(3).allSatisfy { $0.isDigit } && dropFirst(3).first?.isDigit != true
    }

    /// Whether it is a short word, perhaps behind a bracket or a quotation mark.
    private var isShortWord: Bool {
        let word = drop { !$0.isOfWord || 0x80..<0xC0 ~= $0 }
        // Two signs of arithmetic begin as letters do: × and ÷.
        let isSign = word.first == 0xC3 && word.count == 2 && (word.last == 0x97 || word.last == 0xB7)
        return !word.isEmpty && !isSign && count <= 12 && word.allSatisfy { $0.isOfWord }
    }

    /// Whether these are one to three digits that are a number by themselves.
    private var isShortNumber: Bool {
        let behind = drop { $0.isDigit }
        guard (1...3).contains(count - behind.count), let end = behind.first else {
            return behind.isEmpty && count <= 3
        }
        if end == UInt8(ascii: ",") || end == UInt8(ascii: ".") { return behind.dropFirst().first?.isDigit != true }
        // No-break space, and en dash.
        let isLonger = end == 0xC2 || behind.starts(with: [0xE2, 0x80, 0x93])
        return !end.isOfWord && end != UInt8(ascii: "-") && !isLonger
    }

    /// Whether it is ¶.
    private var isParagraphSign: Bool { first == 0xC2 && last == 0xB6 && count == 2 }

    /// Whether it is a short word with a full stop: `p.`, `Nr.`
    private var isAbbreviation: Bool {
        (2...4).contains(count) && last == UInt8(ascii: ".") && dropLast().allSatisfy { $0.isOfWord }
    }

    /// Whether it is a number with an ending: `4th`, `137-asis`.
    private var isOrdinal: Bool {
        let ending = drop { $0.isDigit }
        guard ending.count < count, count <= 10 else { return false }
        let letters = ending.first == UInt8(ascii: "-") ? ending.dropFirst() : ending
        return !letters.isEmpty && letters.allSatisfy { $0.isOfWord }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether the byte is an ASCII letter or of one of the letters beyond ASCII, as the dash and the no-break space are not.
    fileprivate var isOfWord: Bool { (self | 0x20) &- 0x61 < 26 || (self >= 0x80 && self != 0xE2 && self != 0xC2) }
}
