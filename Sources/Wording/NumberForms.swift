import Evidence

/// How a language writes numbers.
package struct NumberForms: Sendable {
    /// Between whole and decimal digits.
    package let decimal: String
    /// Between thousands.
    package let group: String
    let minus: String
    /// Before and behind a percentage's number.
    private let percent: (before: String, behind: String)

    /// `percent` has the number as `{number}`.
    package init(decimal: String, group: String, minus: String, percent: String) {
        self.decimal = decimal
        self.group = group
        self.minus = minus
        let place = "{number}"
        let parts = percent.split(separator: place, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.percent = (parts[0], parts.count > 1 ? parts[1] : "")
    }

    func text(of number: Number) -> String {
        let text = number.text(group: group, point: decimal)
        return number.digits < 0 ? minus + text.dropFirst() : text
    }

    /// A number that is a percentage.
    func percentage(_ number: Number) -> String { percent.before + text(of: number) + percent.behind }
}
