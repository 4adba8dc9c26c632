package import Evidence

extension Language {
    /// Returns a date in the language's format, exactly as precise as it is: `15 July 1944`, `1944 m. liepos 15 d.`,
    /// `August 1944`, `spring 1945`; followed by `(approximate)` or `(uncertain)` if the date says so.
    package func format(_ date: EDTFDate) -> String { format(date, inPhrase: false) }

    /// Returns a date. In a phrase, a month may have another form: in Lithuanian, the genitive after “nuo” and “iki”.
    func format(_ date: EDTFDate, inPhrase: Bool) -> String {
        let text = converted(words.dates.text(of: date, inPhrase: inPhrase), date)
        return date.qualifier.map { text + " " + words[$0.word] } ?? text
    }

    /// Returns the words of a date, with its days in the Gregorian calendar beside them where it is of another.
    private func converted(_ text: String, _ date: EDTFDate) -> String {
        guard date.calendar == .julian else { return text }
        let (first, last) = (format(date.earliest), format(date.latest))
        let days = first == last ? first : words.fill(.dateInterval, ["start": first, "end": last])
        return words.fill(.dateJulian, ["date": text, "converted": days])
    }

    /// Returns one end of an interval as text.
    package func format(_ endpoint: EDTF.Endpoint) -> String {
        switch endpoint {
        case .date(let date): format(date)
        case .open: words[.dateOpen]
        case .unknown: words[.dateUnknown]
        }
    }
}

extension EDTFDate.Qualifier {
    fileprivate var word: Word {
        switch self {
        case .approximate: .dateApproximate
        case .uncertain: .dateUncertain
        case .uncertainAndApproximate: .dateUncertainAndApproximate
        }
    }
}
