/// A figure in the words "one in eight": `part` in `whole`.
package struct Ratio: Hashable, Sendable {
    /// From 0 to `most`, and from 1 to `most`.
    package let part, whole: Int64

    package static let most: Int64 = 1_000_000_000

    package init(_ part: Int64, in whole: Int64) {
        self.part = part
        self.whole = whole
    }

    /// The quotient; in a percentage, so many per cent.
    func value(_ kind: UnitKind) -> Number? { quotient(kind, half: 0) }

    /// The values for which somebody says it: the whole is rounded to a whole number.
    func interval(_ kind: UnitKind) -> Interval { Interval(quotient(kind, half: 1), quotient(kind, half: -1)) }

    private func quotient(_ kind: UnitKind, half: Int128) -> Number? {
        Number(Int128(part) * (kind == .percentage ? 200 : 2), over: Int128(whole) * 2 + half)
    }
}
