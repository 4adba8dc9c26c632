import Foundation
import TestSupport
import Testing

@Suite("A term of a vocabulary")
struct PlaceTests {
    private static let identifiers = #"["http://www.wikidata.org/entity/Q216", "https://sws.geonames.org/593116/"]"#

    /// The small dataset with a second place, and what others call the first.
    private func service() throws -> Service {
        let dataset = SmallDataset().replacing(
            #""places": [{"id": "bank", "label": {"en": "The left bank", "lt": "Kairysis krantas"}}]"#,
            with: """
                "places": [{"id": "bank", "label": {"en": "The left bank", "lt": "Kairysis krantas"},
                            "sameAs": \(PlaceTests.identifiers),
                            "coordinates": {"latitude": 54.687157, "longitude": 25.279652}},
                           {"id": "mouth", "label": {"en": "The mouth", "lt": "Žiotys"},
                            "coordinates": {"latitude": -0.5, "longitude": -180}}]
                """, in: "dataset.json")?.replacing(
                #""actors": ["town"], "places": ["bank"]"#,
                with: #""actors": ["town"], "places": ["bank", "mouth"]"#, in: "events.json")
        return try Service(snapshot: try #require(dataset).load())
    }

    @Test("says by which addresses others know it, and where it is")
    func index() throws {
        let answer = try service().get("/api/v1")
        let data = try answer.record()
        let places = try #require((data["vocabularies"] as? [String: Any])?["places"] as? [[String: Any]])
        #expect(
            places.first?["sameAs"] as? [String] == [
                "http://www.wikidata.org/entity/Q216", "https://sws.geonames.org/593116/",
            ])
        #expect(answer.text.contains(#""coordinates":{"latitude":54.687157,"longitude":25.279652}"#))
        #expect(
            try SchemaOracle.accepts([.init(schema: "answer-index.json", text: answer.text)], by: service()) == [true])
    }

    @Test("is the same thing and at a point in linked data")
    func linked() throws {
        let text = try service().get("/api/v1/events/flood.jsonld").text
        #expect(text.contains(#""sameAs":["http://www.wikidata.org/entity/Q216""#))
        #expect(text.contains(#""latitude":"54.687157","longitude":"25.279652""#))
    }

    @Test("puts its events on a map, and leaves those in words that are nowhere")
    func map() throws {
        let answer = try service().get("/api/v1/events.geojson?lang=en")
        #expect(answer["Content-Type"] == "application/geo+json")
        let collection = try answer.json()
        #expect(collection["type"] as? String == "FeatureCollection")
        let features = try #require(collection["features"] as? [[String: Any]])
        #expect(features.compactMap { $0["id"] as? String }.sorted() == ["flood", "relief"])
        let flood = try #require(features.first { $0["id"] as? String == "flood" })
        let geometry = try #require(flood["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "MultiPoint")
        #expect(answer.text.contains(#""coordinates":[[25.279652,54.687157],[-180,-0.5]]"#), "\(answer.text)")
        let properties = try #require(flood["properties"] as? [String: Any])
        #expect(properties["placeLabels"] as? [String] == ["The left bank", "The mouth"])
        #expect(properties["date"] as? String == "1931-04-10/1931-05")
        let relief = try #require(features.first { $0["id"] as? String == "relief" })
        #expect(relief["geometry"] is NSNull)
        let accepted = try service().get("/api/v1/events", ["Accept": "application/geo+json"])
        #expect(accepted["Content-Type"] == "application/geo+json")
    }
}
