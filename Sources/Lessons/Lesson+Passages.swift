import Archive
import Checks
import Evidence
import Rendering
import Wording

/// What pupils read closely: the passages that the discrepancy rests on, each once, source by source.
extension Lesson {
    /// One place in a source.
    package struct Passage {
        package let place: String
        /// The printed tokens. A figure or date stands in the reader's notation, with what is printed beside it where that
        /// is written otherwise.
        package let printed: [String]
        /// What stands there, in the editor's words; where nobody paraphrased it, what its figures or dates are about.
        package let tells: [String]
    }

    /// A citation with what it says.
    struct Quoted {
        let citation: Citation
        /// The printed token of a claim, which is told with what it means.
        var token: String?
        let printed: [String]
        /// What the figure or date is about, or the statement that the passage supports.
        let subject: String?
    }

    /// What tells one passage from another.
    private struct Place: Hashable {
        let locator: Locator
        /// What it says, or what is printed there, where nothing else locates it.
        let words: [String]
    }

    /// As many passages as a page has room for, in the order of the relation.
    var quoted: [Quoted] {
        let spoken: [Quoted] =
            switch constraint {
            case .editorial(let editorial):
                editorial.sides.flatMap { side in
                    side.citations.map { quoted($0, about: side.statement.marked(for: language)) }
                }
            case .within, .before: constraint.dated.flatMap(quoted)
            case .equation(let equation):
                claims(of: check.relation.figures).map(quoted) + equation.days.map(\.operand).flatMap(quoted)
            }
        return Array((spoken + check.relation.citations.map { quoted($0, about: nil) }).prefix(mostRecords))
    }

    private func quoted(_ claim: Claim) -> Quoted {
        Quoted(
            citation: claim.citation, token: claim.printed,
            printed: [token(claim.printed, of: claim.source, meaning: claim.quantity.text(in: language))],
            subject: saying(claim).subject)
    }

    private func quoted(_ operand: Within.Operand) -> [Quoted] {
        if case .event(let id) = operand, let event = snapshot.events[id], event.hasClaims {
            return event.standingClaims.prefix(mostRecords).map { claim in
                let date = language.format(claim.date)
                return Quoted(
                    citation: claim.citation, printed: [token(claim.printed, of: claim.source, meaning: date)],
                    subject: event.title.marked(for: language))
            }
        }
        return periods(of: operand).flatMap { period in
            let about = "\(period.title): \(language.format(period.dating.date))"
            return cited(by: operand).map { quoted($0, about: about) }
        }
    }

    private func quoted(_ citation: Citation, about subject: String?) -> Quoted {
        Quoted(
            citation: citation, printed: citation.printed.map { token($0, of: citation.source, meaning: nil) },
            subject: subject)
    }

    private func cited(by operand: Within.Operand) -> [Citation] {
        switch operand {
        case .statistic(let id): named(snapshot.statistics[id]?.citations ?? [])
        case .event(let id): named(snapshot.events[id]?.citations ?? [])
        }
    }

    /// Returns what is printed, after its meaning in the reader's notation if that is written otherwise.
    func token(_ printed: String, of source: String, meaning: String?) -> String {
        let record = snapshot.sources[source]
        let quoted = record?.quoted(printed, in: language) ?? language.quoted(printed)
        guard let meaning else { return quoted }
        let isSame = meaning.replacing("\u{A0}", with: " ") == printed.replacing("\u{A0}", with: " ")
        return isSame
            ? record?.marked(printed.withWholeNumbers, for: language) ?? printed
            : words.fill("lessonPrinted", ["figure": meaning, "printed": quoted])
    }

    /// Returns the passages of a source in the order in which it is read.
    func passages(of source: String) -> [Passage] {
        let own = quoted.filter { $0.citation.source == source }
        let told = Set(own.compactMap(\.token))
        let groups = Dictionary(grouping: own.enumerated()) { place(of: $0.element) }.values
        return groups.sorted { position(of: $0) < position(of: $1) }.map { group in
            let citations = group.map(\.element.citation)
            let paraphrases = citations.compactMap { $0.paraphrase?.marked(for: language) }.uniqued()
            let printed = group.flatMap { _, quoted in
                // Not once more what is told with its meaning.
                quoted.token != nil
                    ? quoted.printed
                    : zip(quoted.citation.printed, quoted.printed).filter { !told.contains($0.0) }.map(\.1)
            }
            return Passage(
                place: citations.first?.locator.words(in: language) ?? words["lessonUnverified"],
                printed: printed.uniqued(),
                tells: paraphrases.isEmpty ? group.compactMap(\.element.subject).uniqued() : paraphrases)
        }
    }

    private func place(of quoted: Quoted) -> Place {
        let locator = quoted.citation.locator
        let told = quoted.citation.paraphrase.map { [$0[language]] }
        return Place(locator: locator, words: locator.isEmpty ? told ?? quoted.printed : [])
    }

    /// Returns the paragraph and sentence of what stands at one place, then where it comes among all.
    private func position(of group: [EnumeratedSequence<[Quoted]>.Element]) -> (Int, Int, Int) {
        let first = group.first
        let locator = first?.element.citation.locator
        return (locator?.paragraph ?? 0, locator?.sentence ?? 0, first?.offset ?? 0)
    }
}
