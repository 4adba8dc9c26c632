package import Evidence

extension Language {
    /// The most dates of a set that are told one by one.
    private static let mostDates = 12

    /// Returns a date or a period in the language's format, exactly as precise as it is: `July–December 1944`,
    /// `iki 1944 m. rugpjūčio`, `from July 1944 (end unknown)`.
    package func format(_ period: EDTF) -> String {
        guard let set = period.set else { return format(from: period.start, to: period.end) ?? period.text }
        let dates = list(set.elements)
        guard set.elements.count > 1 || set.elements.first.map({ $0.start != $0.end }) == true else { return dates }
        return words.fill(set.choice == .oneOf ? .dateOneOf : .dateAllOf, ["dates": dates])
    }

    /// Returns the dates of a set; of many, some with the last, and how many there are.
    private func list(_ elements: [EDTFSet.Element]) -> String {
        let isLong = elements.count > Language.mostDates
        let told = isLong ? elements.prefix(Language.mostDates - 1) : elements[...]
        let dates = told.compactMap { format(from: $0.start, to: $0.end) }.joined(separator: ", ")
        guard isLong, let last = elements.last.flatMap({ format(from: $0.start, to: $0.end) }) else { return dates }
        return words.fill(.dateMany, ["dates": dates, "last": last, "count": format(elements.count)])
    }

    /// nil where neither end is a date.
    private func format(from start: EDTF.Endpoint, to end: EDTF.Endpoint) -> String? {
        switch (start, end) {
        case (.date(let start), .date(let end)):
            start == end
                ? format(start)
                : words.dates.text(from: start, to: end, words.numbers)
                    ?? words.fill(.dateInterval, ["start": format(start), "end": format(end)])
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
