import Archive
package import Evidence
import Wording

extension RecordColumn<Claim> {
    /// A row is understood by itself: it has what its figure answers, whether that is contested and within which range,
    /// and who says so.
    static let claims: [RecordColumn] = [
        .init("id", isRequired: true) { claim, _, _ in .text(claim.id) },
        .init("statistic", isRequired: true, refersTo: "statistics") { claim, _, _ in
            .text(claim.statistic)
        },
        .init("title", show: .brief, isRequired: true) { claim, snapshot, language in
            Cell(snapshot.statistics[claim.statistic]?.title[language])
        },
        .init("measure", of: "statistic", isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.measure, of: .measure, in: snapshot.vocabulary)
        },
        .init("population", of: "statistic", isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.population, of: .population, in: snapshot.vocabulary)
        },
        .init("unit", isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.unit, of: .unit, in: snapshot.vocabulary)
        },
        .init("period", .edtf, isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.period)
        },
        .init("earliest", .date, of: "period", show: .program) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.period.earliest)
        },
        .init("latest", .date, of: "period", show: .program) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.period.latest)
        },
        .init("value", .decimal, show: .brief) { claim, _, _ in Cell(claim.quantity.value) },
        .init("low", .decimal, show: .brief) { claim, _, _ in Cell(claim.quantity.interval.low) },
        .init("high", .decimal, show: .brief) { claim, _, _ in Cell(claim.quantity.interval.high) },
        .init("qualifier", isRequired: true) { claim, _, _ in
            .term(claim.quantity.qualifier.rawValue, claim.quantity.qualifier.label)
        },
        .init("precision", .decimal) { claim, _, _ in Cell(claim.quantity.readPrecision) },
        .init("printed", isRequired: true) { claim, _, _ in .text(claim.printed) },
        .init("attribution", show: .brief, isRequired: true) { claim, _, _ in
            .term(claim.attribution.rawValue, claim.attribution.label)
        },
        .init("rank", isRequired: true) { claim, _, _ in .term(claim.rank.rawValue, claim.rank.label)
        },
        .init("contested", .boolean, of: "statistic", isRequired: true) {
            claim, snapshot, _ in
            snapshot.statistics[claim.statistic].map { .flag($0.isContested) } ?? .none
        },
        .init("statisticLow", .decimal, of: "statistic") {
            claim, snapshot, _ in Cell(snapshot.statistics[claim.statistic]?.range.low)
        },
        .init("statisticHigh", .decimal, of: "statistic") {
            claim, snapshot, _ in Cell(snapshot.statistics[claim.statistic]?.range.high)
        },
        .init("source", show: .brief, isRequired: true, refersTo: "sources") { claim, _, _ in
            .text(claim.source)
        },
        .init("sourceTitle", of: "source", isRequired: true) {
            claim, snapshot, _ in Cell(snapshot.sources[claim.source]?.title)
        },
        .init("sourceIndependence", of: "source", isRequired: true) {
            claim, snapshot, _ in
            snapshot.sources[claim.source].map { .term($0.independence.rawValue, $0.independence.label) } ?? .none
        },
        .init("locatorParagraph", .integer, of: "locator") { claim, _, _ in
            Cell(claim.locator.paragraph)
        },
        .init("locatorSentence", .integer, of: "locator") { claim, _, _ in
            Cell(claim.locator.sentence)
        },
        .init("locatorArticle", of: "locator") { claim, _, _ in Cell(claim.locator.article) },
        .init("note") { claim, _, language in Cell(claim.note?[language]) },
    ]
}

extension Snapshot {
    /// The labels of the dataset's words.
    package var vocabulary: Vocabulary { dataset.identity.vocabulary }
}
