import Archive
import Checks
import Evidence
import Rendering
import Wording

/// The questions as Moodle imports them, in its GIFT format: the arithmetic as a numerical question, figures and places to be
/// matched, the others as essays whose feedback is the key.
extension Lesson {
    /// The whole file, with `address` of the worksheet in its first line.
    package func gift(at address: String) -> String {
        let title = heading
        let asked = [sum, match].compactMap { $0 } + questions.map(essay)
        let numbered = asked.enumerated().map { number, question in
            "::\(Lesson.escaped("\(title) \(number + 1)"))::[plain]\(question)\n"
        }
        return "// \(Lesson.onOneLine(address))\n\n" + numbered.joined(separator: "\n")
    }

    /// What the parts make together, where they are added up: right is the sum of what is stated or, where a part states no
    /// number, whatever the words allow.
    private var sum: String? {
        guard let reading = check.deciding, check.isWorkedOut(reading), constraint.equation?.form.addsUp == true,
            let parts = reading.sides.first, parts.count > 1, !parts.contains(where: \.quantity.isConverted),
            case .amount(let computed) = reading.computed, let low = computed.interval.low,
            let high = computed.interval.high
        else { return nil }
        let right = computed.point.map { "\($0)" } ?? "\(low)..\(high)"
        let terms = parts.map { $0.quantity.text(in: language) }.joined(separator: " + ")
        return Lesson.escaped("\(words["lessonWorkOut"]) \(terms) = ?") + " {#\(right)}"
    }

    /// Where each figure stands.
    private var match: String? {
        let pairs = claims(of: check.relation.figures).map { claim in
            [claim.quantity.text(in: language), place(claim.citation)].map { Lesson.escaped($0, isPaired: true) }
        }.uniqued()
        guard Set(pairs.map { $0[0] }).count == pairs.count, Set(pairs.map { $0[1] }).count > 1 else { return nil }
        let lines = pairs.map { "=\($0[0]) -> \($0[1])\n" }.joined()
        return Lesson.escaped(words["lessonMatch"]) + " {\n" + lines + "}"
    }

    private func essay(_ question: Question) -> String {
        Lesson.escaped(question.text) + " {####" + Lesson.escaped(question.answers.joined(separator: " ")) + "}"
    }

    /// Returns a text in which nothing is taken for markup. An arrow cannot be escaped among pairs.
    private static func escaped(_ text: String, isPaired: Bool = false) -> String {
        let plain = onOneLine(isPaired ? text.replacing("->", with: "→") : text)
        return String(plain.flatMap { "\\~=#{}:".contains($0) ? ["\\", $0] : [$0] })
    }

    private static func onOneLine(_ text: String) -> String {
        MarkedText.plain(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
