/// The number of terminal cells that a text takes.
package enum TextWidth {
    /// Returns the width: 2 for East Asian wide and fullwidth characters (UAX #11) and emoji, 0 for combining marks.
    package static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + width(of: $1) }
    }

    /// Returns the sum of the widths of a cluster's parts, except those that are drawn into the preceding one.
    private static func width(of character: Character) -> Int {
        var total = 0
        var previous: Unicode.Scalar?
        for scalar in character.unicodeScalars {
            defer { previous = scalar }
            if let previous, isDrawnInto(scalar, previous) { continue }
            // The emoji variation selector turns a narrow character into an image.
            total = scalar == "\u{FE0F}" && total == 1 ? 2 : total + width(of: scalar)
        }
        return total
    }

    /// Returns whether a scalar is a skin tone, the second half of a flag, or follows a zero width joiner.
    private static func isDrawnInto(_ scalar: Unicode.Scalar, _ previous: Unicode.Scalar) -> Bool {
        if scalar.properties.isEmojiModifier || previous == "\u{200D}" { return true }
        let flags: ClosedRange<Unicode.Scalar> = "\u{1F1E6}"..."\u{1F1FF}"
        return flags.contains(scalar) && flags.contains(previous)
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2FF: return 1
        // The vowels and finals of Hangul are drawn in the block of their initial.
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The blocks that UAX #11 defines as wide or fullwidth, including unassigned code points between them.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x16FF6, 0x17000...0x191D2, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265,
        0x20000...0x3FFFD,
    ]
}
