/// Text in lines of limited width, for forms that do not break lines themselves.
enum TextLines {
    /// Breaks at blanks. What does not fit into `most` lines ends in an ellipsis.
    static func wrap(_ text: String, width: Int, most: Int = .max) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        guard lines.count > most, most > 0 else { return lines }
        return lines.prefix(most - 1) + [String(lines[most - 1].prefix(width - 1)) + "…"]
    }
}
