import Testing

@testable import HTTPCore

@Suite("Advice on a target")
struct RequestAdviceTests {
    /// A target as it was sent, and what to send instead.
    struct Advice: CustomTestStringConvertible, Sendable {
        let sent: [UInt8]
        let meant: String?

        init(_ sent: String, _ meant: String?) { (self.sent, self.meant) = (Array(sent.utf8), meant) }

        init(_ sent: [UInt8], _ meant: String?) { (self.sent, self.meant) = (sent, meant) }

        var testDescription: String { String(decoding: sent.prefix(40), as: UTF8.self) }

        static let table = [
            Advice("/search?q=žmonės", "/search?q=%C5%BEmon%C4%97s"),
            Advice("/ž?a=%C5%BE&b=[1]+2", "/%C5%BE?a=%C5%BE&b=[1]+2"),
            Advice("//a/ž", "//a/%C5%BE"),
            Advice("/戦争", "/%E6%88%A6%E4%BA%89"),
            // Latin-1, half a letter, and a letter in more bytes than it needs.
            Advice(Array("/?q=".utf8) + [0xE9], nil),
            Advice(Array("/?q=".utf8) + [0xC5], nil),
            Advice(Array("/?q=".utf8) + [0xC0, 0xAF], nil),
            // What is wrong for another reason as well.
            Advice("ž", nil), Advice("/ž#a", nil), Advice("/ž\tb", nil), Advice("ftp://a/ž", nil),
            Advice("http://ž/", nil), Advice("http://a/ž", nil), Advice("/#a", nil), Advice("/a", nil),
        ]
    }

    private func advice(_ target: [UInt8], after start: String = "") -> String? {
        let bytes = Array((start + "GET ").utf8) + target + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        return RequestHead.encodedTarget(ofRequest: bytes.span, within: Limits())
    }

    @Test("A target that is refused for letters comes back as it is to be sent", arguments: Advice.table)
    func encoded(row: Advice) throws {
        #expect(advice(row.sent) == row.meant)
        #expect(advice(row.sent, after: "\r\n") == row.meant)
        if let meant = row.meant { #expect(try Request(target: meant).target == meant) }
    }

    @Test("What is advised is no longer than a target may be")
    func limits() {
        let most = Limits().target
        let fits = "/" + String(repeating: "a", count: most - 7) + "ž"
        #expect(advice(Array(fits.utf8))?.utf8.count == most)
        #expect(advice(Array(("/a" + fits.dropFirst()).utf8)) == nil)
        #expect(advice(Array(("/" + String(repeating: "ž", count: (most - 1) / 2)).utf8)) == nil)
        #expect(advice(Array(("/" + String(repeating: "ž", count: most)).utf8)) == nil)
    }

    @Test("What has not arrived is not advised on", arguments: ["", "\r\n", "GET", "GET /ž", "GET /ž HTTP/1.1", "\r"])
    func incomplete(text: String) {
        #expect(RequestHead.encodedTarget(ofRequest: Array(text.utf8).span, within: Limits()) == nil)
    }

    @Test("The problem says what to send")
    func problem() {
        #expect(ProblemDetails(.invalidTarget, meaning: "/%C5%BE").detail?.contains("Send “/%C5%BE” instead.") == true)
        #expect(ProblemDetails(.invalidTarget).detail?.contains("percent-encoded") == true)
    }
}
