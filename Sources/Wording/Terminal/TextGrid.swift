import Foundations

/// Rows under headings, aligned for a terminal.
package struct TextGrid {
    /// The properties of a column.
    package struct Column {
        /// The heading; empty for none.
        package let heading: String
        /// Whether the column is aligned right, as numbers are.
        package let isRight: Bool
        /// Whether its cells are never broken into lines.
        package let isWhole: Bool

        package init(_ heading: String = "", isRight: Bool = false, isWhole: Bool = false) {
            self.heading = heading
            self.isRight = isRight
            self.isWhole = isWhole
        }
    }

    private static let gap = "  "
    /// The minimum width of the last column.
    private static let lastWidth = 20

    private let columns: [Column]
    private let rows: [[String]]

    /// Creates a grid. Each row has one cell for every column.
    package init(_ columns: [Column], _ rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Returns the lines of the grid, which fit in `width` if the words allow it: the widest columns are wrapped first.
    /// Headings are left out if no column has one.
    package func lines(width: Int = TextLines.width) -> [String] {
        let widths = widths(within: width - TextGrid.gap.count * max(0, columns.count - 1))
        let headings = columns.map(\.heading)
        var lines: [String] = []
        if headings.contains(where: { !$0.isEmpty }) {
            lines += self.lines(of: headings, widths)
            lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: TextGrid.gap))
        }
        return lines + rows.flatMap { self.lines(of: $0, widths) }
    }

    private func lines(of row: [String], _ widths: [Int]) -> [String] {
        let cells = zip(row, widths).map { TextLines.wrap($0, to: $1) }
        return (0..<(cells.map(\.count).max() ?? 0)).map { line in
            let parts = zip(zip(cells, widths), columns).map { cell, column in
                let text = cell.0.indices.contains(line) ? cell.0[line].isolated : ""
                return TextLines.pad(text, to: cell.1, isRight: column.isRight)
            }
            let joined = parts.joined(separator: TextGrid.gap)
            return String(joined[..<(joined.lastIndex { $0 != " " }.map(joined.index(after:)) ?? joined.startIndex)])
        }
    }

    /// Returns the widths of the columns. The widest shrink first; words are broken only if that is not enough.
    private func widths(within available: Int) -> [Int] {
        let texts = columns.enumerated().map { index, column in
            [column.heading] + rows.map { index < $0.count ? $0[index] : "" }
        }
        let words = { (text: String) in text.split { $0 == " " || $0 == "\n" } }
        let parts = { (text: String) in words(text).flatMap { TextLines.parts(of: String($0)) } }
        var widths = columns.indices.map { TextGrid.widest(texts[$0]) { $0.split(separator: "\n") } }
        for split in [words, parts] {
            let least = columns.indices.map { index in
                if columns[index].isWhole { return widths[index] }
                let least = TextGrid.widest(texts[index], of: split)
                // Overlong text in the last column displaces nothing, because no column follows it.
                return index == columns.count - 1 ? min(least, TextGrid.lastWidth) : least
            }
            TextGrid.shrink(&widths, to: available, least: least)
        }
        return widths
    }

    private static func widest(_ texts: [String], of split: (String) -> [Substring]) -> Int {
        texts.flatMap(split).map(TextWidth.of).max() ?? 0
    }

    /// Reduces the widest column until all fit, or none can be reduced further.
    private static func shrink(_ widths: inout [Int], to available: Int, least: [Int]) {
        while widths.reduce(0, +) > available {
            let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return }
            let second = shrinkable.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let excess = widths.reduce(0, +) - available
            widths[widest] -= min(excess, widths[widest] - max(least[widest], min(second, widths[widest] - 1)))
        }
    }
}
