/// A form in which the data is given. Each has its own URL, since spreadsheets cannot send
/// `Accept`.
package enum Format: String, CaseIterable {
    case json, ndjson, csv, txt, jsonld
    /// What is to be known of the CSV: CSV on the Web, whose suffix stands behind the name of the CSV itself.
    case csvm
    /// iCalendar (RFC 5545).
    case ics
    /// The Atom syndication format (RFC 4287).
    case atom
    /// What citation processors read: CSL-JSON, BibTeX, RIS.
    case csl, bibtex, ris
    /// Vega-Lite 5.
    case vegaLite
    /// As oEmbed names it.
    case xml
    /// Pictures: SVG, and PNG where there is a program that makes it of SVG.
    case svg, png
    /// Pages for people.
    case html

    /// What stands behind the last full stop, or two, of the path. CSL-JSON goes by the suffix of JSON, which no route has
    /// beside it.
    package var suffix: String {
        switch self {
        case .csvm: "csv-metadata.json"
        case .csl: "json"
        case .bibtex: "bib"
        case .vegaLite: "vl.json"
        default: rawValue
        }
    }

    /// Those that have a record as members or columns, which can be chosen and added to.
    package static let tabular: [Format] = [.json, .ndjson, .csv, .csvm, .txt]

    /// Those in which `pretty=true` means something.
    package static let prettified: [Format] = [.json, .jsonld, .csvm, .csl, .vegaLite]

    /// The value of `Content-Type`.
    package var mediaType: String {
        switch self {
        case .csv: mediaRange + "; charset=utf-8; header=present"
        case .txt, .ics, .atom, .bibtex, .ris, .html, .xml: mediaRange + "; charset=utf-8"
        case .json, .ndjson, .jsonld, .csvm, .csl, .vegaLite, .svg, .png: mediaRange
        }
    }

    /// The media type without its parameters, as `Accept` names it.
    package var mediaRange: String {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv"
        case .txt: "text/plain"
        case .jsonld: "application/ld+json"
        case .csvm: "application/csvm+json"
        case .ics: "text/calendar"
        case .atom: "application/atom+xml"
        case .csl: "application/vnd.citationstyles.csl+json"
        case .bibtex: "application/x-bibtex"
        case .ris: "application/x-research-info-systems"
        case .vegaLite: "application/vnd.vegalite.v5+json"
        case .svg: "image/svg+xml"
        case .png: "image/png"
        case .html: "text/html"
        case .xml: "text/xml"
        }
    }

    /// Whether a list is given whole unless a limit is asked for: who reads it follows no links.
    package var isWhole: Bool {
        switch self {
        case .ndjson, .csv, .csvm, .ics, .atom: true
        default: false
        }
    }

    /// Whether it is looked at.
    package var isPicture: Bool { self == .svg || self == .png }

    /// Whether every text stands there in all languages, whichever was asked for.
    package var hasAllLanguages: Bool { self == .jsonld }

    /// Splits `mobilised-1944.json` into the id and the format, one of `offered`; without such a suffix the whole is the id.
    package static func split(_ segment: String, among offered: [Format]) -> (id: String, format: Format?) {
        guard segment.utf8.contains(UInt8(ascii: ".")) else { return (segment, nil) }
        // Of two that fit, the longer.
        let fitting = offered.filter { segment.hasSuffix("." + $0.suffix) }
        guard let format = fitting.max(by: { $0.suffix.count < $1.suffix.count }) else { return (segment, nil) }
        return (String(segment.dropLast(format.suffix.count + 1)), format)
    }
}
