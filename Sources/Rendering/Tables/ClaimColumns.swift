import Archive
package import Evidence
import Wording

extension RecordColumn<Claim> {
    /// A row is understood by itself: it has what its figure answers, whether that is contested and within which range,
    /// and who says so.
    static let claims: [RecordColumn] = [
        .init("id", "Id", "Id", isRequired: true) { claim, _, _ in .text(claim.id) },
        .init("statistic", "Statistic", "Rodiklis", isRequired: true, refersTo: "statistics") { claim, _, _ in
            .text(claim.statistic)
        },
        .init("title", "Title", "Pavadinimas", show: .brief, isRequired: true) { claim, snapshot, language in
            Cell(snapshot.statistics[claim.statistic]?.title[language])
        },
        .init("measure", "Measure", "Kas skaičiuojama", of: "statistic", isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.measure, of: snapshot.vocabulary.measures)
        },
        .init("population", "Population", "Grupė", of: "statistic", isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.population, of: snapshot.vocabulary.populations)
        },
        .init("unit", "Unit", "Vienetas", isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.unit, of: snapshot.vocabulary.units)
        },
        .init("period", "Period", "Laikotarpis", .edtf, isRequired: true) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.period)
        },
        .init("earliest", "First day", "Pirmoji diena", .date, of: "period", show: .program) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.period.earliest)
        },
        .init("latest", "Last day", "Paskutinė diena", .date, of: "period", show: .program) { claim, snapshot, _ in
            Cell(snapshot.statistics[claim.statistic]?.period.latest)
        },
        .init("value", "Value", "Skaičius", .decimal, show: .brief) { claim, _, _ in Cell(claim.quantity.value) },
        .init("low", "Low", "Nuo", .decimal, show: .brief) { claim, _, _ in Cell(claim.quantity.interval.low) },
        .init("high", "High", "Iki", .decimal, show: .brief) { claim, _, _ in Cell(claim.quantity.interval.high) },
        .init("qualifier", "Qualifier", "Patikslinimas", isRequired: true) { claim, _, _ in
            .term(claim.quantity.qualifier.rawValue, claim.quantity.qualifier.label)
        },
        .init("precision", "Precision", "Tikslumas", .decimal) { claim, _, _ in Cell(claim.quantity.readPrecision) },
        .init("printed", "Printed", "Išspausdinta", isRequired: true) { claim, _, _ in .text(claim.printed) },
        .init("attribution", "Attribution", "Kieno duomenys", show: .brief, isRequired: true) { claim, _, _ in
            .term(claim.attribution.rawValue, claim.attribution.label)
        },
        .init("rank", "Rank", "Svarba", isRequired: true) { claim, _, _ in .term(claim.rank.rawValue, claim.rank.label)
        },
        .init("contested", "Contested", "Ginčijama", .boolean, of: "statistic", isRequired: true) {
            claim, snapshot, _ in
            snapshot.statistics[claim.statistic].map { .flag($0.isContested) } ?? .none
        },
        .init("statisticLow", "Lowest of all claims", "Mažiausia iš visų teiginių", .decimal, of: "statistic") {
            claim, snapshot, _ in Cell(snapshot.statistics[claim.statistic]?.range.low)
        },
        .init("statisticHigh", "Highest of all claims", "Didžiausia iš visų teiginių", .decimal, of: "statistic") {
            claim, snapshot, _ in Cell(snapshot.statistics[claim.statistic]?.range.high)
        },
        .init("source", "Source", "Šaltinis", show: .brief, isRequired: true, refersTo: "sources") { claim, _, _ in
            .text(claim.source)
        },
        .init("sourceTitle", "Title of the source", "Šaltinio antraštė", of: "source", isRequired: true) {
            claim, snapshot, _ in Cell(snapshot.sources[claim.source]?.title)
        },
        .init("sourceIndependence", "Independence", "Nepriklausomumas", of: "source", isRequired: true) {
            claim, snapshot, _ in
            snapshot.sources[claim.source].map { .term($0.independence.rawValue, $0.independence.label) } ?? .none
        },
        .init("locatorParagraph", "Paragraph", "Pastraipa", .integer, of: "locator") { claim, _, _ in
            Cell(claim.locator.paragraph)
        },
        .init("locatorSentence", "Sentence", "Sakinys", .integer, of: "locator") { claim, _, _ in
            Cell(claim.locator.sentence)
        },
        .init("locatorArticle", "Article", "Straipsnis", of: "locator") { claim, _, _ in Cell(claim.locator.article) },
        .init("note", "Note", "Pastaba") { claim, _, language in Cell(claim.note?[language]) },
    ]
}

extension Snapshot {
    /// The labels of the dataset's words.
    package var vocabulary: Vocabulary { dataset.identity.vocabulary }
}
