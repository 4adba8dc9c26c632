package import Archive
package import Wording

extension Snapshot {
    /// The number of records of each kind.
    package var counts: [(kind: Word, count: Int)] {
        [
            (.sources, sources.records.count), (.events, events.records.count),
            (.statistics, statistics.records.count), (.claims, claims.records.count),
            (.checks, checks.records.count), (.discrepancies, discrepancies.records.count),
        ]
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
