/// What the values of a statistic are counted or measured in: which numbers they can be.
package struct Unit: Hashable, Sendable {
    package let kind: UnitKind
    /// The least and the most that a value can be.
    package let bounds: Interval

    package init(_ kind: UnitKind, bounds: Interval? = nil) {
        self.kind = kind
        self.bounds = bounds ?? kind.range
    }
}
