package import Archive
package import Evidence
package import Foundations

extension Claim: LinkedRecord {
    /// The question, and the figure that answers it.
    package func title(in snapshot: Snapshot) -> LocalizedText {
        LocalizedText { language in
            [snapshot.statistics[statistic]?.title[language], printed].compactMap { $0 }.joined(separator: ": ")
        }
    }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot) {
        let answered = snapshot.statistics[statistic]
        let unit = snapshot.dataset.identity.vocabulary.units.first { $0.id == answered?.unit }
        node.types("Observation", "QuantitativeValue")
        node.member("identifier", id)
        node.texts("name", title(in: snapshot))
        node.texts("description", note)
        node.member("variableMeasured", "/api/v1/statistics/\(statistic)")
        node.member("date", answered?.period.text)
        // A point only where the words assert one: a range is all that "more than" says.
        node.member("value", quantity.point?.description)
        node.member("minValue", quantity.interval.low?.description)
        node.member("maxValue", quantity.interval.high?.description)
        node.texts("unitText", unit?.label)
        node.provenance([citation], from: snapshot)
    }
}
