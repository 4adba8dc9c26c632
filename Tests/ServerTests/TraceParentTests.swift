import Testing

@testable import Server

@Suite("The value of traceparent")
struct TraceParentTests {
    private static let trace = "0af7651916cd43dd8448eb211c80319c"
    private static let parent = "b7ad6b7169203331"

    @Test(
        "One that W3C Trace Context knows is passed on, as far as it is known",
        arguments: [
            ("00-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-01"),
            ("00-\(trace)-\(parent)-ff", "00-\(trace)-\(parent)-ff"),
            ("01-\(trace)-\(parent)-01", "01-\(trace)-\(parent)-01"),
            ("cc-\(trace)-\(parent)-01-what the future\u{A0}brings", "cc-\(trace)-\(parent)-01"),
            ("fe-\(trace)-\(parent)-00-", "fe-\(trace)-\(parent)-00"),
        ])
    func known(value: String, part: String) {
        #expect(TraceParent.known(of: value).map { String(decoding: $0, as: UTF8.self) } == part)
    }

    @Test(
        "Any other is not",
        arguments: [
            "", "0", "00", "00-\(trace)-\(parent)", "00-\(trace)-\(parent)-", "00-\(trace)-\(parent)-1",
            "00-\(trace)-\(parent)-01-", "00-\(trace)-\(parent)-01-a", "00-\(trace)-\(parent)-011",
            "ff-\(trace)-\(parent)-01", "01-\(trace)-\(parent)-01a", "0-\(trace)-\(parent)-001",
            "00-\(trace.uppercased())-\(parent)-01", "00-\(trace)-\(parent.uppercased())-01",
            "0A-\(trace)-\(parent)-01",
            "00-\(trace)-\(parent)-0A", "00-\(String(repeating: "0", count: 32))-\(parent)-01",
            "00-\(trace)-\(String(repeating: "0", count: 16))-01", "00_\(trace)_\(parent)_01",
            "00-\(trace) \(parent)-01",
            "00-\(trace.dropLast())-\(parent)0-01", "00-\(trace)-\(parent)-01 status=200 client=10.0.0.1",
            "00-\(trace)-\(parent)-01, 00-\(trace)-\(parent)-01", "00-\(trace.dropLast(2))é-\(parent)-01",
            "00-\(trace.dropLast())g-\(parent)-01", "\u{202E}00-\(trace)-\(parent)-01",
        ])
    func unknown(value: String) {
        #expect(TraceParent.known(of: value) == nil)
    }
}
