import Testing

@testable import HTTPCore

@Suite("Fields")
struct FieldsTests {
    @Test("No value can inject a line", arguments: ["a\r\nX: y", "a\nb", "a\0b", "\r", "a\u{7F}b"])
    func injection(value: String) {
        var fields = Fields()
        fields.append(.location, value)
        let wire = String(decoding: fields.bytes, as: UTF8.self)
        #expect(wire.utf8.filter { $0 < 0x20 || $0 == 0x7F } == Array("\r\n".utf8))
        #expect(wire.hasSuffix("\r\n"))
    }

    @Test("Fields append, join, replace and remove by name")
    func editing() {
        var fields = Fields()
        fields.append(.vary, "accept")
        fields.append(.etag, "\"1\"")
        fields.append(.vary, "origin")
        #expect(fields[.vary] == "accept, origin")
        fields.replace(.vary, "x")
        #expect(String(decoding: fields.bytes, as: UTF8.self) == "etag: \"1\"\r\nvary: x\r\n")
        fields.remove(.etag)
        fields.remove(.link)
        #expect(fields[.etag] == nil)
        #expect(fields[.vary] == "x")
    }

    @Test(
        "Only tokens are names", arguments: [("ETag", true), ("", false), ("a b", false), ("a:", false), ("ä", false)])
    func names(text: String, isName: Bool) {
        #expect((FieldName(text) != nil) == isName)
    }

    @Test("Names are equal without case")
    func equality() {
        #expect(FieldName("ETAG") == .etag)
        #expect(FieldName.etag.description == "etag")
    }
}
