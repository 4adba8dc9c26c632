package import Evidence

extension Language {
    /// Returns a date or a period in the language's format, exactly as precise as it is: `July 1944 – December 1944`,
    /// `iki 1944 m. rugpjūčio`, `from July 1944 (end unknown)`.
    package func format(_ period: EDTF) -> String {
        switch (period.start, period.end) {
        case (.date(let start), .date(let end)):
            start == end ? format(start) : words.fill(.dateInterval, ["start": format(start), "end": format(end)])
        case (.date(let start), let end): phrase(.dateFrom, start) + hint(end, .dateEndUnknown)
        case (let start, .date(let end)): phrase(.dateUntil, end) + hint(start, .dateStartUnknown)
        default: period.text
        }
    }

    private func phrase(_ word: Word, _ date: EDTFDate) -> String {
        words.fill(word, ["date": format(date, inPhrase: true)])
    }

    /// Returns the remark that an end is unknown; an open end needs no remark.
    private func hint(_ end: EDTF.Endpoint, _ word: Word) -> String {
        if case .unknown = end { " " + words[word] } else { "" }
    }
}
