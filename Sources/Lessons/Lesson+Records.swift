import Archive
import Checks
package import Evidence
import Rendering
import Wording

/// The records that a lesson is about, in words.
extension Lesson {
    /// The maximum number of places of a date that a sheet has room for.
    static let mostPlaces = 3

    package func allClaims(of statistics: [String]) -> [Claim] {
        statistics.flatMap { snapshot.statistics[$0]?.standingClaims ?? [] }
    }

    /// Returns as many of the claims as a page has room for.
    func claims(of statistics: [String]) -> [Claim] {
        Array(allClaims(of: statistics).prefix(mostRecords))
    }

    func saying(_ claim: Claim) -> Saying {
        let strand = claim.attribution == .main ? "" : " (" + claim.attribution.label[language] + ")"
        return Saying(
            says: printed(claim),
            subject: (snapshot.statistics[claim.statistic]?.title.marked(for: language) ?? "") + strand,
            places: [place(claim.citation)])
    }

    /// Returns who says when that was: one for all, or each source that dates an event.
    func sayings(_ operand: Within.Operand) -> [Saying] {
        periods(of: operand).map {
            Saying(says: language.format($0.dating.date), subject: $0.title, places: $0.places)
        }
    }

    typealias Period = (title: String, dating: Dating, places: [String])

    var periods: [Period] { constraint.dated.flatMap(periods) }

    func periods(of operand: Within.Operand) -> [Period] {
        switch operand {
        case .statistic(let id):
            guard let statistic = snapshot.statistics[id] else { return [] }
            return [
                (
                    statistic.title.marked(for: language), Dating(statistic.period, .whole),
                    places(of: statistic.citations)
                )
            ]
        case .event(let id):
            guard let event = snapshot.events[id] else { return [] }
            let title = event.title.marked(for: language)
            guard event.hasClaims else { return [(title, Dating(event.date, .someDay), places(of: event.citations))] }
            return event.standingClaims.prefix(mostRecords).map { (title, $0.dating, [place($0.citation)]) }
        }
    }

    /// Returns those places of a record that the relation rests on, or the first few if it names none of them.
    func named(_ citations: [Citation]) -> [Citation] {
        let named = citations.filter { citation in
            check.relation.citations.contains { $0.source == citation.source && $0.locator == citation.locator }
        }
        return named.isEmpty ? Array(citations.prefix(Lesson.mostPlaces)) : named
    }

    func places(of citations: [Citation]) -> [String] { named(citations).map(place).uniqued() }

    /// Returns a place in words, with the letter of its source if there are several.
    func place(_ citation: Citation) -> String {
        let letter = letter(of: citation.source)
        let place = citation.locator.words(in: language) ?? (letter == nil ? words["lessonUnverified"] : nil)
        return [letter, place].compactMap { $0 }.joined(separator: ", ")
    }

    func title(_ source: String) -> String {
        guard let source = snapshot.sources[source] else { return source }
        return source.translatedTitle?.marked(for: language) ?? source.marked(source.title, for: language)
    }

    /// Returns the author's family name, or the title of a source without an author.
    func name(_ source: String) -> String {
        guard let record = snapshot.sources[source] else { return source }
        return record.author.first.map { record.marked($0.brief, for: language) } ?? title(source)
    }
}
