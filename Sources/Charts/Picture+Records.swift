package import Checks
package import Archive
package import Evidence
package import Reasoning
package import Wording

extension Picture {
    /// Creates a picture of the claims of a statistic.
    package init(_ statistic: Statistic, in snapshot: Snapshot, _ language: Language, _ form: Form = .narrow) {
        self = RangePicture(Chart(statistic, in: snapshot, language), form).picture("picture-statistic-" + statistic.id)
    }

    /// Creates a picture of what a discrepancy compares; nil if that is words or periods.
    package init?(_ discrepancy: Discrepancy, in snapshot: Snapshot, _ language: Language, _ form: Form = .narrow) {
        let id = "picture-discrepancy-" + discrepancy.id
        if let stack = StackPicture(discrepancy, in: snapshot, language, form) {
            self = stack.picture(id)
        } else if let chart = Chart(discrepancy, in: snapshot, language) {
            let isOfReadings = chart.rows.contains { $0.caption != nil }
            let note = isOfReadings ? nil : discrepancy.check.deciding.flatMap { $0.remark(in: language) }
            let verdict = isOfReadings ? nil : discrepancy.verdict
            self = RangePicture(chart, verdict: verdict, note: note, form).picture(id)
        } else {
            return nil
        }
    }

    /// Creates a picture of the claims of a measure over time; nil if there are none to draw.
    package init?(measure: Vocabulary.Term, in snapshot: Snapshot, _ language: Language, _ form: Form = .narrow) {
        guard let layout = MeasurePicture(measure, in: snapshot, language, form) else { return nil }
        self = layout.picture("picture-measure-" + measure.id)
    }

    /// Creates a picture of the knot with a number; nil if there is none.
    package init?(
        knot: Int, of weighing: Weighing, in snapshot: Snapshot, _ language: Language, _ form: Form = .narrow
    ) {
        guard let chart = KnotChart(knot, of: weighing, in: snapshot, language) else { return nil }
        self = KnotPicture(chart, form).picture("picture-knot-" + weighing.knots[knot].id)
    }

    /// Creates a picture of the events. Without events it says that there are none.
    package init(timelineOf snapshot: Snapshot, _ language: Language, _ form: Form = .narrow) {
        self = TimelinePicture(snapshot, language, form).picture("picture-timeline")
    }
}
