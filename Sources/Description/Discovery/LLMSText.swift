import API
import Archive
import Evidence
import Rendering
import Wording

/// The API on one page of Markdown, for people and language models (llms.txt): each route with its summary.
enum LLMSText {
    static func text(_ routes: [Route], _ encoded: EncodedSnapshot, in language: Language) -> String {
        let (identity, words) = (encoded.snapshot.dataset.identity, language.words)
        var lines = [
            "# Akistata: \(identity.title[language])", "", "> \(identity.description[language])", "",
            words.fill(.modelsRules, ["example": APIPath.below("events.csv")]), "",
            "\(words[.licence]): [\(identity.licence.id)](\(identity.licence.url)). \(identity.attribution[language])",
            "", "## \(words[.docsTitle])", "",
        ]
        lines += routes.compactMap { route in
            let formats = (route.hasSuffixes ? route.formats : []).map { "." + $0.suffix }.joined(separator: " ")
            guard let example = route.example(encoded) ?? (route.pattern.contains("{") ? nil : route.pattern) else {
                return nil
            }
            let isAsked = route.parameters(encoded).contains(where: \.isRequired)
            let path = isAsked ? example[...] : example.prefix { $0 != "?" }
            return "- [\(route.pattern)](\(path)): \(route.summary(in: language))"
                + (formats.isEmpty ? "" : " (\(formats))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
