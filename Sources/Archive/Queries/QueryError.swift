package import Evidence
import Foundations

/// Why a query is invalid: all parameters that are wrong, ordered by name.
package struct QueryError: Error, Hashable, Sendable {
    package let faults: [Fault]

    init(_ faults: [Fault]) { self.faults = faults.sorted { $0.parameter < $1.parameter } }

    /// A parameter that is wrong.
    package struct Fault: Hashable, Sendable {
        /// The name of the parameter: a filter, `sort`, `cursor` or `limit`.
        package let parameter: String
        package let reason: Reason
    }

    /// What is wrong with a parameter.
    package enum Reason: Error, Hashable, Sendable {
        /// The table has no such filter.
        case unknownFilter(nearest: String?, known: [String])
        /// The filter does not accept the value; `nearest` is the closest spelling in a closed vocabulary.
        case value(String, accepts: Filter.Accepted, nearest: String?)
        /// The value is not valid EDTF.
        case date(String, EDTFError)
        /// The table cannot count by this name.
        case unknownFacet(String, nearest: String?, known: [String])
        /// The lower end of a range is above the upper one, which is the parameter of this name.
        case above(String)
        /// The table has no such sort key.
        case unknownSort(String, nearest: String?, known: [String])
        /// The text cannot be a cursor.
        case malformedCursor
        /// The cursor belongs to other filters or another order.
        case cursorOfAnotherQuery
        /// The cursor belongs to an earlier version of the data.
        case cursorOfAnotherVersion
        /// The limit is outside the range of a page.
        case limit(Int, accepts: ClosedRange<Int>)
    }
}
