import Evidence

/// The file `relations.json`: what must hold.
enum RelationFile {
    static let name = "relations.json"

    /// The maximum number of statistics that one side of a relation may add up.
    private static let longestSum = 10_000

    /// Decodes the relations; nil in place of one that cannot be decoded.
    static func decode(_ cursor: Cursor) -> [Relation?]? {
        cursor.records("relations", relation)
    }

    private static func relation(_ cursor: Cursor) -> Relation? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.declaration(of: .relation) }
        let kind = members.required("kind") { $0.choice(of: Relation.Kind.self) }
        let title = members.required("title") { $0.localizedText() }
        let isEditorial = kind == .editorial
        let explanation = text("explanation", isEditorial, &members)
        let question = text("question", isEditorial, &members)
        let comparability = isEditorial ? .some(nil) : members.optional("comparability", comparability)
        let citations = members.optional("citations") { $0.citations() }
        // Without the kind, the other members cannot be judged.
        guard let kind else {
            members.reportMissing()
            return nil
        }
        let constraint = constraint(kind, &members)
        let isDisjoint = kind.form?.addsUp == true ? members.optional("disjoint") { $0.flag() } : .some(nil)
        members.close()
        guard let id, let title, let explanation, let question, let comparability, let citations, let constraint,
            let isDisjoint
        else { return nil }
        return Relation(
            id: id, title: title, explanation: explanation, question: question, constraint: constraint,
            comparability: comparability, isDisjoint: isDisjoint ?? false, citations: citations ?? [])
    }

    private static func text(_ name: String, _ isRequired: Bool, _ members: inout Members) -> LocalizedText?? {
        guard isRequired else { return members.optional(name) { $0.localizedText() } }
        return members.required(name) { $0.localizedText() }.map { .some($0) }
    }

    private static func comparability(_ cursor: Cursor) -> Relation.Comparability? {
        guard var members = cursor.members() else { return nil }
        let differs = members.required("differs") { $0.choice(of: Relation.Comparability.Difference.self) }
        let reason = members.required("reason") { $0.localizedText() }
        members.close()
        guard let differs, let reason else { return nil }
        return Relation.Comparability(differs: differs, reason: reason)
    }

    private static func constraint(_ kind: Relation.Kind, _ members: inout Members) -> Relation.Constraint? {
        if let form = kind.form { return equation(form, &members).map(Relation.Constraint.equation) }
        switch kind {
        case .within:
            let inner = members.required("inner", operand)
            let outer = members.required("outer", operand)
            let bound = members.required("bound") { $0.choice(of: Within.Bound.self) }
            guard let inner, let outer, let bound else { return nil }
            return .within(Within(inner: inner, outer: outer, bound: bound))
        case .editorial:
            return editorial(&members).map(Relation.Constraint.editorial)
        case .before:
            let earlier = members.required("earlier", operand)
            let later = members.required("later", operand)
            let gap = members.optional("gap", gap)
            guard let earlier, let later, let gap else { return nil }
            return .before(Before(earlier: earlier, later: later, gap: gap))
        case .formula: return FormulaMembers.decode(&members).map(Relation.Constraint.equation)
        case .same, .sum, .part, .cumulative, .share, .change: return nil
        }
    }

    private static func gap(_ cursor: Cursor) -> Before.Gap? {
        guard var members = cursor.members() else { return nil }
        let least = members.optional("least") { $0.integer(in: 1...1_000_000) }
        let most = members.optional("most") { $0.integer(in: 1...1_000_000) }
        members.close()
        guard let least, let most else { return nil }
        if least == nil, most == nil { return cursor.refused("a gap with \"least\", \"most\" or both") }
        if let least, let most, least > most {
            return cursor.refused("a gap whose least is at most its most", .meaning)
        }
        return Before.Gap(least: least, most: most)
    }

    private static func equation(_ form: Form, _ members: inout Members) -> Equation? {
        let sides = form.sides.map { side in
            members.required(side.name.rawValue) { cursor in
                guard let fewest = side.fewest else { return cursor.reference(to: .statistic).map { [$0] } }
                return cursor.references(to: .statistic, count: fewest...longestSum)
            }
        }
        let known = sides.compactMap { $0 }
        return known.count == sides.count ? Equation(form, known) : nil
    }

    private static func operand(_ cursor: Cursor) -> Within.Operand? {
        guard var members = cursor.members() else { return nil }
        let operand = dated(&members, of: cursor)
        members.close()
        return operand
    }

    /// Decodes what has a date.
    static func dated(_ members: inout Members, of cursor: Cursor) -> Within.Operand? {
        let statistic = members.optional("statistic") { $0.reference(to: .statistic) }
        let event = members.optional("event") { $0.reference(to: .event) }
        guard let statistic, let event else { return nil }
        switch (statistic, event) {
        case (let statistic?, nil): return .statistic(statistic)
        case (nil, let event?): return .event(event)
        default: return cursor.refused("either a statistic or an event")
        }
    }

    private static func editorial(_ members: inout Members) -> Editorial? {
        let conflict = members.required("conflict") { $0.choice(of: Editorial.Conflict.self) }
        let verdicts = [Verdict.contradiction, .tension, .unresolved].map(\.rawValue)
        let verdict = members.required("verdict") { $0.choice(of: verdicts).flatMap(Verdict.init) }
        let statistics = members.optional("statistics") { $0.references(to: .statistic) }
        let sides = members.required("sides") { $0.list("an array of sides", count: 2...Int.max, side) }
        guard let conflict, let verdict, let statistics, let sides else { return nil }
        return Editorial(conflict: conflict, verdict: verdict, statistics: statistics ?? [], sides: sides)
    }

    private static func side(_ cursor: Cursor) -> Editorial.Side? {
        guard var members = cursor.members() else { return nil }
        let statement = members.required("statement") { $0.localizedText() }
        let citations = members.required("citations") { $0.citations() }
        members.close()
        guard let statement, let citations else { return nil }
        return Editorial.Side(statement: statement, citations: citations)
    }
}
