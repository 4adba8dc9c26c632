import Testing

@testable import API

@Suite("Links in a body")
struct LinkTextTests {
    /// Every link in brackets, an absolute one in angles; `/null` is nothing, and `/kept` is kept.
    private func rewrite(_ body: String, isJSON: Bool) -> String {
        let links = LinkText(isJSON: isJSON, origin: "https://a.example")
        let bytes = links.rewrite(Array(body.utf8)) { found in
            switch found.link {
            case "/null": .nothing
            case "/kept": .kept
            default: .link(found.isAbsolute ? "<\(found.link)>" : "[\(found.link)]")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "In JSON a link is a whole string that is no member's name",
        arguments: [
            (#"{"a":"/b?c=d&e#f"}"#, #"{"a":"[/b?c=d&e#f]"}"#),
            (#"["/a","/b"]"#, #"["[/a]","[/b]"]"#),
            (#"{"/a":"/a"}"#, #"{"/a":"[/a]"}"#),
            (#"{"a":"https://a.example/b"}"#, #"{"a":"</b>"}"#),
            (#"{"a":"https://b.example/b"}"#, #"{"a":"https://b.example/b"}"#),
            (#"{"a":"https://a.example"}"#, #"{"a":"https://a.example"}"#),
            (#"{"a":"see /b"}"#, #"{"a":"see /b"}"#), (#"{"a":"/b c"}"#, #"{"a":"/b c"}"#),
            (#"{"a":"/b\"c"}"#, #"{"a":"/b\"c"}"#), (#"{"a":"/kept"}"#, #"{"a":"/kept"}"#),
            (#"{"a":"/null","b":1}"#, #"{"a":null,"b":1}"#), (#""/ą""#, #""/ą""#), ("", ""), (#""/a"#, #""/a"#),
        ])
    func json(body: String, rewritten: String) {
        #expect(rewrite(body, isJSON: true) == rewritten)
    }

    @Test(
        "In text a link ends where no URL goes on, without the sentence's stop",
        arguments: [
            ("See /a/b.txt.", "See [/a/b.txt]."), ("(/a)", "([/a])"), ("a/b", "a/b"), ("/a,/b", "[/a,/b]"),
            ("<a href=\"/a\">", "<a href=\"[/a]\">"), ("/a\n/b;", "[/a]\n[/b];"),
            ("https://a.example/b: c", "</b>: c"), ("https://a.example.org/b", "https://a.example.org/b"),
            ("/null /kept", "/null /kept"), ("/", "[/]"), ("url = {/a},", "url = {[/a]},"),
            ("/a/{id} /b", "[/a/{id}] [/b]"),
            ("&lt;a href=&quot;/a?b=c&amp;d=e&quot;&gt;", "&lt;a href=&quot;[/a?b=c&amp;d=e]&quot;&gt;"),
            ("say “/a”", "say “[/a]”"), ("„/a“ ą/a", "„[/a]“ ą/a"),
        ])
    func text(body: String, rewritten: String) {
        #expect(rewrite(body, isJSON: false) == rewritten)
    }
}
