package import Archive
import Checks
import Evidence
package import Loading
package import Wording

extension LoadedDataset {
    /// The number of records of each kind.
    package var counts: [(kind: Word, count: Int)] {
        dataset.counts(checks: checks.count, discrepancies: checks.count { Discrepancy($0) != nil })
    }
}

extension Dataset {
    fileprivate func counts(checks: Int, discrepancies: Int) -> [(kind: Word, count: Int)] {
        [
            (.sources, sources.count), (.events, events.count), (.statistics, statistics.count),
            (.claims, statistics.reduce(0) { $0 + $1.claims.count }), (.checks, checks),
            (.discrepancies, discrepancies),
        ]
    }
}

extension Snapshot {
    /// The number of records of each kind.
    package var counts: [(kind: Word, count: Int)] {
        dataset.counts(checks: checks.records.count, discrepancies: discrepancies.records.count)
    }

    /// Returns the number of records of each kind as one phrase. Its words are chosen so that no noun has to agree with
    /// a number.
    package func summary(in language: Language) -> String {
        let words: [Word] = [
            .summarySources, .summaryEvents, .summaryStatistics, .summaryClaims, .summaryChecks,
            .summaryDiscrepancies,
        ]
        return zip(words, counts).map { language.words.fill($0, ["n": "\($1.count)"]) }.joined(separator: ", ")
    }
}
