import Evidence
import Foundations

/// What a unit of the vocabulary says beside its id and label.
enum UnitFile {
    /// Decodes which values a unit allows, how they are read, and what they convert to.
    static func unit(of id: String?, _ members: inout Members, _ cursor: Cursor) -> Unit? {
        let kind = members.required("kind") { $0.choice(of: UnitKind.self) }
        let minimum = members.optional("minimum") { $0.bound(kind) }
        let maximum = members.optional("maximum") { $0.bound(kind) }
        let decimals = members.optional("decimals") { $0.decimals(kind) }
        let conversion = members.optional("convertsTo") { UnitFile.conversion($0, of: id) }
        guard let kind, let minimum, let maximum, let decimals, let conversion else { return nil }
        let bounds = Interval(minimum ?? kind.range.low, maximum ?? kind.range.high)
        if let low = bounds.low, let high = bounds.high, low >= high {
            cursor.problem(.meaning, expected: "a minimum below the maximum", found: "\(low) and \(high)")
            return nil
        }
        return Unit(kind, bounds: bounds, decimals: decimals ?? 0, conversion: conversion)
    }

    /// Decodes a unit before all else, since figures need it; nil where it is not described right.
    static func unit(_ json: JSON, _ diagnostics: Diagnostics) -> Unit? {
        let cursor = Cursor(json: json, path: .file(IdentityFile.name), diagnostics: diagnostics)
        guard var members = cursor.members() else { return nil }
        return unit(of: json["id"]?.string, &members, cursor)
    }

    private static func conversion(_ cursor: Cursor, of id: String?) -> Unit.Conversion? {
        guard var members = cursor.members() else { return nil }
        let unit = members.required("unit") { $0.reference(to: .unit) }
        let factor = members.required("factor") { $0.factor() }
        members.close()
        guard let unit, let factor else { return nil }
        return Unit.Conversion(unit: unit, factor: factor)
    }
}

extension Cursor {
    /// Decodes a bound: `.some(nil)` for null, which is none.
    fileprivate func bound(_ kind: UnitKind?) -> Number?? {
        if case .null = json { return .some(nil) }
        guard let number = number() else { return nil }
        if kind == .count, !number.isWhole {
            problem(.meaning, expected: "a whole number, because the unit is a count")
        }
        return number
    }

    fileprivate func decimals(_ kind: UnitKind?) -> Int? {
        guard let decimals = integer(in: 0...Unit.mostDecimals) else { return nil }
        if kind == .count, decimals > 0 { problem(.meaning, expected: "0, because the unit is a count") }
        return decimals
    }

    /// Decodes how many of another unit one is.
    fileprivate func factor() -> Number? {
        guard case .number(let numeral) = json, let rough = Double(numeral), rough > 0, rough <= 999_999_999_999_999
        else { return refused("a number above 0 and of at most 999999999999999") }
        guard let number = Number(numeral: numeral, decimals: 15) else {
            return refused("a number with at most 15 decimals", .meaning)
        }
        return number
    }
}
