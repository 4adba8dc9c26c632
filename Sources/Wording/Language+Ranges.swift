package import Evidence

extension Language {
    /// Returns an interval as people read it: `62,500–63,499`, `≥ 25,000`, or the one number that it is; nil without bounds.
    /// An end that has no last decimal is moved outwards to one of two decimals.
    package func range(_ interval: Interval) -> String? {
        let shown = interval.shown(places: 2)
        return switch (shown.low, shown.high) {
        case (let low?, let high?):
            low == high ? format(low) : leftToRight(range(from: low, to: high) { format($0) })
        case (let low?, nil): words.fill("rangeAtLeast", ["number": leftToRight(format(low))])
        case (nil, let high?): words.fill("rangeAtMost", ["number": leftToRight(format(high))])
        case (nil, nil): nil
        }
    }

    /// Returns both ends with a dash between them, and spaces around it where a minus is next to it.
    func range(from low: Number, to high: Number, _ text: (Number) -> String) -> String {
        text(low) + (low < .zero ? "\u{A0}–\u{A0}" : "–") + text(high)
    }

    /// Returns a figure from zero up that is worked out from such as are only about so much: `~53,000`.
    package func about(_ figure: String) -> String { leftToRight("~" + figure) }
}
