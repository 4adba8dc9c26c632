/// A parser of EDTF levels 0 and 1 that reads one byte after another, without backtracking.
struct EDTFParser {
    private let bytes: [UInt8]
    private var position = 0
    /// Whether the calendar and the clock have everything read so far; only checked once the whole form is parsed.
    private var exists = true

    private let calendar: CalendarSystem

    init(_ text: String, _ calendar: CalendarSystem) {
        bytes = Array(text.utf8)
        self.calendar = calendar
    }

    mutating func parse() throws(EDTFError) -> (start: EDTF.Endpoint, end: EDTF.Endpoint) {
        let start = try endpoint()
        guard skip("/") else {
            guard position == bytes.count, start.date != nil else { throw syntax }
            guard exists else { throw .noSuchDay }
            return (start, start)
        }
        let slash = position
        let end = try endpoint()
        guard position == bytes.count else { throw syntax }
        guard start.date != nil || end.date != nil, !hasTime else { throw .syntax(position: slash) }
        guard exists else { throw .noSuchDay }
        if let first = start.date?.earliest, let last = end.date?.latest, last < first { throw .reversed }
        return (start, end)
    }

    /// Whether the text has a time of day. Intervals consist of dates: a time on either side is not EDTF.
    private var hasTime: Bool { bytes.contains(UInt8(ascii: "T")) }

    private var syntax: EDTFError { .syntax(position: position) }

    private mutating func endpoint() throws(EDTFError) -> EDTF.Endpoint {
        if position == bytes.count || peek("/") { return .unknown }
        if skip(".") {
            guard skip(".") else { throw syntax }
            return .open
        }
        return .date(try date())
    }

    private mutating func date() throws(EDTFError) -> EDTFDate {
        if skip("Y") { return try longYear() }
        let negative = skip("-")
        let (year, unspecified) = try fourDigitYear()
        // Of the years -00XX, the one that cannot be written so is taken for the year 0.
        if negative, year == 0, unspecified == 0 { exists = false }
        let signed = negative ? -year : year
        switch unspecified {
        case 0: return skip("-") ? try monthOrSeason(of: signed) : try whole(signed, signed, .year)
        case 1: return try years(signed, negative: negative, span: 9, .decade)
        default: return try years(signed, negative: negative, span: 99, .century)
        }
    }

    private mutating func years(
        _ year: Int, negative: Bool, span: Int, _ precision: EDTFDate.Precision
    ) throws(EDTFError) -> EDTFDate {
        negative ? try whole(year - span, year, precision) : try whole(year, year + span, precision)
    }

    private mutating func whole(_ first: Int, _ last: Int, _ precision: EDTFDate.Precision) throws(EDTFError)
        -> EDTFDate
    {
        finished(.init(first, 1, 1), .init(last, 12, 31), precision)
    }

    private mutating func finished(
        _ first: EDTFDate.Written, _ last: EDTFDate.Written, _ precision: EDTFDate.Precision
    ) -> EDTFDate {
        var qualifier: EDTFDate.Qualifier?
        if position < bytes.count {
            qualifier = EDTFDate.Qualifier(rawValue: Character(UnicodeScalar(bytes[position])))
            if qualifier != nil { position += 1 }
        }
        return date(first, last, precision, qualifier)
    }

    /// Returns the date, or any that there is where it does not exist.
    private mutating func date(
        _ first: EDTFDate.Written, _ last: EDTFDate.Written, _ precision: EDTFDate.Precision,
        _ qualifier: EDTFDate.Qualifier?
    ) -> EDTFDate {
        if let date = EDTFDate(first, last, calendar, precision, qualifier) { return date }
        exists = false
        let none = CalendarDay(ordinal: 0)
        return EDTFDate(earliest: none, latest: none, precision: precision, qualifier: qualifier)
    }

    /// Parses the year after `Y`, which has 5 to 9 digits.
    private mutating func longYear() throws(EDTFError) -> EDTFDate {
        let negative = skip("-")
        let first = position
        var year = 0
        while let digit = digit(), position - first <= 9 { year = year * 10 + digit }
        guard (5...9).contains(position - first), bytes[first] != UInt8(ascii: "0") else { throw syntax }
        let signed = negative ? -year : year
        return try whole(signed, signed, .year)
    }

    /// Parses a year whose last one or two digits may be `X`; these are read as 0.
    private mutating func fourDigitYear() throws(EDTFError) -> (year: Int, unspecified: Int) {
        var year = 0
        var unspecified = 0
        for place in 0..<4 {
            if place >= 2, skip("X") {
                unspecified += 1
                year *= 10
            } else if unspecified == 0, let digit = digit() {
                year = year * 10 + digit
            } else {
                throw syntax
            }
        }
        return (year, unspecified)
    }

    private mutating func monthOrSeason(of year: Int) throws(EDTFError) -> EDTFDate {
        if skip("X") {
            guard skip("X") else { throw syntax }
            if skip("-") {
                guard skip("X"), skip("X") else { throw syntax }
            }
            return try whole(year, year, .year)
        }
        let month = try twoDigits()
        switch month {
        case 21...24: return season(month - 21, of: year)
        case 1...12: break
        default: exists = false
        }
        return skip("-") ? try day(of: month, year) : monthOf(year, month)
    }

    private mutating func monthOf(_ year: Int, _ month: Int) -> EDTFDate {
        finished(.init(year, month, 1), lastDay(of: month, year), .month)
    }

    private func lastDay(of month: Int, _ year: Int) -> EDTFDate.Written {
        .init(year, month, calendar.days(in: month, of: year))
    }

    /// Returns a season as calendar months of the northern hemisphere; winter begins in December of its year.
    private mutating func season(_ index: Int, of year: Int) -> EDTFDate {
        let first = 3 + 3 * index
        return finished(
            .init(year, first, 1), first == 12 ? lastDay(of: 2, year + 1) : lastDay(of: first + 2, year),
            .season)
    }

    private mutating func day(of month: Int, _ year: Int) throws(EDTFError) -> EDTFDate {
        if skip("X") {
            guard skip("X") else { throw syntax }
            return monthOf(year, month)
        }
        let day = try twoDigits()
        let time = skip("T")
        if time { try timeOfDay() }
        let written = EDTFDate.Written(year, month, day)
        return time ? date(written, written, .day, nil) : finished(written, written, .day)
    }

    /// Parses `hh:mm:ss` and `Z`, `±hh` or `±hh:mm`. The time itself is discarded: the day as written is compared.
    private mutating func timeOfDay() throws(EDTFError) {
        let hour = try twoDigits()
        guard skip(":") else { throw syntax }
        let minute = try twoDigits()
        guard skip(":") else { throw syntax }
        let second = try twoDigits()
        if hour > 23 || minute > 59 || second > 59 { exists = false }
        if skip("Z") { return }
        if skip("+") || skip("-") {
            let hours = try twoDigits()
            if hours > 14 { exists = false }
            if skip(":") {
                let minutes = try twoDigits()
                if minutes > 59 { exists = false }
            }
        }
    }

    private mutating func twoDigits() throws(EDTFError) -> Int {
        guard let tens = digit(), let ones = digit() else { throw syntax }
        return tens * 10 + ones
    }

    private mutating func digit() -> Int? {
        guard position < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[position] else { return nil }
        position += 1
        return Int(bytes[position - 1] - UInt8(ascii: "0"))
    }

    private func peek(_ character: Unicode.Scalar) -> Bool {
        position < bytes.count && bytes[position] == UInt8(ascii: character)
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek(character) else { return false }
        position += 1
        return true
    }
}
