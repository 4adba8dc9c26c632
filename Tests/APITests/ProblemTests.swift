import Foundations
import TestSupport
import Testing

@Suite("A problem")
struct ProblemTests {
    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "is in the format asked for: text for text, JSON for everything else",
        arguments: [
            ("/api/v1/events?x=1", nil, "application/problem+json"),
            ("/api/v1/events?x=1", "*/*", "application/problem+json"),
            ("/api/v1/events?x=1", "text/plain", "text/plain; charset=utf-8"),
            ("/api/v1/events?x=1", "text/plain;q=0.5, application/json", "application/problem+json"),
            ("/api/v1/events?x=1", "text/html", "application/problem+json"),
            ("/api/v1/events?x=1", "text/csv", "application/problem+json"),
            ("/api/v1/events.txt?x=1", nil, "text/plain; charset=utf-8"),
            ("/api/v1/events.json?x=1", "text/plain", "application/problem+json"),
            ("/api/v1/events/none.txt", nil, "text/plain; charset=utf-8"),
            ("/api/v1/events/none.csv", nil, "application/problem+json"),
            ("/nothing.txt", nil, "text/plain; charset=utf-8"),
        ] as [(String, String?, String)])
    func format(target: String, accept: String?, type: String) throws {
        let answer = try accept.map { try service.get(target, ["Accept": $0]) } ?? service.get(target)
        #expect(answer["Content-Type"] == type)
        #expect(answer["Cache-Control"] == (target.contains("none") ? "max-age=60" : "no-store"))
        #expect(answer.text.hasPrefix(type.hasPrefix("text") ? "40" : "{"))
    }

    @Test("as text names every bad parameter, and what it accepts")
    func text() throws {
        let answer = try service.get("/api/v1/events.txt?langg=en&lang=xx")
        #expect(answer.status == 400)
        #expect(answer.text.hasPrefix("400 Bad Request\n═══════════════\n"))
        #expect(answer.text.contains("lang   “xx” is not accepted.\n       Accepted: en, lt\n"))
        #expect(answer.text.contains("langg  There is no such parameter. Did you mean “lang”?\n"))
    }

    @Test("is written in lines when pretty=true is asked for")
    func pretty() throws {
        let answer = try service.get("/api/v1/events?x=1&pretty=true")
        #expect(answer.text.hasPrefix("{\n  \"type\": \"about:blank\",\n"))
        #expect(try answer.json()["status"] as? Int == 400)
    }
}
