import Evidence

/// The way in which a language writes numbers.
package struct NumberForms: Sendable {
    /// The separator between whole and decimal digits.
    package let decimal: String
    /// The separator between thousands.
    package let group: String
    let minus: String
    /// The text before and after the number of a percentage.
    private let percent: (before: String, behind: String)

    /// Creates the forms. `percent` contains `{number}` in place of the number.
    package init(decimal: String, group: String, minus: String, percent: String) {
        self.decimal = decimal
        self.group = group
        self.minus = minus
        let place = "{number}"
        let parts = percent.split(separator: place, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.percent = (parts[0], parts.count > 1 ? parts[1] : "")
    }

    func text(of number: Number) -> String {
        // One that has no last decimal, such as a third of something, is not worth six of them.
        let number = number.isDecimal ? number : number.rounded(to: 2)
        let text = number.text(group: group, point: decimal)
        return number.digits < 0 ? minus + text.dropFirst() : text
    }

    /// Returns a number as a percentage.
    func percentage(_ number: Number) -> String { percent.before + text(of: number) + percent.behind }
}
