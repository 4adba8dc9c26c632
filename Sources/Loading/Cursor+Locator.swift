import Evidence
import Foundations

/// Decoding of places in sources.
extension Cursor {
    /// The last paragraph or sentence that is counted, and the last number that a part is given as.
    private static let mostCounted = 1_000_000
    private static let greatestNumber = 1_000_000_000

    /// Decodes a place: at least one part.
    func locator() -> Locator? {
        guard var members = members() else { return nil }
        let paragraph = members.optional("paragraph") { $0.integer(in: 1...Cursor.mostCounted) }
        let sentence = members.optional("sentence") { $0.integer(in: 1...Cursor.mostCounted) }
        var parts: [Locator.Part] = []
        var isComplete = true
        for name in members.names {
            guard name != "paragraph", name != "sentence", let label = Locator.Label(rawValue: name) else { continue }
            guard let value = members.optional(name, { $0.locatorValue() }) else {
                isComplete = false
                continue
            }
            if let value { parts.append(Locator.Part(label, value)) }
        }
        members.close(knowing: Locator.Label.allCases.map(\.rawValue))
        guard isComplete, let paragraph, let sentence else { return nil }
        if sentence != nil, paragraph == nil {
            problem(.structure, expected: "the member \"paragraph\" beside \"sentence\"", found: "none")
            return nil
        }
        if paragraph == nil, parts.isEmpty {
            // What is there is unknown, which has been told.
            guard members.names.isEmpty else { return nil }
            return refused("a place with at least one part, such as {\"page\": \"212\"}")
        }
        return Locator(paragraph: paragraph, sentence: sentence, parts)
    }

    /// Decodes the value of a part, which may be a whole number.
    private func locatorValue() -> String? {
        if case .number = json { return integer(in: 0...Cursor.greatestNumber).map { "\($0)" } }
        guard let text = text(longest: Locator.Label.longestValue) else { return nil }
        let ends = text.split(whereSeparator: { "-–".contains($0) })
        if ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), ends[0].count <= ends[1].count,
            last < first
        {
            problem(.meaning, expected: "a range that does not end before it begins")
        }
        return text
    }

    /// Checks that the source has the place that `locator` names. `self` is the object that contains the locator.
    func check(_ locator: Locator, in source: String) {
        guard diagnostics.ids.isKnown(.source), diagnostics.ids.has(.source, source) else { return }
        let place = json["locator"].map { at("locator", $0) } ?? self
        guard let counts = diagnostics.ids.sentences[source] else {
            // Within a page a paragraph can be found; within a whole text that nobody counted it cannot.
            if locator.paragraph != nil, locator.named.isEmpty {
                place.problem(
                    .meaning, expected: "no paragraph and sentence alone, because \(source) has no sentence counts")
            }
            return
        }
        guard let paragraph = locator.paragraph, let sentence = locator.sentence else {
            place.problem(
                .meaning, expected: "a paragraph and sentence, because \(source) has sentence counts", found: "none")
            return
        }
        let count = counts.indices.contains(paragraph - 1) ? counts[paragraph - 1] : nil
        guard count.map({ sentence > $0 }) ?? true else { return }
        place.problem(
            .meaning,
            expected: count.map { "a sentence of \(source), whose paragraph \(paragraph) has \($0)" }
                ?? "a paragraph of \(source), which has \(counts.count)",
            found: "paragraph \(paragraph), sentence \(sentence)")
    }
}
