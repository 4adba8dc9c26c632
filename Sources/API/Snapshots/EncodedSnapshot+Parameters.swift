package import Archive
import Evidence

extension EncodedSnapshot {
    /// Returns the parameters of filters. Their examples are of this dataset.
    package func parameters(of filters: [Filter]) -> [Parameter] {
        filters.map { Parameter($0, dates: exampleDates) }
    }

    /// Dates that a reader could ask for: that of the first event or statistic, and the dataset's period.
    private var exampleDates: [String] {
        let first = snapshot.events.records.first?.date ?? snapshot.statistics.records.first?.period
        return [first?.text, snapshot.dataset.identity.period.text].compactMap { $0 }.uniqued()
    }
}
