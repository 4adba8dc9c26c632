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
        let kind = unit.flatMap(cursor.diagnostics.ids.kind(ofUnit:))
        let claims = members.required("claims") { list in
            list.list("an array of claims", count: 1...Int.max) { claim($0, of: id ?? "", kind) }
        }
        members.close()
        guard let id, let title, let measure, let population, let unit, let period, let note, let citations, let claims,
            kind != nil
        else { return nil }
        return Statistic(
            id: id, title: title, measure: measure, population: population, unit: unit, period: period, note: note,
            citations: citations ?? [], claims: claims)
    }

    /// Decodes a claim. `kind` is nil if the unit is unknown, in which case only the form of the figure is checked.
    private static func claim(_ cursor: Cursor, of statistic: String, _ kind: UnitKind?) -> Claim? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.declaration(of: .claim) }
        let source = members.required("source") { $0.reference(to: .source) }
        let qualifier = members.required("qualifier") { $0.choice(of: Qualifier.self) }
        let isRange = qualifier == .between
        let low = isRange ? members.required("low") { $0.value(.stated, kind) } : .some(nil)
        let high = isRange ? members.required("high") { $0.value(.stated, kind) } : .some(nil)
        let value = isRange ? .some(nil) : members.required("value") { $0.value(qualifier, kind) }
        let precision = isRange ? .some(nil) : members.optional("precision") { $0.precision(qualifier) }
        let printed = members.required("printed") { $0.printed(value) }
        let attribution = members.required("attribution") { $0.choice(of: Claim.Attribution.self) }
        let rank = members.required("rank") { $0.choice(of: Claim.Rank.self) }
        let locator = members.optional("locator") { $0.locator() }
        let note = members.optional("note") { $0.localizedText() }
        members.close()
        guard let id, let source, let qualifier, let value, let precision, let printed, let attribution, let rank,
            let locator, let note, let low, let high
        else { return nil }
        let place = locator ?? .printedToken
        cursor.check(place, in: source)
        if let low, let high, low >= high {
            cursor.problem(.meaning, expected: "a range whose low is below its high", found: "\(low) and \(high)")
            return nil
        }
        let quantity =
            if let low, let high {
                Quantity(between: low, and: high, kind: kind ?? .count)
            } else {
                Quantity(value, qualifier, precision: precision.map { Number(Int64($0)) }, kind: kind ?? .count)
            }
        return Claim(
            id: id, statistic: statistic, source: source, quantity: quantity, printed: printed,
            attribution: attribution, rank: rank, locator: place, note: note)
    }
}

extension Cursor {
    /// Decodes the value of a claim: `.some(nil)` for null, which goes with an unknown figure only.
    fileprivate func value(_ qualifier: Qualifier?, _ kind: UnitKind?) -> Number?? {
        switch (json, qualifier) {
        case (.null, .unknown), (.null, nil): return .some(nil)
        case (.null, _): return refused("a number, because the figure is not unknown")
        case (.number, .unknown): return refused("null, because the figure is unknown")
        case (.number(let numeral), _):
            guard let rough = Double(numeral), (0...999_999_999_999).contains(rough) else {
                return refused("a number from 0 to 999999999999")
            }
            guard let number = Number(numeral: numeral) else {
                return refused("a number with at most 4 decimals", .meaning)
            }
            if kind == .count, !number.isWhole {
                problem(.meaning, expected: "a whole number, because the unit is a count")
            }
            if kind == .percentage, !UnitKind.percentage.range.contains(number) {
                problem(.meaning, expected: "a percentage from 0 to 100")
            }
            return number
        default: return refused("a number or null")
        }
    }
}

extension Cursor {
    fileprivate func precision(_ qualifier: Qualifier?) -> Int? {
        qualifier == .unknown ? refused("no precision, because the figure is unknown") : integer(in: 1...1_000_000_000)
    }

    /// Decodes the figure as printed, which must agree with its value.
    fileprivate func printed(_ value: Number??) -> String? {
        let token = text(longest: 120)
        if let token, case .some(.some(let number)) = value, !token.canBe(number) {
            problem(.meaning, expected: "the digits of the value \(number)")
        }
        return token
    }
}

extension String {
    /// Whether the text, if it is a plain number such as `58,620` or `58 620`, has the digits of `number`. A text with
    /// words is always accepted.
    fileprivate func canBe(_ number: Number) -> Bool {
        let decimals = Unicode.Scalar("0")...Unicode.Scalar("9")
        let digits = unicodeScalars.filter(decimals.contains)
        let others = unicodeScalars.filter { !decimals.contains($0) }
        let isPlain = others.allSatisfy { $0 == "," || $0 == "." || $0.properties.isWhitespace }
        guard isPlain, !digits.isEmpty else { return true }
        let value = "\(number)".unicodeScalars.filter(decimals.contains)
        // The print may have more trailing zeros than an exact number keeps.
        let rest = digits.dropFirst(value.count)
        return digits.starts(with: value) && (rest.isEmpty || !number.isWhole && rest.allSatisfy { $0 == "0" })
    }
}
