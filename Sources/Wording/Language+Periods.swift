package import Evidence

extension Language {
    /// A date or a period as the language prints it, as exact as it is and no more: `July 1944 – December 1944`,
    /// `iki 1944 m. rugpjūčio`, `from July 1944 (end unknown)`.
    package func format(_ period: EDTF) -> String {
        switch (period.start, period.end) {
        case (.date(let start), .date(let end)):
            start == end ? format(start) : "\(format(start)) – \(format(end))"
        case (.date(let start), let end): from(start) + hint(end, "(end unknown)", "(pabaiga nežinoma)")
        case (let start, .date(let end)): until(end) + hint(start, "(beginning unknown)", "(pradžia nežinoma)")
        default: period.text
        }
    }

    private func from(_ date: EDTFDate) -> String {
        self == .english ? "from " + format(date) : "nuo " + format(date, inGenitive: true)
    }

    private func until(_ date: EDTFDate) -> String {
        self == .english ? "until " + format(date) : "iki " + format(date, inGenitive: true)
    }

    /// An end that is open says nothing more; one that is unknown says so.
    private func hint(_ end: EDTF.Endpoint, _ english: String, _ lithuanian: String) -> String {
        guard case .unknown = end else { return "" }
        return " " + (self == .english ? english : lithuanian)
    }
}
