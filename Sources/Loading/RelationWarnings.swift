import Evidence

/// The warnings about a relation that is sound, and yet says less, or something else, than its author may think.
struct RelationWarnings {
    /// The number of parts that a warning names.
    private static let mostNamed = 8

    let statistics: [String: Statistic]
    let diagnostics: Diagnostics

    func check(_ relation: Relation, at path: Path) {
        guard let equation = relation.constraint.equation else { return }
        if equation.form == .same { return checkClaims(of: relation, at: path) }
        guard relation.comparability == nil, !relation.isDisjoint else { return }
        for (side, ids) in equation.disjointSides {
            checkParts(ids.compactMap { statistics[$0] }, at: .member(path, side.name.rawValue))
        }
    }

    private func checkClaims(of relation: Relation, at path: Path) {
        let claims = relation.statistics.compactMap { statistics[$0] }.flatMap(\.standingClaims)
        guard claims.count < 2 else { return }
        diagnostics.warn(
            at: .member(path, "statistic"),
            expected: "a statistic with two claims at least, or the relation tests nothing",
            found: claims.first.map { "\($0.statistic) with one" } ?? "one with none")
    }

    /// Checks that what is added is said not to overlap: parts of several populations, and percentages, of which nothing
    /// says that they are taken of the same.
    private func checkParts(_ parts: [Statistic], at path: Path) {
        if parts.contains(where: { $0.population != parts[0].population }) {
            diagnostics.warn(
                at: path,
                expected: "parts of one population, or the relation's \"disjoint\": true where those of several do not "
                    + "overlap, or its \"comparability\"",
                found: RelationWarnings.list(parts.map { "\($0.id) of \($0.population)" }))
        } else if parts.units.contains(where: { diagnostics.ids.unit($0)?.kind == .percentage }) {
            diagnostics.warn(
                at: path,
                expected:
                    "figures that can be added, or the relation's \"disjoint\": true where the percentages are of one "
                    + "whole and do not overlap, or its \"comparability\"",
                found: RelationWarnings.list(parts.map { "the percentage \($0.id)" }))
        }
    }

    private static func list(_ parts: [String]) -> String {
        let rest = parts.count - mostNamed
        return (parts.prefix(mostNamed) + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ")
    }
}

extension Equation {
    /// The sides on which an overlap of what is added would make the equation false: both of an equality, and only the
    /// lesser one where the other may well be too large.
    fileprivate var disjointSides: [(side: Form.Side, statistics: [String])] {
        let added = form.isEquality ? namedSides : Array(namedSides.dropLast())
        return added.filter { $0.statistics.count > 1 }
    }
}

extension [Statistic] {
    /// Their units, those that follow each other once: mostly there is but one.
    fileprivate var units: [String] {
        reduce(into: []) { units, statistic in
            if units.last != statistic.unit { units.append(statistic.unit) }
        }
    }
}
