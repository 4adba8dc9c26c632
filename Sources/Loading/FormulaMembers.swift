import Evidence
import Foundations

/// The members of a relation that is a formula: its terms by name, and the text that compares them.
enum FormulaMembers {
    private static let mostTerms = 64
    /// The most characters of all formulas of a dataset together: to read one takes far longer than any other text.
    private static let mostCharacters = 30_000

    private enum Term {
        case figure(String)
        case day(Within.Operand, Equation.Day.Bound)
    }

    static func decode(_ members: inout Members) -> Equation? {
        let terms = members.required("terms", terms)
        return members.required("formula") { cursor -> Equation? in
            guard let text = cursor.text(longest: FormulaParser.mostCharacters), let terms else { return nil }
            cursor.diagnostics.formulaCharacters += text.utf8.count
            guard cursor.diagnostics.formulaCharacters <= mostCharacters else {
                return cursor.refused(
                    "formulas of at most \(mostCharacters.grouped) characters together", .meaning)
            }
            let (figures, days) = sorted(terms)
            return parse(text, figures.map { $0.name }, days.map(\.name), cursor).map { formula in
                Equation(
                    .formula(formula, terms: figures.map { $0.name }), figures.map { [$0.id] }, days: days, text: text)
            }
        }
    }

    /// Parses a formula, in which each of the terms must stand.
    private static func parse(
        _ text: String, _ figures: [String], _ days: [String], _ cursor: Cursor
    ) -> Formula? {
        do throws(FormulaError) {
            let formula = try FormulaParser.parse(text, figures: figures, days: days)
            let used = Set(formula.left.terms + formula.right.terms)
            let unused = (figures + days).enumerated().filter { !used.contains($0.offset) }
            for (_, name) in unused {
                cursor.problem(.meaning, expected: "a formula that names the term \"\(name)\"")
            }
            return unused.isEmpty ? formula : nil
        } catch {
            return cursor.refused("a formula with \(error.expected) at character \(error.position)", .meaning)
        }
    }

    private static func sorted(
        _ terms: [(name: String, term: Term)]
    ) -> (figures: [(name: String, id: String)], days: [Equation.Day]) {
        var figures: [(name: String, id: String)] = []
        var days: [Equation.Day] = []
        for (name, term) in terms {
            switch term {
            case .figure(let id): figures.append((name, id))
            case .day(let operand, let bound): days.append(Equation.Day(name: name, of: operand, bound))
            }
        }
        return (figures, days)
    }

    private static func terms(_ cursor: Cursor) -> [(name: String, term: Term)]? {
        guard case .object(let members) = cursor.json, (1...mostTerms).contains(members.count) else {
            return cursor.refused("an object of 1 to \(mostTerms) terms")
        }
        let terms = members.map { member -> (name: String, term: Term)? in
            let value = cursor.at(member.name, member.value)
            guard FormulaParser.isName(member.name) else {
                return value.refused(
                    "a term whose name is a Latin letter and up to 39 letters, digits and underscores, not days or years"
                )
            }
            return term(value).map { (name: member.name, term: $0) }
        }
        let known = terms.compactMap { $0 }
        return known.count == terms.count ? known : nil
    }

    private static func term(_ cursor: Cursor) -> Term? {
        if case .string = cursor.json { return cursor.reference(to: .statistic).map(Term.figure) }
        guard var members = cursor.members() else { return nil }
        let operand = RelationFile.dated(&members, of: cursor)
        let bound = members.required("bound") { $0.choice(of: Equation.Day.Bound.self) }
        members.close()
        guard let operand, let bound else { return nil }
        return .day(operand, bound)
    }
}
