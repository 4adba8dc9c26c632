package import Evidence
package import Wording

/// Since when a path or a parameter should be asked for no more, and when it ends. What answers, OpenAPI and the reference
/// say of it follows from the row that has it.
package struct Deprecation: Sendable {
    let since: CalendarDay
    /// The first day on which it may be gone, where that is known.
    let sunset: CalendarDay?

    /// Creates a deprecation.
    package init(since: CalendarDay, sunset: CalendarDay? = nil) {
        self.since = since
        self.sunset = sunset
    }

    /// Returns what to add to a sentence on what is deprecated.
    package func words(in language: Language) -> String {
        let end = sunset.map { " " + language.words.fill(.deprecatedUntil, ["date": language.format($0)]) } ?? ""
        return " " + language.words.fill(.deprecatedSince, ["date": language.format(since)]) + end
    }
}
