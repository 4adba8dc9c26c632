package import Archive
package import Evidence
package import Wording

extension Picture {
    /// The claims of a statistic.
    package init(_ statistic: Statistic, in snapshot: Snapshot, _ language: Language) {
        self = RangePicture(Chart(statistic, in: snapshot, language)).picture("picture-statistic-" + statistic.id)
    }

    /// What a discrepancy compares; nil where that is words or periods.
    package init?(_ discrepancy: Discrepancy, in snapshot: Snapshot, _ language: Language) {
        let id = "picture-discrepancy-" + discrepancy.id
        if let stack = StackPicture(discrepancy, in: snapshot, language) {
            self = stack.picture(id)
        } else if let chart = Chart(discrepancy, in: snapshot, language) {
            self = RangePicture(chart, verdict: discrepancy.verdict).picture(id)
        } else {
            return nil
        }
    }

    /// The claims of a measure over time; nil where there are none to draw.
    package init?(measure: Vocabulary.Term, in snapshot: Snapshot, _ language: Language) {
        guard let layout = MeasurePicture(measure, in: snapshot, language) else { return nil }
        self = layout.picture("picture-measure-" + measure.id)
    }

    /// The events; nil where there are none.
    package init?(timelineOf snapshot: Snapshot, _ language: Language) {
        guard let layout = TimelinePicture(snapshot, language) else { return nil }
        self = layout.picture("picture-timeline")
    }
}
