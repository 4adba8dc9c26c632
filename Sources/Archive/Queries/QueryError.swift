package import Evidence
import Foundations

/// Why a query cannot be answered: every parameter that is wrong, in the order of their names.
package struct QueryError: Error, Hashable, Sendable {
    package let faults: [Fault]

    init(_ faults: [Fault]) { self.faults = faults.sorted { $0.parameter < $1.parameter } }

    /// One wrong parameter.
    package struct Fault: Hashable, Sendable {
        /// The name in the query: a filter's, `sort`, `cursor` or `limit`.
        package let parameter: String
        package let reason: Reason
    }

    /// What is wrong with a parameter.
    package enum Reason: Error, Hashable, Sendable {
        /// The table has no filter of that name.
        case unknownFilter(nearest: String?, known: [String])
        /// The value is outside what the filter accepts; `nearest` is the nearest spelling in a closed vocabulary.
        case value(String, accepts: Filter.Accepted, nearest: String?)
        /// The value is no EDTF value.
        case date(String, EDTFError)
        /// The table counts nothing by that name.
        case unknownFacet(String, nearest: String?, known: [String])
        /// The lower end of a range is above its upper one, which has that name.
        case above(String)
        /// The table has no sort key of that name.
        case unknownSort(String, nearest: String?, known: [String])
        /// The text was never given out as a cursor.
        case malformedCursor
        /// The cursor was given out for other filters, or another order.
        case cursorOfAnotherQuery
        /// The cursor was given out before the data changed.
        case cursorOfAnotherVersion
        /// Outside the range that a page may have.
        case limit(Int, accepts: ClosedRange<Int>)
    }
}
