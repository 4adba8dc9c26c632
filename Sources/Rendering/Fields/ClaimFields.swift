package import Archive
package import Evidence
import Foundations
package import Reasoning
import Wording

extension RecordEncoding<Claim> {
    package static let claims = RecordEncoding(
        path: "claims", singular: "claim", title: .claims, about: "One figure that one source states.", id: \.id,
        fields: fields + [chosen],
        links: { [("statistic", "statistics/\($0.statistic)"), ("source", "sources/\($0.source)")] },
        linksSchema: "claimLinks")

    /// The fields of a claim. A row is understandable by itself: it includes the question its figure answers, whether
    /// and within which range that is contested, and who states it.
    private static let fields: [Field<Claim>] = [
        .init("id", .id, "The claim's id.") { claim, _, _ in .text(claim.id) },
        .init("statistic", .id, "The statistic that it answers.", refersTo: "statistics") { claim, _, _ in
            .text(claim.statistic)
        },
        .init(
            "title", .localized, "The title of the statistic.", show: .brief,
            others: [
                .init("measure", of: "statistic", isRequired: true) { claim, snapshot, _ in
                    Cell(claim.statistic(in: snapshot)?.measure, of: .measure, in: snapshot.vocabulary)
                },
                .init("population", of: "statistic", isRequired: true) { claim, snapshot, _ in
                    Cell(claim.statistic(in: snapshot)?.population, of: .population, in: snapshot.vocabulary)
                },
            ]
        ) { Cell($0.statistic(in: $1)?.title[$2]) },
        .term("unit", .unit, "The unit of the statistic.") { $0.statistic(in: $1)?.unit },
        .init(
            "period", .edtf, "The period of the statistic.",
            others: [
                .init("earliest", .date, of: "period", show: .program) { claim, snapshot, _ in
                    Cell(claim.statistic(in: snapshot)?.period.earliest)
                },
                .init("latest", .date, of: "period", show: .program) { claim, snapshot, _ in
                    Cell(claim.statistic(in: snapshot)?.period.latest)
                },
            ]
        ) { claim, snapshot, _ in Cell(claim.statistic(in: snapshot)?.period, .whole) },
        .init(
            "value", .number, "The figure; null where the source gives bounds alone, or says that it is not known.",
            show: .brief
        ) { claim, _, _ in Cell(claim.quantity.value) },
        .init("low", .number, "The least that the source's words allow; null without bound.", show: .brief) {
            claim, _, _ in Cell(claim.quantity.interval.shown().low)
        },
        .init(
            "high", .number,
            "The most that the source's words allow; null without bound. The range is never a confidence interval.",
            show: .brief
        ) { claim, _, _ in Cell(claim.quantity.interval.shown().high) },
        .init("qualifier", .choice(Qualifier.allCases.map(\.rawValue)), "What the source says of the figure.") {
            claim, _, _ in .term(claim.quantity.qualifier.rawValue, claim.quantity.qualifier.label)
        },
        .init("precision", .number, "To what the figure was taken as rounded; null where that is no question.") {
            claim, _, _ in Cell(claim.quantity.readPrecision)
        },
        .init(
            "ratio", .optional("answer.json#/$defs/ratio"),
            columns: [.init("ratio") { claim, _, _ in Cell(claim.quantity.ratio.map { "\($0.part):\($0.whole)" }) }]
        ) { claim, _, json in
            guard let ratio = claim.quantity.ratio else { return json.null() }
            json.array([ratio.part, ratio.whole]) { $0.value(Number($1)) }
        },
        .init("scale", .number, "What the figures of the table are in, such as 1000; null where it does not say.") {
            claim, _, _ in Cell(claim.scale)
        },
        .init("printed", .optional("common.json#/$defs/printed"), "The figure as printed.", isRequired: true) {
            claim, _, _ in .text(claim.printed)
        },
        .init(
            "attribution", .choice(Claim.Attribution.allCases.map(\.rawValue)), "How the source gives it.",
            show: .brief
        ) { claim, _, _ in .term(claim.attribution.rawValue, claim.attribution.label) },
        .init(
            "rank", .choice(Claim.Rank.allCases.map(\.rawValue)),
            "How the editor ranks it among the claims of its source.",
            others: [
                .init("contested", .boolean, of: "statistic", isRequired: true) { claim, snapshot, _ in
                    claim.statistic(in: snapshot).map { .flag($0.isContested) } ?? .none
                },
                .init("statisticLow", .decimal, of: "statistic") { claim, snapshot, _ in
                    Cell(claim.statistic(in: snapshot)?.range.shown().low)
                },
                .init("statisticHigh", .decimal, of: "statistic") { claim, snapshot, _ in
                    Cell(claim.statistic(in: snapshot)?.range.shown().high)
                },
            ]
        ) { claim, _, _ in .term(claim.rank.rawValue, claim.rank.label) },
        .init(
            "source", .id, "The source that states it.", show: .brief, refersTo: "sources",
            others: [
                .init("sourceTitle", of: "source", isRequired: true) { claim, snapshot, _ in
                    Cell(snapshot.sources[claim.source]?.title)
                },
                .init("sourceIndependence", of: "source", isRequired: true) { claim, snapshot, _ in
                    snapshot.sources[claim.source].map { .term($0.independence.rawValue, $0.independence.label) }
                        ?? .none
                },
            ]
        ) { claim, _, _ in .text(claim.source) },
        .init("witness", .id, "Who first counted: a source, or a term of the vocabulary of witnesses.") {
            claim, snapshot, _ in
            snapshot.vocabulary[.witness, claim.witness].map { .term($0.id, .text($0.label)) } ?? .text(claim.witness)
        },
        .init("corrects", .optionalID, "The claim that it corrects; null where it corrects none.", refersTo: "claims") {
            claim, _, _ in Cell(claim.corrects)
        },
        .init(
            "withdrawnBy", .optionalID,
            "The claim that corrects it, or what it repeats; null where it is not withdrawn.", refersTo: "claims"
        ) { claim, snapshot, _ in Cell(claim.statistic(in: snapshot)?.withdrawals[claim.id]) },
        .init(
            "locator", .reference("answer.json#/$defs/locator"),
            columns: [
                .init("locator") { claim, _, _ in
                    claim.locator.fragment.map { .term($0, .locator(claim.locator)) } ?? .none
                },
                .init("locatorPage", show: .program) { claim, _, _ in Cell(claim.locator[.page]) },
                .init("locatorParagraph", .integer, show: .program) { claim, _, _ in Cell(claim.locator.paragraph) },
                .init("locatorSentence", .integer, show: .program) { claim, _, _ in Cell(claim.locator.sentence) },
                .init("locatorArticle", show: .program) { claim, _, _ in Cell(claim.locator.article) },
            ]
        ) { claim, _, json in json.locator(claim.locator) },
        .init(
            "stands", .optional("answer.json#/$defs/stands"),
            "In how many choices its figure is; null where it takes no part, or that was not worked out."
        ) { claim, snapshot, _ in snapshot.standing(of: claim).map { .term($0.rawValue, $0.label) } ?? .none },
        .init(
            "conflicts", .ids, "The conflicts that its figure is part of: what excludes it.", refersTo: "conflicts"
        ) { claim, snapshot, _ in .list(snapshot.conflicts.records(where: "claim", is: claim.id).map(\.id)) },
        .init("note", .optionalText, "What a reader should know.") { Cell($0.note?[$2]) },
        .init(
            "paraphrase", .localized, "What the passage says, in the editor's own words; left out where there is none.",
            .whereKnown, isThere: { $0.paraphrase != nil }
        ) { Cell($0.paraphrase?[$2]) },
        .init(
            "quotation", .reference("common.json#/$defs/quotation"),
            "The passage in the source's own words, where its licence allows; left out where there is none.",
            .whereKnown,
            columns: [
                .init("quotation") { claim, _, _ in Cell(claim.quotation?.text) },
                .init("quotationLanguage", show: .program) { claim, _, _ in Cell(claim.quotation?.language) },
            ],
            isThere: { $0.quotation != nil }
        ) { claim, _, json in if let quotation = claim.quotation { json.quotation(quotation) } },
    ]
}

extension Claim {
    /// Returns the statistic that the claim answers.
    fileprivate func statistic(in snapshot: Snapshot) -> Statistic? { snapshot.statistics[statistic] }
}

extension Snapshot {
    /// Returns in how many choices a claim's figure is; nil where it takes no part, or that was not worked out.
    package func standing(of claim: Claim) -> Standing? {
        weighing.network.figure(of: claim.id).flatMap { weighing.standings[$0] }
    }

    /// The labels of the terms used in the dataset.
    package var vocabulary: Vocabulary { dataset.identity.vocabulary }
}
