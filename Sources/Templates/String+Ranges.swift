extension String {
    /// The text with its ranges, such as 62,500–63,499, each on one line: behind a dash between digits, where a browser would
    /// break the line, stands a word joiner.
    var withWholeRanges: String {
        guard utf8.contains(0xE2) else { return self }
        var joined = String.UnicodeScalarView()
        // What stands before, as far as it can be a digit and a dash.
        var (before, last): (Unicode.Scalar?, Unicode.Scalar?) = (nil, nil)
        for scalar in unicodeScalars {
            if last == "–", before?.isDigit == true, scalar.isDigit { joined.append("\u{2060}") }
            joined.append(scalar)
            (before, last) = (last, scalar)
        }
        return String(joined)
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
