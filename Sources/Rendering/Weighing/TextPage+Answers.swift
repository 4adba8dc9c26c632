import Archive
import Evidence
import Wording

extension TextPage {
    /// Appends what sources say to a statistic, or that nobody counted it, and what the rest allows.
    mutating func answers(to statistic: Statistic, from snapshot: Snapshot, in language: Language) {
        if let text = WeighingText(snapshot, in: language).uncountedSentence(statistic) {
            paragraph(text)
        } else {
            claims(statistic.claims, from: snapshot, in: language)
        }
    }
}
