import Evidence

/// The few words of the report that are not the dataset's.
struct ReportWords {
    let language: Language

    var days: String { language == .english ? " days" : "\u{A0}d." }

    func offBy(_ amount: String) -> String {
        language == .english ? "off by \(amount)" : "skirtumas \(amount)"
    }

    func leaves(_ amount: String) -> String {
        language == .english ? "leaves \(amount)" : "lieka \(amount)"
    }
}
