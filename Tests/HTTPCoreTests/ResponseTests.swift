import Foundations
import Testing

@testable import HTTPCore

@Suite("Response")
struct ResponseTests {
    private func head(
        _ response: Response, method: Method? = .get, version: HTTPCore.Version = .http11, persists: Bool = true
    ) -> (text: String, hasContent: Bool) {
        var writer = ResponseWriter()
        writer.setDate(secondsSinceEpoch: 0)
        var wire: [UInt8] = []
        let hasContent = writer.appendHead(
            of: response, method: method, version: version, persists: persists, to: &wire)
        return (String(decoding: wire, as: UTF8.self), hasContent)
    }

    private let date = "date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"

    @Test("A head carries status, date, fields and length, and HEAD the same without content")
    func plain() {
        var fields = Fields()
        fields.append(.etag, "\"1\"")
        let response = Response(.ok, fields: fields, body: Body("hello"))
        let expected = "HTTP/1.1 200 OK\r\n\(date)content-length: 5\r\netag: \"1\"\r\n\r\n"
        #expect(head(response) == (expected, true))
        #expect(head(response, method: .head) == (expected, false))
    }

    @Test("Statuses without content have no length", arguments: [Status.noContent, .notModified])
    func noContent(status: Status) {
        let written = head(Response(status, body: Body("x")))
        #expect(written == ("HTTP/1.1 \(status.code) \(status.reason)\r\n\(date)\r\n", false))
    }

    @Test(
        "The connection's fate is told where it is not the default",
        arguments: [
            (HTTPCore.Version.http11, true, ""), (.http11, false, "connection: close\r\n"),
            (.http10, true, "connection: keep-alive\r\n"), (.http10, false, "connection: close\r\n"),
        ])
    func connection(version: HTTPCore.Version, persists: Bool, line: String) {
        let text = head(Response(.ok), version: version, persists: persists).text
        #expect(text == "HTTP/1.1 200 OK\r\n\(date)content-length: 0\r\n\(line)\r\n")
    }

    @Test("Framing that a handler sets is taken out")
    func handlersFraming() {
        var fields = Fields()
        fields.append(.contentLength, "99")
        fields.append(.vary, "accept")
        fields.append(.transferEncoding, "chunked")
        fields.append(.connection, "close")
        let text = head(Response(.ok, fields: fields, body: Body("hello"))).text
        #expect(text == "HTTP/1.1 200 OK\r\n\(date)content-length: 5\r\nvary: accept\r\n\r\n")
    }

    @Test("A length is written in full", arguments: [0, 9, 10, 1_500, 123_456])
    func lengths(count: Int) {
        let text = head(Response(.ok, body: Body([UInt8](repeating: 0, count: count)))).text
        #expect(text.contains("content-length: \(count)\r\n"))
    }

    @Test("A body keeps its chunks in order and counts them")
    func bodies() {
        let body = Body([[1, 2], [], [3]])
        #expect(body.count == 3)
        #expect(body.bytes == [1, 2, 3])
        #expect(body.chunks.count == 3)
        #expect(Body.empty.count == 0)
        var seen: [UInt8] = []
        Body("ab").forEachChunk { seen += $0 }
        #expect(seen == Array("ab".utf8))
    }

    @Test("A problem is RFC 9457 JSON, absent members left out, text escaped")
    func problems() {
        var problem = ProblemDetails(.badRequest, detail: "a \"b\"\n\u{1}\\", instance: "/x")
        problem.errors = [
            .init(parameter: "limit", detail: "ž", accepts: ["1", "2"]), .init(detail: "d"),
        ]
        let json = """
            {"type":"about:blank","title":"Bad Request","status":400,"detail":"a \\"b\\"\\u000a\\u0001\\\\",\
            "instance":"/x","errors":[{"parameter":"limit","detail":"ž","accepts":["1","2"]},\
            {"detail":"d"}]}
            """
        #expect(String(decoding: problem.json, as: UTF8.self) == json)
        #expect(problem.response.fields[.contentType] == "application/problem+json")
        #expect(problem.response.status == .badRequest)
        let bare = #"{"type":"about:blank","title":"Not Found","status":404}"#
        #expect(String(decoding: ProblemDetails(.notFound).json, as: UTF8.self) == bare)
    }

    @Test("Every parse error becomes a problem with its status and a sentence", arguments: ParseError.allCases)
    func parseErrors(error: ParseError) {
        let problem = ProblemDetails(error)
        #expect(problem.status == error.status)
        #expect(problem.detail?.hasSuffix(".") == true)
    }
}
