import API
import Charts
import Wording

extension EncodedSnapshot {
    /// The picture of the events for a page, drawn once; nil where there are none.
    func drawnTimeline(in language: Language) -> String? {
        once("timeline-\(language.rawValue)") { Picture(timelineOf: snapshot, language)?.inline }
    }
}
