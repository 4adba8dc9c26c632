package import Evidence

extension EDTFError {
    /// The longest text that is looked at, in bytes.
    private static let longest = 64

    /// Returns the EDTF that was probably meant by a text; nil where that cannot be told.
    package func suggestion(for text: String) -> String? {
        guard case .syntax = self, text.utf8.count <= EDTFError.longest else { return nil }
        let text = text.lowercased()
        if let match = text.wholeMatch(of: /-0*([0-9]{1,3})/) { return EDTFError.year(match.1, isBefore: true) }
        let meant = text.wholeMatch(of: /[0-9]{1,3}/).map { Int($0.0)?.padded(to: 4) ?? String($0.0) }
        return (meant ?? EDTFError.meant(by: text)).flatMap { (try? EDTF($0)) == nil ? nil : $0 }
    }

    /// Returns how the date that was probably meant by a text is written, or which part of it is wrong, for the end of a
    /// sentence; nil where that cannot be told.
    package func hint(for text: String, in calendar: CalendarSystem = .gregorian) -> String? {
        guard text.utf8.count <= EDTFError.longest else { return nil }
        switch self {
        case .noSuchDay: return EDTFError.wrongPart(of: text, calendar)
        case .syntax: return EDTFError.form(of: text.lowercased(), as: text, calendar)
        case .reversed, .notTaken: return nil
        }
    }

    /// Returns which part of a date the calendar does not have.
    private static func wrongPart(of text: String, _ calendar: CalendarSystem) -> String? {
        for date in text.split(whereSeparator: { "/,[]{}".contains($0) }) {
            guard let match = date.firstMatch(of: /^(Y?-?[0-9]{4,9})-([0-9]{2})(?:-([0-9]{2}))?/),
                let year = Int(match.1.drop { $0 == "Y" }), let month = Int(match.2)
            else { continue }
            guard (1...12).contains(month) else {
                if YearGrouping(rawValue: month) != nil { continue }
                return
                    "\(match.2) is no month: they are 01 to 12, and without a day 21 to 41 are seasons, quarters, thirds "
                    + "and halves of a year"
            }
            let length = calendar.days(in: month, of: year)
            if let day = match.3.flatMap({ Int($0) }), !(1...length).contains(day) {
                return "\(match.1)-\(match.2) has \(length) days"
            }
        }
        return nil
    }

    /// Returns how a date is written that is told in another form.
    private static func form(of text: String, as written: String, _ calendar: CalendarSystem) -> String? {
        if let match = text.wholeMatch(of: /-0*([0-9]{1,3})/), let year = Int(match.1), year > 0 {
            return "a year has four digits; \(year) BCE is \(edtf(ofYear: 1 - year)), and \(edtf(ofYear: -year)) is "
                + "\(year + 1) BCE"
        }
        if let match = text.wholeMatch(of: /[0-9]{1,3}/), let year = Int(match.0) {
            return "a year has four digits: \(edtf(ofYear: year))"
        }
        guard let meant = meant(by: text), (try? EDTF(meant, calendar: calendar)) != nil else { return nil }
        let isBefore = text.contains(/b\.?\s?c/)
        return "“\(written)” is written \(meant)" + (isBefore ? ", because the year 0000 is 1 BCE" : "")
    }

    private static func meant(by text: String) -> String? {
        if let match = text.wholeMatch(of: /([0-9]{1,9}) ?(b\.? ?c\.?(?: ?e\.?)?|a\.? ?d\.?|c\.? ?e\.?)/) {
            return year(match.1, isBefore: match.2.hasPrefix("b"))
        }
        if let match = text.wholeMatch(of: /a\.? ?d\.? ?([0-9]{1,9})/) { return year(match.1, isBefore: false) }
        if let match = text.wholeMatch(
            of: /(?:circa|ca\.?|c\.?|about|around|approx\.?|approximately|~) ?(-?[0-9]{4}.*)/)
        {
            return match.1 + "~"
        }
        if let match = text.wholeMatch(of: /([0-9]{1,2})(?:st|nd|rd|th)?[ -]c(?:entury|\.)( b\.?c\.?(?:e\.?)?)?/) {
            return Int(match.1).flatMap { number in
                guard number > 0 else { return nil }
                return (match.2 == nil ? "" : "-") + (number - 1).padded(to: 2) + "XX"
            }
        }
        if let match = text.wholeMatch(of: /(-?[0-9]{3})0['’]?s/) { return match.1 + "X" }
        if let match = text.wholeMatch(of: /(spring|summer|autumn|fall|winter) (?:of )?([0-9]{4})/) {
            let seasons = ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]
            return seasons[String(match.1)].map { "\(match.2)-\($0)" }
        }
        if let match = text.wholeMatch(of: /(?:before|until|to) (-?[0-9]{4}.*)/) { return "../" + match.1 }
        if let match = text.wholeMatch(of: /(?:after|from|since) (-?[0-9]{4}.*)/) { return match.1 + "/.." }
        if let match = text.wholeMatch(of: /([0-9]{4}) ?[-–—] ?([0-9]{4})/) { return "\(match.1)/\(match.2)" }
        if let match = text.wholeMatch(of: /(-?[0-9]{4})[-\/.]([0-9]{1,2})(?:[-\/.]([0-9]{1,2}))?/) {
            let parts = [match.2, match.3].compactMap { $0.flatMap { Int($0) } }
            return ([String(match.1)] + parts.map { $0.padded(to: 2) }).joined(separator: "-")
        }
        if let match = text.wholeMatch(of: /-?[0-9]{5,9}/) { return "Y" + match.0 }
        return day(of: text)
    }

    /// Returns the day or month of a text with the English name of its month.
    private static func day(of text: String) -> String? {
        let months = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        func month(_ name: Substring) -> String? {
            months.firstIndex { $0 == name || $0.prefix(3) == name }.map { ($0 + 1).padded(to: 2) }
        }
        if let match = text.wholeMatch(of: /(?:([0-9]{1,2})(?:st|nd|rd|th)?\.? )?([a-z]{3,9})\.? ([0-9]{4})/) {
            let day = match.1.flatMap { Int($0) }.map { "-" + $0.padded(to: 2) } ?? ""
            return month(match.2).map { "\(match.3)-\($0)\(day)" }
        }
        guard let match = text.wholeMatch(of: /([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?, ?([0-9]{4})/),
            let day = Int(match.2)
        else { return nil }
        return month(match.1).map { "\(match.3)-\($0)-\(day.padded(to: 2))" }
    }

    private static func year(_ digits: Substring, isBefore: Bool) -> String? {
        guard let year = Int(digits), year > 0 else { return nil }
        return edtf(ofYear: isBefore ? 1 - year : year)
    }

    private static func edtf(ofYear year: Int) -> String {
        (year.magnitude > 9_999 ? "Y" : "") + year.padded(to: 4)
    }
}
