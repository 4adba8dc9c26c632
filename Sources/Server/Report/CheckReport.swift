import Checks
package import Archive
import Evidence
import Foundations
import Rendering
package import Wording

/// A table of a snapshot's checks for a terminal, most serious first, with a line for each reading. Control characters
/// in the dataset's texts are escaped so that the terminal does not act on them.
package struct CheckReport {
    private static let indent = "    "

    private let snapshot: Snapshot
    private let language: Language
    private let showsAll: Bool
    private let colour: Bool

    /// Creates a report of the checks that do not plainly hold, or of all checks.
    package init(_ snapshot: Snapshot, language: Language, showsAll: Bool, colour: Bool) {
        self.snapshot = snapshot
        self.language = language
        self.showsAll = showsAll
        self.colour = colour
    }

    /// The whole report, without a final newline.
    package var text: String {
        let identity = snapshot.dataset.identity
        let heading =
            "\(identity.title[language].escapingControls)\n"
            + "\(identity.id) \(identity.version): \(snapshot.summary(in: language))"
        let verdicts = Verdict.allCases.sorted(by: >).filter { showsAll || $0 != .consistent }
        let sections = verdicts.compactMap(section)
        return ([heading] + sections + [tally]).joined(separator: "\n\n")
    }

    /// The number of checks with each verdict.
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
        let title = "\(painted(check.verdict))  \(check.id)\n    \(check.relation.title[language].escapingControls)"
        let text = CheckText(check, in: language)
        let width = TextLines.width - CheckReport.indent.count
        let untested = check.untested(in: language, from: snapshot).map { TextLines.wrap($0, to: width) } ?? []
        let lines =
            untested + text.readings.lines(width: width) + text.sides(width: width) + places(of: check, width: width)
        return ([title] + lines.map { CheckReport.indent + $0.lineForTerminal }).joined(separator: "\n")
    }

    /// Returns the locators of the figures in their sources.
    private func places(of check: Check, width: Int) -> [String] {
        if case .editorial = check.relation.constraint { return [] }
        return check.citations.flatMap { TextLines.wrap($0.text(in: language), to: width) }
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
