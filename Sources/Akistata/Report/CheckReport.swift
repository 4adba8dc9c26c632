import Archive
import Evidence

/// The checks of a snapshot as a table for a terminal: the gravest first, each reading on a line of its own.
struct CheckReport {
    private let snapshot: Snapshot
    private let language: Language
    private let showsAll: Bool
    private let colour: Bool

    init(_ snapshot: Snapshot, language: Language, showsAll: Bool, colour: Bool) {
        self.snapshot = snapshot
        self.language = language
        self.showsAll = showsAll
        self.colour = colour
    }

    var text: String {
        let identity = snapshot.dataset.identity
        let heading =
            "\(identity.title[language])\n\(identity.id) \(identity.version): \(snapshot.summary(in: language))"
        let verdicts = Verdict.allCases.sorted(by: >).filter { showsAll || $0 != .consistent }
        let sections = verdicts.compactMap(section)
        return ([heading] + sections + [tally]).joined(separator: "\n\n")
    }

    /// How many checks came to each verdict.
    private var tally: String {
        Verdict.allCases.sorted(by: >).map { verdict in
            "\(verdict.label[language]): \(snapshot.checks.records.count { $0.verdict == verdict })"
        }
        .joined(separator: ", ")
    }

    private func section(_ verdict: Verdict) -> String? {
        let checks = snapshot.checks.records.filter { $0.verdict == verdict }
        guard !checks.isEmpty else { return nil }
        return checks.map(block).joined(separator: "\n\n")
    }

    private func block(_ check: Check) -> String {
        let title = "\(painted(check.verdict))  \(check.id)\n    \(check.relation.title[language])"
        let readings = table(check.readings.map { row($0, of: check) })
        return ([title] + readings + sides(of: check) + places(of: check)).joined(separator: "\n")
    }

    private func row(_ reading: Reading, of check: Check) -> [String] {
        [
            label(reading), reading.verdict.label[language], Arithmetic(reading, of: check, in: language).text,
            difference(reading),
        ]
    }

    /// The label, or which sources a reading between sources puts together.
    private func label(_ reading: Reading) -> String {
        guard reading.label == .betweenSources else { return reading.label.label[language] }
        return Set(reading.sides.joined().map(\.source)).sorted().joined(separator: " + ")
    }

    /// By how much it misses, or what is left over, with bounds where they are not the same.
    private func difference(_ reading: Reading) -> String {
        guard let amount = reading.difference else { return "" }
        if case .period = reading.stated {
            return reading.verdict == .consistent ? "" : words.offBy(range(amount.interval)) + words.days
        }
        if reading.verdict == .consistent {
            return amount.point.map { $0 > 0 ? words.leaves(language.format($0)) : "" } ?? ""
        }
        let bounds = amount.interval.magnitude
        guard let point = amount.point else { return words.offBy(range(bounds)) }
        let exact = language.format(point.magnitude)
        return words.offBy(bounds.low == bounds.high ? exact : "\(exact) (\(range(bounds)))")
    }

    private func range(_ interval: Interval) -> String {
        [interval.low, interval.high].map { $0.map(language.format) ?? "…" }.joined(separator: "…")
    }

    private var words: ReportWords { ReportWords(language: language) }

    private func sides(of check: Check) -> [String] {
        guard case .editorial(let editorial) = check.relation.constraint else { return [] }
        return editorial.sides.map { side in
            "    – \(side.statement[language])\n      \(side.citations.map(place).joined(separator: "; "))"
        }
    }

    /// Where the figures stand.
    private func places(of check: Check) -> [String] {
        if case .editorial = check.relation.constraint { return [] }
        let claims = check.readings.flatMap(\.claims).uniqued()
        let citations =
            claims.compactMap { snapshot.claims[$0]?.citation }
            + (claims.isEmpty ? snapshot.discrepancies[check.id]?.citations ?? [] : [])
        return citations.isEmpty ? [] : ["    " + citations.map(place).joined(separator: "; ")]
    }

    private func place(_ citation: Citation) -> String {
        let printed = citation.printed.map { "“\($0)”" }.joined(separator: ", ")
        let locator =
            switch citation.locator {
            case .sentence(let paragraph, let sentence): " ¶\(paragraph) s\(sentence)"
            case .article(let article): " \(words.article(article))"
            case .printedToken: ""
            }
        return "\(citation.source)\(locator) \(printed)"
    }

    /// Rows with their columns aligned, indented.
    private func table(_ rows: [[String]]) -> [String] {
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            let line = "    " + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func painted(_ verdict: Verdict) -> String {
        let label = verdict.label[language]
        guard colour else { return label }
        let code =
            switch verdict {
            case .consistent: 32
            case .withinRounding: 36
            case .unresolved: 35
            case .tension: 33
            case .contradiction: 31
            }
        return "\u{1B}[1;\(code)m\(label)\u{1B}[0m"
    }
}
