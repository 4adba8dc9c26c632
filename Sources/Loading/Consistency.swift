import Checks
import Evidence

/// The checks across records that are each valid by themselves. Records are passed by their index in the file, nil in
/// place of one that could not be decoded.
struct Consistency {
    private let diagnostics: Diagnostics
    let checker: Checker
    private let conversions: Conversions

    init(statistics: [Statistic], events: [Event], diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
        let units = diagnostics.ids.units
        checker = Checker(statistics: statistics, events: events, units: units)
        conversions = Conversions(units)
    }

    /// Checks that no source depends on itself, directly or through others.
    static func check(_ sources: [Source?], diagnostics: Diagnostics) {
        let dependsOn = Dictionary(sources.compactMap { $0.map { ($0.id, $0.dependsOn) } }) { first, _ in first }
        let circular = Circles(dependsOn).members
        for (index, source) in sources.enumerated() {
            guard let source else { continue }
            if circular.contains(source.id) {
                diagnostics.add(
                    .meaning, at: records(SourceFile.name, "sources", index: index).adding("independence").adding("of"),
                    expected: "sources that do not depend on \(source.id)", found: "a cycle")
            }
        }
    }

    /// Checks that no unit converts to itself over others.
    static func check(_ vocabulary: Vocabulary, diagnostics: Diagnostics) {
        let steps = vocabulary.units.compactMapValues { unit in unit.conversion.map { [$0.unit] } }
        let circular = Circles(steps).members
        for (index, term) in vocabulary[.unit].enumerated() where circular.contains(term.id) {
            diagnostics.add(
                .meaning,
                at: records(IdentityFile.name, "vocabularies", "units", index: index).adding("convertsTo").adding(
                    "unit"),
                expected: "a unit that does not convert to \(term.id)", found: "a cycle")
        }
    }

    /// Checks that something is said of each statistic: by a claim, or by a relation that bounds what nobody counted.
    static func check(_ statistics: [Statistic?], boundedBy relations: [Relation?], diagnostics: Diagnostics) {
        // One that could not be decoded may be the one that is missing.
        guard relations.allSatisfy({ $0 != nil }) else { return }
        let bounded = Set(relations.lazy.compactMap { $0 }.filter(\.bounds).flatMap(\.figures))
        for (index, statistic) in statistics.enumerated() {
            guard let statistic, statistic.claims.isEmpty, !bounded.contains(statistic.id) else { continue }
            diagnostics.add(
                .meaning, at: records(StatisticFile.name, "statistics", index: index),
                expected: "claims, or a relation of figures without \"comparability\" that bounds it",
                found: "\(statistic.id) has no claims and no relation bounds it")
        }
    }

    /// Checks the relations of files of so many bytes, and returns what they come to: a check for each one that is sound.
    func check(_ relations: [Relation?], ofBytes count: Int) -> [Check] {
        var budget = WorkBudget(ofBytes: count)
        var checks: [Check] = []
        // What is left undone for want of budget is told once.
        for index in relations.indices where !budget.isExhausted {
            guard let relation = relations[index] else { continue }
            let path = Consistency.records(RelationFile.name, "relations", index: index)
            let before = diagnostics.count
            if let equation = relation.constraint.equation {
                let operands = equation.operands
                checkUnits(of: equation, operands, at: path)
                checkSides(of: equation, operands, at: path)
            }
            checkDated(relation, at: path)
            // The result of a relation that is not sound needs no explanation. Without any problem, everything is there.
            guard diagnostics.count == before, before == 0 || isComplete(relation) else { continue }
            RelationWarnings(statistics: checker.statistics, diagnostics: diagnostics).check(relation, at: path)
            guard let check = checker.check(relation, budget: &budget) else {
                diagnostics.add(
                    .meaning, at: path,
                    expected: "at most \(budget.limit.grouped) figures to look at in the readings of all relations",
                    found: "more by this relation")
                continue
            }
            checkResult(of: check, at: path)
            checks.append(check)
        }
        return checks
    }

    private static func records(_ file: String, _ lists: String..., index: Int) -> Path {
        .element(lists.reduce(.file(file), Path.member), index)
    }

    /// Whether everything that the relation names could be decoded.
    private func isComplete(_ relation: Relation) -> Bool {
        relation.named.allSatisfy(checker.statistics.keys.contains)
            && relation.dated.compactMap(\.event).allSatisfy(checker.events.keys.contains)
    }

    /// Checks that whatever is added or compared has the same unit or converts to it, and that a share is a percentage.
    private func checkUnits(of equation: Equation, _ operands: [Equation.Operand], at path: Path) {
        guard equation.form != .same else { return }
        let (ids, sides) = (diagnostics.ids, equation.form.sides)
        for operand in operands where sides[operand.side].unitKind == .percentage {
            checkPercentage(operand.id, at: path.adding(operand, of: sides))
        }
        let added =
            equation.text == nil
            ? operands.filter { sides[$0.side].unitKind != .percentage }
            : equation.form.formula.bareTerms.filter(operands.indices.contains).map { operands[$0] }
        guard let unit = added.lazy.compactMap({ ids.unit(ofStatistic: $0.id) }).first else { return }
        for operand in added {
            guard let other = ids.unit(ofStatistic: operand.id), conversions.factor(from: other, to: unit) == nil else {
                continue
            }
            diagnostics.add(
                .meaning, at: path.adding(operand, of: sides),
                expected: "a statistic in \(unit), like the first one, or in a unit that converts to it",
                found: "\(operand.id) in \(other)")
        }
    }

    private func checkPercentage(_ statistic: String, at path: Path) {
        guard let unit = diagnostics.ids.unit(ofStatistic: statistic), diagnostics.ids.unit(unit) != nil,
            conversions.percentage(of: unit) == nil
        else { return }
        diagnostics.add(
            .meaning, at: path, expected: "a statistic whose unit is a percentage, or converts to one",
            found: "\(statistic) in \(unit)")
    }

    /// Checks that no figure is compared with itself.
    private func checkSides(of equation: Equation, _ operands: [Equation.Operand], at path: Path) {
        let sides = equation.form.sides
        var seen: [String: Int] = Dictionary(minimumCapacity: operands.count)
        for operand in operands {
            guard let first = seen.updateValue(operand.side, forKey: operand.id), first != operand.side else {
                continue
            }
            seen[operand.id] = first
            let other = sides[first].term ?? sides[first].name.rawValue
            diagnostics.add(
                .meaning, at: path.adding(operand, of: sides),
                expected: "a statistic that is not also in \"\(other)\"", found: "\"\(operand.id)\"")
        }
    }

    /// Checks that no date is compared with itself.
    private func checkDated(_ relation: Relation, at path: Path) {
        if case .before(let before) = relation.constraint, before.earlier == before.later {
            diagnostics.add(
                .meaning, at: path.adding("later"), expected: "something other than earlier", found: "the same")
        }
        guard case .within(let within) = relation.constraint else { return }
        if within.inner == within.outer {
            diagnostics.add(
                .meaning, at: path.adding("outer"), expected: "something other than inner", found: "the same")
        }
    }

    /// Checks that the relation is explained unless it plainly holds, or there is nothing to test it with.
    private func checkResult(of check: Check, at path: Path) {
        let (relation, verdict) = (check.relation, check.verdict)
        guard verdict != .consistent, !check.isUntested else { return }
        for (name, text) in [("explanation", relation.explanation), ("question", relation.question)] where text == nil {
            diagnostics.add(
                .meaning, at: path, expected: "the member \"\(name)\", because the check is \(verdict.rawValue)",
                found: "none")
        }
    }
}

extension Equation {
    /// A statistic that a relation names: its id, which of the sides names it, and its index in that side's list.
    fileprivate struct Operand {
        let id: String
        let side, index: Int
    }

    /// The statistics of all sides, in the order of declaration.
    fileprivate var operands: [Operand] {
        sides.enumerated().flatMap { side, ids in
            ids.enumerated().map { Operand(id: $1, side: side, index: $0) }
        }
    }
}

extension Path {
    fileprivate func adding(_ name: String) -> Path { .member(self, name) }

    fileprivate func adding(_ operand: Equation.Operand, of sides: [Form.Side]) -> Path {
        let side = sides[operand.side]
        let member = adding(side.name.rawValue)
        if let term = side.term { return member.adding(term) }
        return side.fewest == nil ? member : .element(member, operand.index)
    }
}
