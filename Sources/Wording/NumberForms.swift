package import Evidence

/// The way in which a language writes numbers.
package struct NumberForms: Sendable {
    /// The separator between whole and decimal digits.
    package let decimal: String
    /// The separator between thousands.
    package let group: String
    /// The number of digits that there must be before the first separator: 2 in Polish, which writes 4300 but 43 000.
    private let fewestGrouped: Int
    /// The sign before what is below zero.
    package let minus: String
    /// The text before and after the number of a percentage.
    private let percent: (before: String, behind: String)

    /// Creates the forms. `percent` contains `{number}` in place of the number, and `minimumGroupingDigits` is what CLDR
    /// calls so.
    package init(decimal: String, group: String, minimumGroupingDigits: Int = 1, minus: String, percent: String) {
        self.decimal = decimal
        self.group = group
        fewestGrouped = minimumGroupingDigits
        self.minus = minus
        let place = "{number}"
        let parts = percent.split(separator: place, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.percent = (parts[0], parts.count > 1 ? parts[1] : "")
    }

    /// Returns a number with at least so many decimals; one that has no last decimal, such as a third of something,
    /// rounded to so many places.
    func text(of number: Number, decimals: Int = 0, places: Int = 2) -> String {
        let number = number.isDecimal ? number : number.rounded(to: places)
        // The digits of three, and those before them.
        let isShort =
            fewestGrouped > 1
            && number.text(group: "", point: "|").prefix { $0 != "|" }.count { $0 != "-" } < 3 + fewestGrouped
        let text = number.text(group: isShort ? "" : group, point: decimal, decimals: decimals)
        return number.digits < 0 ? minus + text.dropFirst() : text
    }

    /// Returns a number as a percentage.
    package func percentage(_ number: Number, decimals: Int = 0, places: Int = 2) -> String {
        percent.before + text(of: number, decimals: decimals, places: places) + percent.behind
    }
}
