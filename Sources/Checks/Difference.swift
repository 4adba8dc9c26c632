package import Evidence

/// The size of a miss, without sign, in the unit of the figures, or in days between periods.
package struct Difference: Hashable, Sendable {
    /// nil where one side asserts no point.
    package let absolute: Number?
    /// The smallest and the largest that the words allow.
    package let low, high: Number?
    /// Of the stated figure: a ratio to four decimals.
    package let relative: Number?
}

extension Difference {
    /// `miss` is by how much the sides can miss each other, `stated` the figure that the ratio is taken of; nil for none.
    package init(_ amount: Amount, missing miss: Interval? = nil, of stated: Amount?) {
        let miss = (miss ?? amount.interval.magnitude).shown()
        absolute = amount.point?.magnitude
        low = miss.low
        high = miss.high
        if let whole = stated?.point, let absolute {
            relative = absolute.divided(by: whole.magnitude, places: 4)
        } else {
            relative = nil
        }
    }
}
