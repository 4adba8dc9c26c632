import Evidence
import Foundations

extension Cursor {
    /// Decodes a date or an interval: EDTF, or an object with the calendar that it counts by.
    func date() -> EDTF? {
        guard case .object(_) = json else { return edtf(.gregorian) }
        guard var members = members() else { return nil }
        let calendar = members.required("calendar") { $0.choice(of: CalendarSystem.self) }
        // Where the calendar is wrong, that is reported, and the form of the date can still be checked.
        let date = members.required("edtf") { $0.edtf(calendar ?? .julian) }
        members.close()
        return calendar == nil ? nil : date
    }

    private static let expected = "an EDTF date or interval, such as 1944-10-18, 1944-10 or 1944-08/1945-05"

    /// The most problems before a date that is still told how it is written.
    private static let mostHints = 10

    private func edtf(_ calendar: CalendarSystem) -> EDTF? {
        guard case .string(let text) = json else { return refused(Cursor.expected) }
        do throws(EDTFError) {
            return try EDTF(text, calendar: calendar)
        } catch {
            // It takes a millisecond: of very many dates, the first show how they are written.
            let hint =
                diagnostics.count < Cursor.mostHints ? error.hint(for: text, in: calendar).map { "; " + $0 } ?? "" : ""
            switch error {
            case .syntax(let position):
                return refused("\(Cursor.expected); this is none from byte \(position) on" + hint)
            case .noSuchDay: return refused("a day that exists in the \(calendar.rawValue) calendar" + hint, .meaning)
            case .notTaken:
                return refused(
                    "years of -999999999 to 999999999, and no more than 100 dates in a set: EDTF has others, which are "
                        + "not taken", .meaning)
            case .reversed: return refused("an interval that does not end before it starts", .meaning)
            }
        }
    }
}
