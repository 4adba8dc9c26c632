import Archive
import Evidence
import Wording

/// Events as iCalendar (RFC 5545). Only events whose start and end are exact, certain days are included: a calendar
/// cannot express “August” or “about”.
enum CalendarText {
    @Sendable static func write(_ content: ListContent<Event>) -> [UInt8] {
        let (snapshot, language) = (content.snapshot, content.language)
        let identity = snapshot.dataset.identity
        let stamp = digits(identity.released) + "T000000Z"
        var text = ""
        let line = { (content: String) in text += folded(content) }
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//Akistata//\(escaped(identity.id)) \(identity.version)//EN")
        // RFC 7986: describes the calendar as a whole.
        line(property("NAME", identity.title, in: language))
        // The same for programs that are older than RFC 7986.
        line("X-WR-CALNAME:\(escaped(identity.title[language]))")
        line(property("DESCRIPTION", identity.attribution, in: language))
        for event in content.records {
            guard !event.isContested, let days = event.date.days else { continue }
            line("BEGIN:VEVENT")
            line("UID:\(event.id)@\(identity.id)")
            line("DTSTAMP:\(stamp)")
            // Both grow with every version, so that programs take what they hold already anew.
            line("LAST-MODIFIED:\(stamp)")
            line("SEQUENCE:\(sequence(of: identity.version))")
            if content.origin != nil {
                line("URL:\(content.page("/events/\(event.id)") ?? content.address(APIPath.below("events", event.id)))")
            }
            line("DTSTART;VALUE=DATE:\(digits(days.first))")
            // DTEND is exclusive: the day after the last (section 3.6.1).
            line("DTEND;VALUE=DATE:\(digits(days.next))")
            line(property("SUMMARY", event.title, in: language))
            line(property("DESCRIPTION", event.summary, in: language))
            let category = identity.vocabulary[.category, event.category]
            if let category { line(property("CATEGORIES", category.label, in: language)) }
            // The event does not block anyone's time.
            line("TRANSP:TRANSPARENT")
            line("END:VEVENT")
        }
        line("END:VCALENDAR")
        return Array(text.utf8)
    }

    /// Returns a number that grows with the version: `1.2.3` is 1002003. A part above 999 counts as that, and the first
    /// above 2146 as that, because the number is at most 2^31 − 1 (section 3.3.8).
    static func sequence(of version: String) -> Int {
        let parts = version.split(separator: ".").map { Int($0) ?? .max }
        return zip(parts, [2_146, 999, 999]).reduce(0) { $0 * 1_000 + min($1.0, $1.1) }
    }

    /// Returns a property with the language that its text is in (section 3.2.10).
    private static func property(_ name: String, _ text: LocalizedText, in language: Language) -> String {
        let tag = text.language(for: language.tag) ?? language.tag
        return "\(name);LANGUAGE=\(tag.rawValue):\(escaped(text[language]))"
    }

    /// Returns the day in the form `19450209`.
    private static func digits(_ day: CalendarDay) -> String { day.description.replacing("-", with: "") }

    /// Escapes a TEXT value (section 3.3.11).
    private static func escaped(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
        }.joined(separator: "\\n")
    }

    /// Folds a line into lines of at most 75 bytes, ended by CRLF; continuation lines start with a space (section 3.1).
    private static func folded(_ line: String) -> String {
        var text = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if count + width > 75 {
                text += "\r\n "
                count = 1
            }
            text.unicodeScalars.append(scalar)
            count += width
        }
        return text + "\r\n"
    }
}

extension EDTF {
    /// The first day and the day after the last; nil unless both ends are certain, exact days in the years 1 to 9998.
    fileprivate var days: (first: CalendarDay, next: CalendarDay)? {
        guard set?.choice != .oneOf, let start = start.date, let end = end.date,
            [start, end].allSatisfy({
                $0.precision == .day && $0.qualifier == nil && (1...9_998).contains($0.earliest.year)
            })
        else { return nil }
        let last = end.latest
        let next =
            CalendarDay(year: last.year, month: last.month, day: last.day + 1)
            ?? CalendarDay(year: last.year, month: last.month + 1, day: 1)
            ?? CalendarDay(year: last.year + 1, month: 1, day: 1)
        return next.map { (start.earliest, $0) }
    }
}
