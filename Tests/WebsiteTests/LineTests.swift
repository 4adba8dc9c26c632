import API
import TestSupport
import Testing

@Suite("A line of a page")
struct LineTests {
    @Test(
        "does not end between a number and the word that it belongs to",
        arguments: [
            "/", "/about", "/events", "/statistics", "/checks", "/discrepancies/flooded-sum", "/lessons/flooded-sum",
            "/statistics/sandbags-april", "/sources", "/conflicts", "/changes",
        ])
    func numbers(path: String) throws {
        let answer = try Service(hasPages: true).get(path + "?lang=lt", ["Accept": "text/html"])
        let page = String(decoding: answer.body, as: UTF8.self)
        let told = page.replacing(/<(script|style|svg|title|option|pre)[ >](?s:.*?)<\/\1>/, with: "")
        #expect(told.contains("&nbsp;"))
        let divided = told.matches(of: /[0-9] (?:m\.|d\.|pastraip|sakin|[0-9]{3}\b)[^<>"]*</).map { String($0.output) }
        #expect(divided.isEmpty)
    }
}
