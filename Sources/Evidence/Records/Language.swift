/// A language that every text of a dataset is written in; the raw value is its BCP 47 tag.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case lithuanian = "lt"

    /// A number as the language prints it: `58,620.5`, or `58 620,5` with no-break spaces.
    package func format(_ number: Number) -> String {
        let text =
            switch self {
            case .english: number.text(group: ",", point: ".")
            case .lithuanian: number.text(group: "\u{A0}", point: ",")
            }
        return number.digits < 0 ? "\u{2212}" + text.dropFirst() : text
    }
}
