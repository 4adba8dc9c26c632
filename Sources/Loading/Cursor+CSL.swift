import Evidence
import Foundations

/// Decoding of names, dates and other variables in the form of CSL-JSON.
extension Cursor {
    private static let longestVariable = 2_000
    private static let years = -9_999...9_999

    func cslNames() -> [Source.Name]? { list("an array of names", count: 1...Int.max) { $0.cslName() } }

    private func cslName() -> Source.Name? {
        guard var members = members() else { return nil }
        if members.has("literal") {
            let literal = members.required("literal") { $0.text(longest: Cursor.longestVariable) }
            members.close()
            return literal.map(Source.Name.literal)
        }
        let part = { (name: String, members: inout Members) in
            members.optional(name) { $0.text(longest: Cursor.longestVariable) }
        }
        let family = members.required("family") { $0.text(longest: Cursor.longestVariable) }
        let given = part("given", &members)
        let dropping = part("dropping-particle", &members)
        let nonDropping = part("non-dropping-particle", &members)
        let suffix = part("suffix", &members)
        let comma = members.optional("comma-suffix") { $0.flag() }
        let ordering = members.optional("static-ordering") { $0.flag() }
        members.close(knowing: ["literal"])
        guard let family, let given, let dropping, let nonDropping, let suffix, let comma, let ordering else {
            return nil
        }
        var name = Source.Name.person(family: family, given: given)
        name.droppingParticle = dropping
        name.nonDroppingParticle = nonDropping
        name.suffix = suffix
        name.hasCommaBeforeSuffix = comma ?? false
        name.isFamilyFirst = ordering ?? false
        return name
    }

    /// Decodes a text or a whole number.
    func cslNumber() -> String? {
        if case .number = json { return integer(in: 0...1_000_000_000).map { "\($0)" } }
        return text(longest: Cursor.longestVariable)
    }

    /// Decodes a text in which CSL expects nothing else.
    func cslText(_ name: String) -> String? {
        guard let text = text(longest: Cursor.longestVariable) else { return nil }
        // Styles put an address before it.
        if name == "DOI", !text.hasPrefix("10.") { problem(.meaning, expected: "a DOI, which begins with \"10.\"") }
        return text
    }

    /// Decodes a date: `date-parts` with one date or the two ends of a range, or words.
    func cslDate() -> Source.DateValue? {
        guard var members = members() else { return nil }
        let isLiteral = members.has("literal")
        let parts = members.optional("date-parts") { list in
            list.list("an array of one date, or of the two ends of a range", count: 1...2) { $0.dateParts() }
        }
        let season = members.optional("season") { $0.integer(in: 1...4) }
        let circa = members.optional("circa") { $0.flag() }
        let literal = members.optional("literal") { $0.text(longest: Cursor.longestVariable) }
        members.close()
        guard let parts, let season, let circa, let literal else { return nil }
        guard let parts else {
            if !isLiteral || season != nil || circa != nil {
                problem(.structure, expected: "the member \"date-parts\"", found: "none")
                return nil
            }
            return Source.DateValue([], literal: literal)
        }
        if season != nil, parts.map(\.count) != [1] {
            problem(.meaning, expected: "a season of a year that has neither month nor end")
            return nil
        }
        if let first = parts.first, let last = parts.last, !isAscending(first, last) {
            problem(.meaning, expected: "a range that does not end before it begins", found: "\(parts)")
            return nil
        }
        return Source.DateValue(parts, season: season, isCirca: circa ?? false, literal: literal)
    }

    /// Compares two dates as far as both are known.
    private func isAscending(_ first: [Int], _ last: [Int]) -> Bool {
        zip(first, last).first { $0 != $1 }.map { $0 < $1 } ?? true
    }

    /// Decodes a year, and optionally a month and a day.
    private func dateParts() -> [Int]? {
        let parts = list("a year, a month and a day", count: 1...3) { cursor in
            cursor.place.flatMap { place in
                cursor.integer(in: place == 0 ? Cursor.years : place == 1 ? 1...12 : 1...31)
            }
        }
        if let parts, parts.count == 3, CalendarDay(year: parts[0], month: parts[1], day: parts[2]) == nil {
            problem(.meaning, expected: "a day that exists in the calendar", found: "\(parts)")
            return nil
        }
        return parts
    }
}

extension Members {
    private static let variables = Set(
        Source.nameVariables + Source.dateVariables + Source.numberVariables + Source.textVariables)

    /// Decodes the variables of CSL-JSON that few sources have; nil if one of them cannot be decoded.
    mutating func cslVariables() -> Source.Variables? {
        var variables = Source.Variables()
        var isComplete = true
        let found = Set(names.filter(Members.variables.contains))
        guard !found.isEmpty else { return variables }
        // One after another, because each may be wrong.
        for name in Source.nameVariables where found.contains(name) {
            variables.names[name] = required(name) { $0.cslNames() }
            isComplete = isComplete && variables.names[name] != nil
        }
        for name in Source.dateVariables where found.contains(name) {
            variables.dates[name] = required(name) { $0.cslDate() }
            isComplete = isComplete && variables.dates[name] != nil
        }
        for name in Source.numberVariables where found.contains(name) {
            variables.texts[name] = required(name) { $0.cslNumber() }
            isComplete = isComplete && variables.texts[name] != nil
        }
        for name in Source.textVariables where found.contains(name) {
            variables.texts[name] = required(name) { $0.cslText(name) }
            isComplete = isComplete && variables.texts[name] != nil
        }
        return isComplete ? variables : nil
    }
}
