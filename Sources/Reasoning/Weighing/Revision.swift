/// What a knot's ways out are, counted in one unit.
package struct Revision: Hashable, Sendable {
    /// The id of the knot, and the unit.
    package let id: String
    /// The number of the knot.
    package let knot: Int
    package let unit: Knot.Unit
    /// The ways out of least cost; nil where they are not known, because the steps did not suffice.
    package let ways: Knot.Revisions?
}

extension Weighing {
    /// The revisions of all knots, one a unit.
    package var revisions: [Revision] {
        knots.enumerated().flatMap { number, knot in
            Knot.Unit.allCases.map { unit in
                Revision(
                    id: "\(knot.id)-\(unit.rawValue)", knot: number, unit: unit, ways: knot.revisions[unit])
            }
        }
    }
}
