package import Evidence

extension Language {
    /// Returns a date or a period in the language's format, exactly as precise as it is: `July 1944 – December 1944`,
    /// `iki 1944 m. rugpjūčio`, `from July 1944 (end unknown)`.
    package func format(_ period: EDTF) -> String {
        guard let set = period.set else { return format(from: period.start, to: period.end) ?? period.text }
        let dates = set.elements.compactMap { format(from: $0.start, to: $0.end) }.joined(separator: ", ")
        guard set.elements.count > 1 || set.elements.first.map({ $0.start != $0.end }) == true else { return dates }
        return words.fill(set.choice == .oneOf ? .dateOneOf : .dateAllOf, ["dates": dates])
    }

    /// nil where neither end is a date.
    private func format(from start: EDTF.Endpoint, to end: EDTF.Endpoint) -> String? {
        switch (start, end) {
        case (.date(let start), .date(let end)):
            start == end ? format(start) : words.fill(.dateInterval, ["start": format(start), "end": format(end)])
        case (.date(let start), let end): phrase(.dateFrom, start) + hint(end, .dateEndUnknown)
        case (let start, .date(let end)): phrase(.dateUntil, end) + hint(start, .dateStartUnknown)
        default: nil
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
