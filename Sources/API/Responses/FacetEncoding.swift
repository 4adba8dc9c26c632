import Checks
import Archive
import Evidence
import Foundations
import Rendering
import Wording

extension JSONText {
    /// Writes `facets`: for each, the values with their counts, the most frequent first, and the number of further
    /// values.
    mutating func facets(_ facets: [Facet], of list: String, _ context: borrowing RequestContext) {
        let (snapshot, language) = (context.encoded.snapshot, context.language)
        guard !facets.isEmpty else { return }
        key("facets")
        object { json in
            for facet in facets {
                json.key(facet.name)
                json.object { json in
                    json.key("values")
                    json.array(facet.values) { json, value in
                        json.object { json in
                            let label = snapshot.label(of: value.value, in: facet.name, of: list)
                            json.member("value", value.value)
                            json.member("label", value: label?[language])
                            json.member("count", value.count)
                            json.key("chosen")
                            json.value(value.isChosen)
                        }
                    }
                    json.member("more", facet.more)
                }
            }
        }
    }
}

extension Snapshot {
    /// Returns the label of a filter's value in that list; nil if programs and people read the same.
    fileprivate func label(of value: String, in filter: String, of list: String) -> Phrase? {
        if let kind = Vocabulary.Kind(rawValue: filter) {
            return dataset.identity.vocabulary[kind, value].map { .text($0.label) }
        }
        return switch filter {
        case "statistic": statistics[value].map { .text($0.title) }
        case "event": events[value].map { .text($0.title) }
        case "source":
            sources[value].map { .text($0.translatedTitle ?? LocalizedText($0.title)) }
        case "verdict": Verdict(rawValue: value)?.label
        case "kind" where list == checks.name: Relation.Kind(rawValue: value)?.label
        case "kind": Discrepancy.Kind(rawValue: value)?.label
        case "attribution": Claim.Attribution(rawValue: value)?.label
        case "rank": Claim.Rank(rawValue: value)?.label
        case "independence": Source.Independence(rawValue: value)?.label
        default: nil
        }
    }
}
