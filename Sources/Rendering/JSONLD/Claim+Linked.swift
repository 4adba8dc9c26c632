package import Archive
package import Bibliography
package import Evidence
package import Foundations
package import Wording

extension Claim: LinkedRecord {
    /// Returns the question with the figure that answers it.
    package func title(in language: Language, from snapshot: Snapshot) -> String {
        [snapshot.statistics[statistic]?.title[language], quantity.text(in: language)].compactMap { $0 }
            .joined(separator: ": ")
    }

    package func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference {
        var reference = Reference(
            part: title(in: language, from: snapshot), kind: kind, id: id, of: snapshot.dataset.identity, in: language,
            url: url)
        reference.add(citation, from: snapshot, in: language)
        return reference
    }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        let answered = snapshot.statistics[statistic]
        let unit = answered.flatMap { snapshot.dataset.identity.vocabulary[.unit, $0.unit] }
        node.types("Observation", "QuantitativeValue")
        node.member("identifier", id)
        node.texts("name", in: languages) { language in
            answered?.title.text(in: language) == nil ? nil : title(in: language, from: snapshot)
        }
        node.texts("description", note, in: languages)
        node.member("variableMeasured", APIPath.below("statistics", statistic))
        node.member("date", answered?.period.gregorianText(.whole))
        // A point only if the words assert one: “more than” expresses nothing but a range.
        node.member("value", quantity.point?.description)
        node.member("minValue", quantity.interval.shown().low?.description)
        node.member("maxValue", quantity.interval.shown().high?.description)
        node.texts("unitText", unit?.label, in: languages)
        node.provenance([citation], from: snapshot)
    }
}
