@testable import Evidence

/// Bounds are in order, the text is kept, and both ends of an interval are EDTF of their own.
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
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    for (part, end) in [(parts.first ?? "", value.start), (parts.last ?? "", value.end)] where end.date != nil {
        let alone = try? EDTF(String(part))
        precondition(alone?.start == end && alone?.end == end, "an end means something else alone")
    }
    return 0
}
