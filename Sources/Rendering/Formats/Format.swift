/// A format of the data, each with a URL of its own, because spreadsheets cannot send an `Accept` header.
package enum Format: String, CaseIterable {
    case json, ndjson, csv, txt, jsonld
    /// The metadata of the CSV (CSV on the Web). Its suffix extends the file name of the CSV itself.
    case csvm
    /// iCalendar (RFC 5545).
    case ics
    /// GeoJSON (RFC 7946).
    case geojson
    /// An Atom feed (RFC 4287).
    case atom
    /// Formats for citation processors: CSL-JSON, BibTeX, RIS.
    case csl, bibtex, ris
    /// Vega-Lite 5.
    case vegaLite
    /// XML, named as in oEmbed.
    case xml
    /// Pictures: SVG, and PNG if a program that converts SVG is available.
    case svg, png
    /// Web pages.
    case html

    /// The text after the last full stop, or the last two, of the path. CSL-JSON uses the suffix of JSON, which no
    /// route offers alongside it.
    package var suffix: String {
        switch self {
        case .csvm: "csv-metadata.json"
        case .csl: "json"
        case .bibtex: "bib"
        case .vegaLite: "vl.json"
        default: rawValue
        }
    }

    /// The formats that show a record as members or columns, which can be selected and extended.
    package static let tabular: [Format] = [.json, .ndjson, .csv, .csvm, .txt]

    /// The formats for which `pretty=true` has an effect.
    package static let prettified: [Format] = [.json, .jsonld, .csvm, .csl, .vegaLite, .geojson]

    /// The value of `Content-Type`.
    package var mediaType: String {
        switch self {
        case .csv: mediaRange + "; charset=utf-8; header=present"
        case .txt, .ics, .atom, .bibtex, .ris, .html, .xml: mediaRange + "; charset=utf-8"
        case .json, .ndjson, .jsonld, .csvm, .csl, .vegaLite, .geojson, .svg, .png: mediaRange
        }
    }

    /// The media type without parameters, as in `Accept`.
    package var mediaRange: String {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv"
        case .txt: "text/plain"
        case .jsonld: "application/ld+json"
        case .csvm: "application/csvm+json"
        case .ics: "text/calendar"
        case .geojson: "application/geo+json"
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

    /// Whether a list is complete unless a limit is requested, because those who read the format do not follow links.
    package var isWhole: Bool {
        switch self {
        case .ndjson, .csv, .csvm, .ics, .geojson, .atom: true
        default: false
        }
    }

    /// Whether it is an image.
    package var isPicture: Bool { self == .svg || self == .png }

    /// Whether it contains every text in all languages, whichever was requested.
    package var hasAllLanguages: Bool { self == .jsonld }

    /// Splits `mobilised-1944.json` into id and format, one of `offered`; without such a suffix, all of it is the id.
    package static func split(_ segment: String, among offered: [Format]) -> (id: String, format: Format?) {
        guard segment.utf8.contains(UInt8(ascii: ".")) else { return (segment, nil) }
        // If two match, the longer one wins.
        let fitting = offered.filter { segment.hasSuffix("." + $0.suffix) }
        guard let format = fitting.max(by: { $0.suffix.count < $1.suffix.count }) else { return (segment, nil) }
        return (String(segment.dropLast(format.suffix.count + 1)), format)
    }
}
