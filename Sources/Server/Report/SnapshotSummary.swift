package import Archive
package import Wording

extension Snapshot {
    /// How many records of each kind there are.
    package var counts: [(kind: Word, count: Int)] {
        [
            (.sources, sources.records.count), (.events, events.records.count),
            (.statistics, statistics.records.count), (.claims, claims.records.count),
            (.checks, checks.records.count), (.discrepancies, discrepancies.records.count),
        ]
    }

    /// Returns the same in one phrase. A noun behind a number would have to agree with it, which the words for it avoid.
    package func summary(in language: Language) -> String {
        let words: [Word] = [
            .summarySources, .summaryEvents, .summaryStatistics, .summaryClaims, .summaryChecks,
            .summaryDiscrepancies,
        ]
        return zip(words, counts).map { language.words.fill($0, ["n": "\($1.count)"]) }.joined(separator: ", ")
    }
}
