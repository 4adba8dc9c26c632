import Evidence

/// The few words of the report that are not the dataset's.
struct ReportWords {
    let language: Language

    var days: String { language == .english ? " days" : "\u{A0}d." }

    func offBy(_ amount: String) -> String {
        language == .english ? "off by \(amount)" : "skirtumas \(amount)"
    }

    /// Articles of an annex are numbered `annex 23`.
    func article(_ number: String) -> String {
        let ofAnnex = number.hasPrefix("annex ")
        let plain = ofAnnex ? String(number.dropFirst(6)) : number
        return switch language {
        case .english: (ofAnnex ? "annex, " : "") + "art. \(plain)"
        case .lithuanian: (ofAnnex ? "priedo " : "") + "\(plain)\u{A0}str."
        }
    }

    func quoted(_ token: String) -> String { language == .english ? "“\(token)”" : "„\(token)“" }

    /// Between the ends of a range.
    var dash: String { language == .english ? "…" : "–" }

    func leaves(_ amount: String) -> String {
        language == .english ? "leaves \(amount)" : "lieka \(amount)"
    }
}
