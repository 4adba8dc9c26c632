package import Checks
import Evidence
package import Wording

extension Reading {
    /// The most sets of strands that are named.
    private static let mostSets = 3

    /// Returns whose figures are put together: who says it, where several do, or it takes several to say it; otherwise which
    /// of a source's figures they are, and of which source where there are several. Of dates, returns the sources that tell
    /// them; where sources date an event differently, always those whose dates these are. `name` names a source.
    package func saidBy(in language: Language, of check: Check, _ name: (String) -> String) -> String {
        let sets = covers.first(Reading.mostSets + 1)
        if sets.isEmpty, !datedBy.isEmpty {
            let names = sources.map(name).joined(separator: " + ")
            return dates.isEmpty ? names : "\(label.label[language]) (\(names))"
        }
        if label == .oneSource {
            let source = check.hasSeveralSources ? sides.joined().first?.source : nil
            return source.map(name) ?? label.label[language]
        }
        guard let first = sets.first,
            !dates.isEmpty || sets.count > 1 || first.count > 1 || check.hasSeveralSources
        else {
            return label.label[language]
        }
        let names = sets.prefix(Reading.mostSets).map { set in
            set.map { strand in
                let name = name(strand.source)
                return strand.attribution == .main ? name : "\(name) (\(strand.attribution.label[language]))"
            }.joined(separator: " + ")
        }
        return (names + (sets.count > Reading.mostSets ? ["…"] : [])).joined(separator: "; ")
    }
}

/// What readings put together.
package enum Matter: String {
    case figures = ""
    case dates = "Dates"
    case both = "Both"
}

extension Reading {
    /// What it puts together; its raw value is in the keys of the words that speak of that.
    package var matter: Matter {
        if dates.isEmpty { return .figures }
        return sides.allSatisfy(\.isEmpty) ? .dates : .both
    }

    /// Returns that nobody gives together what it puts together; nil if somebody does.
    package func note(in language: Language) -> String? {
        guard label == .mixed else { return nil }
        let word: Word =
            switch matter {
            case .figures: .mixedNobody
            case .dates: .mixedNobodyDates
            case .both: .mixedNobodyBoth
            }
        return language.words[word]
    }
}

extension Check {
    /// The most readings that a record, a page or a terminal shows; the others are to be had in pages.
    package static let mostReadings = 100

    /// Returns how many readings with other arithmetic are not shown, and how many are mixed, each in words; only what there
    /// is.
    package func unshown(of shown: Int, in language: Language) -> [String] {
        let rest = readings.count > shown ? [language.words.count("countReadings", readings.count - shown)] : []
        guard let mixed else { return rest + [language.words["mixedUncounted"]] }
        // Where the mixed ones decide, some of them are shown.
        let others = mixed - Int128(readings.count { $0.label == .mixed })
        return rest + (others > 0 ? [language.words.count("countMixed", Int(clamping: others))] : [])
    }
}
