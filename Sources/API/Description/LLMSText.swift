import Archive
import Evidence
import Rendering

/// The API on one page of Markdown, for people and language models (llms.txt): each route with its summary.
package enum LLMSText {
    package static let path = "/llms.txt"

    static func text(_ routes: [Route], _ encoded: EncodedSnapshot) -> String {
        let identity = encoded.snapshot.dataset.identity
        var lines = [
            "# Akistata: \(identity.title[.program])", "", "> \(identity.description[.program])", "",
            "Every path answers GET. Where a path has several formats, add the suffix to it (\(APIPath.root)/events.csv) or send "
                + "Accept. Errors are problem details (RFC 9457) that name what is accepted. `low` to `high` is the range "
                + "that the sources' words allow, never a confidence interval. Every figure carries its source and its "
                + "place there; where sources differ, all their claims stand.",
            "",
            "Licence: [\(identity.licence.id)](\(identity.licence.url)). Attribution: \(identity.attribution[.program])",
            "", "## Paths", "",
        ]
        lines += routes.compactMap { route in
            let formats = (route.hasSuffixes ? route.formats : []).map { "." + $0.suffix }.joined(separator: " ")
            guard let example = route.example(encoded) ?? (route.pattern.contains("{") ? nil : route.pattern) else {
                return nil
            }
            let isAsked = route.parameters(encoded).contains(where: \.isRequired)
            let path = isAsked ? example[...] : example.prefix { $0 != "?" }
            return "- [\(route.pattern)](\(path)): \(route.summary)" + (formats.isEmpty ? "" : " Suffixes: \(formats)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
