import Archive
import Charts
import Evidence
package import Wording

extension EncodedSnapshot {
    /// Returns the picture of the events for a page, drawn only once; nil if there are none.
    package func drawnTimeline(in language: Language) -> String? {
        guard !snapshot.dataset.events.isEmpty else { return nil }
        return once("timeline-\(language.rawValue)") {
            Picture.inline { Picture(timelineOf: snapshot, language, $0) } ?? ""
        }
    }
}
