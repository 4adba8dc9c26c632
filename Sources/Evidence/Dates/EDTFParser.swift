/// A parser of EDTF levels 0, 1 and 2 that reads one byte after another, without backtracking.
struct EDTFParser {
    let bytes: [UInt8]
    var position = 0
    let calendar: CalendarSystem
    /// Whether the calendar and the clock have everything read so far; only checked once the whole form is parsed.
    var exists = true
    /// Where the date began that is being read.
    private var startOfDate = 0
    /// Whether dates of a set are from a later to an earlier one.
    private var isReversed = false
    /// Whether a year is beyond those that have days here.
    var isBeyond = false

    init(_ text: String, _ calendar: CalendarSystem) {
        bytes = Array(text.utf8)
        self.calendar = calendar
    }

    mutating func parse() throws(EDTFError) -> (start: EDTF.Endpoint, end: EDTF.Endpoint, set: EDTFSet?) {
        if peek("[") || peek("{") {
            let dates = try set()
            try finish()
            return (dates.bounds.start, dates.bounds.end, dates)
        }
        let start = try endpoint()
        guard skip("/") else {
            guard start.date != nil else { throw syntax }
            try finish()
            return (start, start, nil)
        }
        let slash = position
        let end = try endpoint()
        guard position == bytes.count else { throw syntax }
        // Intervals consist of dates: a time on either side is not EDTF.
        guard start.date != nil || end.date != nil, !hasTime else { throw .syntax(position: slash) }
        try finish()
        if let first = start.date?.earliest, let last = end.date?.latest, last < first { throw .reversed }
        return (start, end, nil)
    }

    private func finish() throws(EDTFError) {
        guard position == bytes.count else { throw syntax }
        guard !isBeyond else { throw .notTaken }
        guard exists else { throw .noSuchDay }
        guard !isReversed else { throw .reversed }
    }

    private var hasTime: Bool { bytes.contains(UInt8(ascii: "T")) }

    var syntax: EDTFError { .syntax(position: position) }

    private mutating func endpoint() throws(EDTFError) -> EDTF.Endpoint {
        if position == bytes.count || peek("/") { return .unknown }
        if try skipDots() { return .open }
        return .date(try date())
    }

    /// Skips `..`, or nothing.
    private mutating func skipDots() throws(EDTFError) -> Bool {
        guard skip(".") else { return false }
        guard skip(".") else { throw syntax }
        return true
    }

    // MARK: Sets

    private mutating func set() throws(EDTFError) -> EDTFSet {
        let isChoice = skip("[")
        if !isChoice { _ = skip("{") }
        let close: Unicode.Scalar = isChoice ? "]" : "}"
        var elements: [EDTFSet.Element] = []
        repeat {
            guard elements.count < EDTFSet.mostElements else { throw .notTaken }
            elements.append(try element(isFirst: elements.isEmpty, close))
        } while skip(",")
        guard skip(close), !hasTime else { throw syntax }
        return EDTFSet(choice: isChoice ? .oneOf : .allOf, elements: elements)
    }

    private mutating func element(isFirst: Bool, _ close: Unicode.Scalar) throws(EDTFError) -> EDTFSet.Element {
        if isFirst, try skipDots() { return .init(start: .open, end: .date(try date())) }
        let start = EDTF.Endpoint.date(try date())
        guard try skipDots() else { return .init(start: start) }
        if peek(close) { return .init(start: start, end: .open) }
        let end = try date()
        if let first = start.date?.earliest, end.latest < first { isReversed = true }
        return .init(start: start, end: .date(end))
    }

    // MARK: Dates

    private mutating func date() throws(EDTFError) -> EDTFDate {
        startOfDate = position
        if let day = plainDay() { return day }
        var marks = EDTFDate.Marks()
        marks.add(qualifier(), to: [.year])
        if skip("Y") { return try longYear(marks) }
        let isNegative = skip("-")
        let year = try digits(4)
        // Of the years -00XX, the one that cannot be written so is taken for the year 0.
        if isNegative, year.high == 0 { exists = false }
        if year.isKnown, skip("S") { return try significant(isNegative ? -year.low : year.low, digits: 4, marks) }
        marks.add(qualifier(), to: [.year])
        guard skip("-") else { return made(isNegative, year, nil, nil, marks) }
        marks.add(qualifier(), to: [.month])
        let month = try digits(2)
        marks.add(qualifier(), to: [.year, .month])
        if month.isKnown, let grouping = YearGrouping(rawValue: month.low) {
            return grouped(isNegative, year, grouping, marks)
        }
        guard skip("-") else { return made(isNegative, year, month, nil, marks) }
        marks.add(qualifier(), to: [.day])
        let day = try digits(2)
        if year.isKnown, month.isKnown, day.isKnown, marks.isEmpty, skip("T") {
            try timeOfDay()
        } else {
            marks.add(qualifier(), to: [.year, .month, .day])
        }
        return made(isNegative, year, month, day, marks)
    }

    private mutating func made(
        _ isNegative: Bool, _ year: DateDigits, _ month: DateDigits?, _ day: DateDigits?, _ marks: EDTFDate.Marks
    ) -> EDTFDate {
        if year.isKnown, month?.isKnown ?? true, day?.isKnown ?? true {
            let signed = isNegative ? -year.low : year.low
            let length = calendar.days(in: month?.low ?? 12, of: signed)
            let first = EDTFDate.Written(signed, month?.low ?? 1, day?.low ?? 1)
            let last = EDTFDate.Written(signed, month?.low ?? 12, day?.low ?? length)
            return made(first, last, day != nil ? .day : month != nil ? .month : .year, marks)
        }
        let template = DateTemplate(isNegative: isNegative, year: year, month: month, day: day)
        guard let (first, last) = template.bounds(in: calendar) else { return none() }
        if let precision = EDTFDate.Precision(of: template) { return made(first, last, precision, marks) }
        let precision = EDTFDate.Precision(ofYears: template) ?? asWritten
        return made(first, last, precision, marks, template: template)
    }

    private mutating func grouped(
        _ isNegative: Bool, _ year: DateDigits, _ grouping: YearGrouping, _ marks: EDTFDate.Marks
    ) -> EDTFDate {
        let years = isNegative ? (-year.high, -year.low) : (year.low, year.high)
        let (first, _) = grouping.months(of: years.0)
        let (_, last) = grouping.months(of: years.1)
        return made(
            EDTFDate.Written(first.year, first.month, 1),
            EDTFDate.Written(last.year, last.month, calendar.days(in: last.month, of: last.year)),
            year.isKnown ? .grouping(grouping) : asWritten, marks)
    }

    /// The date that was just read, as written but for its marks.
    private var asWritten: EDTFDate.Precision {
        let text = bytes[startOfDate..<position].filter { EDTFDate.Qualifier($0) == nil }
        return .digits(String(decoding: text, as: UTF8.self))
    }

    /// Parses the year after `Y`: more than four digits, or fewer with an exponent of ten.
    private mutating func longYear(_ marks: EDTFDate.Marks) throws(EDTFError) -> EDTFDate {
        let isNegative = skip("-")
        let first = position
        var year = number()
        let count = position - first
        guard count > 0, bytes[first] != UInt8(ascii: "0") else { throw syntax }
        var digits = count
        let hasExponent = skip("E")
        if hasExponent {
            let start = position
            let exponent = number()
            guard position > start else { throw syntax }
            digits += min(exponent, 100)
            for _ in 0..<min(exponent, 10) { year = min(year * 10, EDTFParser.most) }
        } else if count < 5 {
            throw syntax
        }
        if year > 999_999_999 {
            isBeyond = true
            year = 1
        }
        let signed = isNegative ? -year : year
        if skip("S") { return try significant(signed, digits: digits, marks) }
        var allMarks = marks
        allMarks.add(qualifier(), to: [.year])
        return made(.init(signed, 1, 1), .init(signed, 12, 31), hasExponent ? .exponential : .year, allMarks)
    }

    /// Parses how many digits of an estimated year are significant: `1950S2` is some year of 1900–1999.
    private mutating func significant(_ year: Int, digits: Int, _ marks: EDTFDate.Marks) throws(EDTFError) -> EDTFDate {
        let start = position
        let count = number()
        guard position > start else { throw syntax }
        if !(1...max(digits, 1)).contains(count) { exists = false }
        let unit = (0..<min(max(digits - count, 0), 9)).reduce(1) { unit, _ in unit * 10 }
        let low = Int(year.magnitude) / unit * unit
        let high = min(low + unit - 1, 999_999_999)
        var marks = marks
        marks.add(qualifier(), to: [.year])
        let years = year < 0 ? (-high, -low) : (low, high)
        return made(.init(years.0, 1, 1), .init(years.1, 12, 31), .estimate(year), marks)
    }

    /// Returns the date, or any that there is where it does not exist.
    private mutating func made(
        _ first: EDTFDate.Written, _ last: EDTFDate.Written, _ precision: EDTFDate.Precision, _ marks: EDTFDate.Marks,
        template: DateTemplate? = nil
    ) -> EDTFDate {
        if let date = EDTFDate(first, last, calendar, precision, marks, template) { return date }
        return none()
    }

    private mutating func none() -> EDTFDate {
        exists = false
        return EDTFDate(CalendarDay(ordinal: 0))
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
}
