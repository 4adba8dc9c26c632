/// The templates that pages are rendered by; the raw value is the name of the file, which may stand in one file for each
/// language: `about.en.mustache`.
enum Template: String, CaseIterable {
    /// What stands around every page.
    case layout
    case home, problem
    case discrepancies, discrepancy, statistics, statistic, events, event, sources, source
    case lesson, lessons
    case docs, docsGroup
    case about, search
    case embed, builder
}
