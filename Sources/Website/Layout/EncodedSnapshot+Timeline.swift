import API
import Charts
import Wording

extension EncodedSnapshot {
    /// Returns the picture of the events for a page, drawn only once; nil if there are none.
    func drawnTimeline(in language: Language) -> String? {
        once("timeline-\(language.rawValue)") { Picture(timelineOf: snapshot, language)?.inline }
    }
}
