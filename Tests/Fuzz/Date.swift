@testable import Evidence

/// Bounds are in order, the text is kept, both ends of an interval are EDTF of their own, and so is what a set names.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    guard let value = try? EDTF(text) else { return 0 }
    precondition(value.text.utf8.elementsEqual(text.utf8), "the text is not kept")
    for date in [value.start.date, value.end.date].compactMap({ $0 }) {
        precondition(date.earliest <= date.latest, "a date ends before it begins")
        precondition(date.earliest.ordinal <= date.latest.ordinal, "its ordinals are out of order")
    }
    if let earliest = value.earliest, let latest = value.latest {
        precondition(earliest <= latest, "it ends before it begins")
    }
    if let set = value.set {
        precondition(!set.elements.isEmpty && set.elements.count <= EDTFSet.mostElements, "as many dates as it likes")
        for case (let first?, let last?) in set.elements.map({ ($0.start.date, $0.end.date) }) {
            precondition(first.earliest <= last.latest, "some of its dates end before they begin")
        }
    } else {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        for (part, end) in [(parts.first ?? "", value.start), (parts.last ?? "", value.end)] where end.date != nil {
            let alone = try? EDTF(String(part))
            precondition(alone?.start == end && alone?.end == end, "an end means something else alone")
        }
    }
    for calendar in CalendarSystem.allCases {
        guard let dated = try? EDTF(text, calendar: calendar) else { continue }
        let gregorian = try? EDTF(dated.gregorianText(.someDay))
        let ends = [(gregorian?.earliest, dated.earliest), (dated.latest, gregorian?.latest)]
        for case (let outer?, let inner?) in ends {
            precondition(outer.year.magnitude > 9_999 ? outer <= inner : outer == inner, "it means other days")
        }
        precondition(ends.allSatisfy { ($0 == nil) == ($1 == nil) }, "an end is open")
    }
    return 0
}
