import Foundation
import TestSupport
import Testing

@Suite("The list of terms")
struct TermRouteTests {
    @Test("has what each means, in the language asked for")
    func record() throws {
        let record = try Service().get("/api/v1/terms/barge?lang=lt").record()
        #expect(record["id"] as? String == "barge" && record["label"] as? String == "Barža")
        #expect(record["note"] as? String == "Plokščiadugnis laivas kroviniams.")
        #expect(record["sameAs"] as? [String] == ["https://example.org/barge"])
        #expect(try Service().get("/api/v1/terms/waiver").record()["sameAs"] == nil)
    }

    @Test(
        "is to be had in every form that lists have, and found",
        arguments: [
            ("/api/v1/terms.csv?lang=en", "waiver,Waiver,A landlord’s word that no rent is due.,"),
            ("/api/v1/terms.ndjson?lang=en", #"{"id":"waiver","label":"Waiver""#),
            ("/api/v1/terms.txt?lang=lt", "Žodynėlis"),
            ("/api/v1/terms/barge.txt?lang=en", "A flat boat that carries loads."),
            ("/api/v1/terms.jsonld", #""@type":["Dataset","ItemList","DefinedTermSet"]"#),
            (
                "/api/v1/terms/barge.jsonld",
                #""@type":"DefinedTerm","termCode":"barge","name":{"en":"Barge","lt":"Barža"}"#
            ),
            ("/api/v1/terms?sort=-label&lang=en", #"[{"id":"waiver""#),
            ("/api/v1/terms?q=loads", #""total":1,"#),
            ("/api/v1/search?q=rent%20due", #""kind":"terms","id":"waiver""#),
            ("/api/v1/cite/terms/barge.bib", "Barge"),
            ("/api/v1", #""terms":"/api/v1/terms""#),
            ("/api/v1", #""terms":[{"id":"waiver","label":"Waiver","note""#),
            ("/datapackage.json", #""name":"terms""#),
            ("/sitemap.xml", "/sitemaps/terms-1.xml"),
        ])
    func forms(target: String, expected: String) throws {
        let answer = try Service().get(target, ["Host": "localhost"])
        #expect(answer.status == 200)
        #expect(answer.text.contains(expected), "\(answer.text)")
    }

    @Test("is empty where a dataset explains nothing, and told so")
    func none() throws {
        let dataset = try FigureDataset(statistics: []).load()
        #expect(try Service(snapshot: dataset).get("/api/v1/terms").text.hasPrefix(#"{"data":[],"#))
        let missing = try Service().get("/api/v1/terms/barg")
        #expect(missing.status == 404 && missing.text.contains("barge"))
    }
}
