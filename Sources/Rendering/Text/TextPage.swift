import Foundations
package import Wording

/// A page for a terminal: headings, paragraphs and grids, separated by empty lines.
package struct TextPage {
    private var blocks: [[String]] = []

    /// Creates an empty page.
    package init() {}

    /// The page as text, which ends with a line end.
    package var text: String { blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n" }

    package mutating func heading(_ text: String) {
        let lines = TextLines.wrap(text)
        let width = lines.map(TextWidth.of).max() ?? 0
        blocks.append(lines + [String(repeating: "═", count: width)])
    }

    package mutating func paragraph(_ text: String) { block(TextLines.wrap(text)) }

    package mutating func grid(_ columns: [TextGrid.Column], _ rows: [[String]]) {
        block(TextGrid(columns, rows).lines())
    }

    /// Appends names with their values; empty values are left out.
    package mutating func facts(_ facts: [(name: String, value: String)]) {
        grid([.init(), .init()], facts.filter { !$0.value.isEmpty }.map { [$0.name, $0.value] })
    }

    /// Appends lines as they are.
    package mutating func block(_ lines: [String]) {
        if !lines.isEmpty { blocks.append(lines) }
    }
}
