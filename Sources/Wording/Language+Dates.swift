package import Evidence

extension Language {
    /// A date as the language prints it, as exact as it is and no more: `15 July 1944`, `1944 m. liepos 15 d.`, `August 1944`,
    /// `spring 1945`; with `(approximate)` or `(uncertain)` behind it where the date says so.
    package func format(_ date: EDTFDate) -> String { format(date, inPhrase: false) }

    /// In a phrase a language may have another form of a month: in Lithuanian the genitive after "nuo" and "iki".
    func format(_ date: EDTFDate, inPhrase: Bool) -> String {
        let text = words.dates.text(of: date, inPhrase: inPhrase)
        return date.qualifier.map { text + " " + words[$0.word] } ?? text
    }

    /// One end of an interval.
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
