import Evidence

/// The few words of the report that are not the dataset's.
struct ReportWords {
    let language: Language

    var days: String { language == .english ? " days" : "\u{A0}d." }

    func offBy(_ amount: String) -> String {
        language == .english ? "off by \(amount)" : "skirtumas \(amount)"
    }

    func article(_ number: String) -> String {
        language == .english ? "art. \(number)" : "\(number)\u{A0}str."
    }

    func leaves(_ amount: String) -> String {
        language == .english ? "leaves \(amount)" : "lieka \(amount)"
    }
}
