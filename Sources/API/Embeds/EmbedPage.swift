import Archive
import Evidence

/// The page in a frame, as its template reads it.
struct EmbedPage {
    struct Row {
        let label, figure: String
    }

    let language: String
    /// The class of the document.
    let theme: String
    let title: String
    /// The page on which there is more.
    let page: String
    /// Nothing for a statistic.
    var verdict: VerdictMark?
    /// What is counted, and when.
    var subject: String?
    /// SVG; empty where there are no figures to draw.
    let picture: String
    /// CSS pixels, at the width of 360.
    let pictureHeight: Int
    /// The deciding reading on one line.
    var arithmetic: String?
    var explanation: String?
    /// What the picture shows, in words.
    let rows: [Row]
    let attribution: String
    let licence: Licence
    let words: Words
    let style, script: String

    /// Whether there is anything to be told in a table.
    var figures: Bool { !rows.isEmpty }
}
