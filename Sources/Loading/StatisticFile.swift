import Evidence
import Foundations

/// The file `statistics.json`: the figures.
enum StatisticFile {
    static let name = "statistics.json"

    /// Decodes the statistics; nil in place of one that cannot be decoded.
    static func decode(_ cursor: Cursor) -> [Statistic?]? {
        cursor.records("statistics", statistic)
    }

    private static func statistic(_ cursor: Cursor) -> Statistic? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.declaration(of: .statistic) }
        let title = members.required("title") { $0.localizedText() }
        let measure = members.required("measure") { $0.reference(to: .measure) }
        let population = members.required("population") { $0.reference(to: .population) }
        let unit = members.required("unit") { $0.reference(to: .unit) }
        let period = members.required("period") { $0.date() }
        let note = members.optional("note") { $0.localizedText() }
        let citations = members.optional("citations") { $0.citations() }
        let values = unit.flatMap(cursor.diagnostics.ids.unit(_:))
        let claims = members.optional("claims") { list in
            let claims = list.list("an array of claims") { claim($0, of: id ?? "", values) }
            if let claims { list.checkCorrections(claims, of: "statistic") }
            return claims
        }
        members.close()
        guard let id, let title, let measure, let population, let unit, let period, let note, let citations, let claims,
            values != nil
        else { return nil }
        return Statistic(
            id: id, title: title, measure: measure, population: population, unit: unit, period: period, note: note,
            citations: citations ?? [], claims: claims ?? [])
    }

    /// Decodes a claim. `unit` is nil if the unit is unknown, in which case only the form of the figure is checked.
    private static func claim(_ cursor: Cursor, of statistic: String, _ unit: Unit?) -> Claim? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.declaration(of: .claim) }
        let source = members.required("source") { $0.reference(to: .source) }
        let qualifier = members.required("qualifier") { $0.choice(of: Qualifier.self) }
        let quantity = quantity(cursor, qualifier, unit, &members)
        let scale = members.optional("scale") { $0.scale(qualifier) }
        // Without a sound scale, nothing can be said of the digits.
        let printable = scale == nil ? nil : quantity?.printable
        let printed = members.required("printed") { $0.printed(printable, scale: scale ?? nil) }
        let rest = ClaimMembers(&members, of: source)
        members.close()
        guard let id, let source, let quantity, let scale, let printed, let rest else { return nil }
        cursor.check(rest.locator, in: source)
        return Claim(
            id: id, statistic: statistic, source: source,
            quantity: quantity.read(as: printed, isScaled: scale != nil), printed: printed, scale: scale,
            attribution: rest.attribution, rank: rest.rank, locator: rest.locator, note: rest.note,
            paraphrase: rest.paraphrase, quotation: rest.quotation, witness: rest.witness,
            corrects: rest.corrects)
    }

    /// Decodes what a claim says: a range, a ratio or a value.
    private static func quantity(
        _ cursor: Cursor, _ qualifier: Qualifier?, _ unit: Unit?, _ members: inout Members
    ) -> Quantity? {
        let known = unit ?? Unit(.measure, bounds: Interval(nil, nil))
        if qualifier == .between {
            let low = members.required("low") { $0.value(.stated, unit) }
            let high = members.required("high") { $0.value(.stated, unit) }
            guard case let (low??, high??) = (low, high) else { return nil }
            guard low < high else {
                cursor.problem(.meaning, expected: "a range whose low is below its high", found: "\(low) and \(high)")
                return nil
            }
            return Quantity(between: low, and: high, in: known)
        }
        let isRatio = qualifier != .unknown && members.has("ratio")
        let ratio = isRatio ? members.required("ratio") { $0.ratio(qualifier, unit) } : nil
        // Beside a ratio, a value may stand that says the same.
        let value =
            isRatio
            ? members.optional("value") { $0.value(of: ratio, unit) }
            : members.required("value") { $0.value(qualifier, unit) }
        let precision = members.optional("precision") { $0.precision(qualifier, unit) }
        guard let qualifier, let value, let precision, isRatio == (ratio != nil) else { return nil }
        if let ratio { return Quantity(ratio, qualifier, precision: precision, in: known) }
        return Quantity(value, qualifier, precision: precision, in: known)
    }
}

extension Quantity {
    /// The value that is printed in digits; nil for what has none, and for a ratio, whose two numbers are.
    fileprivate var printable: Number? { ratio == nil ? value : nil }
}
