import Evidence
import HTTPCore
import Rendering
package import Wording

/// How a problem is to be told: what a request says about that, whatever else is wrong with it.
package struct ProblemReader {
    /// The language that the query names; nil if it names none of the dataset's.
    package let chosen: Language?
    /// The language that the query names, or else the best that `Accept-Language` allows; the dataset's first if nothing
    /// matches.
    package let language: Language
    /// JSON, text or HTML: the suffix of the path decides or, without one, `Accept`.
    let format: Format
    /// Whether JSON has lines and spaces for people.
    let isPretty: Bool
    private let hasSuffix: Bool

    /// Reads the request.
    init(_ request: borrowing Request, of encoded: EncodedSnapshot) {
        // A value that does not decode is skipped, unless it is one of these.
        let query = try? request.queryString { $0 == Parameter.lang || $0 == Parameter.pretty.name }
        let items = query?.items ?? []
        let tag = items.first { $0.name == Parameter.lang }?.value
        let chosen = tag.flatMap(encoded.language(tagged:))
        self.chosen = chosen
        language = chosen ?? encoded.language(for: request)
        isPretty = items.contains { $0.name == Parameter.pretty.name && $0.value == "true" }
        // A suffix starts with a dot.
        let suffix = request.dottedName.flatMap { Format.split($0, among: Format.allCases).format }
        hasSuffix = suffix != nil
        format = suffix.map { $0 == .txt ? .txt : .json } ?? ProblemReader.negotiated(request)
    }

    /// The fields that the response varies on, besides what the URL decides; nil if there are none.
    package var vary: String? {
        switch (hasSuffix, chosen == nil) {
        case (false, true): "accept, accept-language"
        case (false, false): "accept"
        case (true, true): "accept-language"
        case (true, false): nil
        }
    }

    private static func negotiated(_ request: borrowing Request) -> Format {
        guard request.hasField(.accept) else { return .json }
        let (text, html) = (Format.txt.mediaRange, Format.html.mediaRange)
        let offered = [ProblemDetails.mediaType, Format.json.mediaRange, text, html]
        let chosen = ContentNegotiation.mediaType(accept: request.field(.accept), offered: offered)
        return chosen == text ? .txt : chosen == html ? .html : .json
    }
}
