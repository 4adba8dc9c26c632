import HTTPCore
import Testing

@Suite("A range request (RFC 9110 section 14)")
struct ByteRangeTests {
    private func outcome(_ fields: KeyValuePairs<String, String>, method: HTTPCore.Method = .get) throws
        -> ByteRange.Outcome
    {
        var wire = Fields()
        for (name, value) in fields { wire.append(try #require(FieldName(name)), value) }
        let request = try Request(method: method, target: "/", fields: wire)
        let date = HTTPDate(secondsSinceEpoch: 784_111_777)
        return ByteRange.evaluate(request, count: 1_000, etag: EntityTag("a"), lastModified: date)
    }

    @Test(
        "names bytes from either end",
        arguments: [
            ("bytes=0-0", 0..<1), ("bytes=0-499", 0..<500), ("bytes=500-", 500..<1_000), ("bytes=-1", 999..<1_000),
            ("bytes=-5000", 0..<1_000), ("bytes=999-99999999999999999999", 999..<1_000), ("BYTES=1-2", 1..<3),
        ])
    func part(value: String, range: Range<Int>) throws {
        #expect(try outcome(["Range": value]) == .part(range))
    }

    @Test(
        "that asks for nothing there is cannot be satisfied",
        arguments: [
            "bytes=1000-", "bytes=5000-6000", "bytes=-0", "bytes=99999999999999999999-",
        ])
    func unsatisfiable(value: String) throws {
        #expect(try outcome(["Range": value]) == .unsatisfiable)
    }

    @Test(
        "that is malformed, of another unit, or of several ranges is ignored",
        arguments: [
            "bytes=2-1", "bytes=", "bytes=-", "bytes=a-b", "bytes=1", "items=0-1", "bytes=0-1,5-6", "bytes=+1-2",
            "bytes=1-2-3", "0-1",
        ])
    func ignored(value: String) throws {
        #expect(try outcome(["Range": value]) == .whole)
    }

    @Test("is only of GET")
    func method() throws {
        #expect(try outcome(["Range": "bytes=0-1"], method: .head) == .whole)
    }

    @Test(
        "holds under If-Range for the same strong tag or the very date alone",
        arguments: [
            ("\"a\"", true), ("\"b\"", false), ("W/\"a\"", false), ("Sun, 06 Nov 1994 08:49:37 GMT", true),
            ("Sun, 06 Nov 1994 08:49:38 GMT", false), ("nonsense", false),
        ])
    func condition(value: String, holds: Bool) throws {
        #expect(try outcome(["Range": "bytes=0-1", "If-Range": value]) == (holds ? .part(0..<2) : .whole))
    }
}
