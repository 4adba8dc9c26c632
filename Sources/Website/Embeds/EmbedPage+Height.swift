import Wording

extension EmbedPage {
    /// The sizes of the parts of an embed in CSS pixels, according to `embed.css`.
    private enum Measure {
        static let margins = 34
        static let widest = 720
        static let pictureWidth = 340
        static let widestPicture = 392
        static let gap = 12
        /// What a line leaves empty at its end, where the next word has no room.
        static let ragged = 30
        /// The reserve for one or two lines more than expected.
        static let spare = 48
    }

    /// Returns the estimated height in CSS pixels that the page needs in a frame of this width, in which pictures are narrow,
    /// with fonts of usual width: no server can know.
    func height(atWidth width: Int) -> Int {
        let inner = max(1, min(width - Measure.margins, Measure.widest))
        let lines = { (text: String?, advance: Double, line: Double) in
            guard let text, !text.isEmpty else { return 0 }
            let room = Double(max(1, inner - Measure.ragged))
            return Int((Double(text.count) * advance / room).rounded(.up) * line) + Measure.gap
        }
        let picture =
            picture.isEmpty
            ? 0 : min(inner, Measure.widestPicture) * pictureHeight / Measure.pictureWidth + Measure.gap
        let parts = [
            Measure.margins, Measure.spare, verdict == nil ? 0 : 26, lines(title, 9.8, 26), picture,
            lines(arithmetic, 8.4, 24), arithmetic == nil ? 0 : 16, lines(explanation, 7.8, 24),
            sides.map { lines($0.statement, 7.9, 24) + lines($0.source, 6.8, 18) }.reduce(0, +), figures ? 36 : 0,
            Measure.gap, lines(words["embedMore"], 6.6, 18), lines(attribution, 6.8, 18),
        ]
        return parts.reduce(0, +)
    }
}
