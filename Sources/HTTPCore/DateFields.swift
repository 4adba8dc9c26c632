import Foundations

/// The numbers in the text of a date, each checked against its range.
struct DateFields {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int

    init?(_ bytes: [UInt8], referenceYear: Int) {
        let text = DateText(bytes)
        let comma = bytes.firstIndex(of: Byte.comma) ?? 0
        let parts: (year: Int?, month: Int?, day: Int?, clock: Int)
        if comma == 3, bytes.count == 29, HTTPDate.isWeekday(text[0, 3], long: false) {
            // Sun, 06 Nov 1994 08:49:37 GMT
            guard text[3, 2] == ", ", text[7, 1] == " ", text[11, 1] == " ", text[16, 1] == " ", text[25, 4] == " GMT"
            else { return nil }
            parts = (text.number(12, 4), HTTPDate.month(text[8, 3]), text.number(5, 2), 17)
        } else if comma > 3, bytes.count == comma + 24, HTTPDate.isWeekday(text[0, comma], long: true) {
            // Sunday, 06-Nov-94 08:49:37 GMT
            guard text[comma, 2] == ", ", text[comma + 4, 1] == "-", text[comma + 8, 1] == "-",
                text[comma + 11, 1] == " ", text[comma + 20, 4] == " GMT", let short = text.number(comma + 9, 2)
            else { return nil }
            let year = referenceYear - referenceYear % 100 + short
            parts = (
                year > referenceYear + 50 ? year - 100 : year, HTTPDate.month(text[comma + 5, 3]),
                text.number(comma + 2, 2), comma + 12
            )
        } else if comma == 0, bytes.count == 24, HTTPDate.isWeekday(text[0, 3], long: false) {
            // Sun Nov  6 08:49:37 1994
            guard text[3, 1] == " ", text[7, 1] == " ", text[10, 1] == " ", text[19, 1] == " " else { return nil }
            let day = text[8, 1] == " " ? text.number(9, 1) : text.number(8, 2)
            parts = (text.number(20, 4), HTTPDate.month(text[4, 3]), day, 11)
        } else {
            return nil
        }
        guard let year = parts.year, let month = parts.month, let day = parts.day, year > 0,
            (1...HTTPDate.length(ofMonth: month, year: year)).contains(day),
            let hour = text.number(parts.clock, 2), let minute = text.number(parts.clock + 3, 2),
            let second = text.number(parts.clock + 6, 2), hour < 24, minute < 60, second <= 60,
            text[parts.clock + 2, 1] == ":", text[parts.clock + 5, 1] == ":"
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second) = (hour, minute, second)
    }
}

/// A text addressed by offset and count; whatever lies outside it reads as empty.
private struct DateText {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    subscript(_ offset: Int, _ count: Int) -> String {
        String(decoding: bytes.dropFirst(offset).prefix(count), as: UTF8.self)
    }

    /// Parses exactly `count` digits: no sign, no space.
    func number(_ offset: Int, _ count: Int) -> Int? {
        let piece = bytes.dropFirst(offset).prefix(count)
        guard piece.count == count, piece.allSatisfy(\.isDigit) else { return nil }
        return piece.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
}
