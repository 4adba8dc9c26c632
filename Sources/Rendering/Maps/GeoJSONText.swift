import Archive
import Evidence
import Foundations
import Wording

/// Events as a FeatureCollection of GeoJSON (RFC 7946). An event at places whose coordinates are known is a point or
/// several; another has no geometry, which is null. One that sources date has their claims, as in JSON.
enum GeoJSONText {
    @Sendable static func write(_ content: ListContent<Event>) -> [UInt8] {
        let (snapshot, language) = (content.snapshot, content.language)
        let vocabulary = snapshot.vocabulary
        var json = JSONText()
        json.object { json in
            json.member("type", "FeatureCollection")
            json.key("features")
            json.array(content.records) { json, event in
                let places = event.places.compactMap { vocabulary[.place, $0] }
                json.object { json in
                    json.member("type", "Feature")
                    json.member("id", event.id)
                    json.key("geometry")
                    json.geometry(of: places.compactMap(\.coordinates).uniqued())
                    json.key("properties")
                    json.object { json in
                        json.member("title", event.title[language])
                        json.member("summary", event.summary[language])
                        json.member("date", event.date.gregorianText(.someDay))
                        json.member("dateInWords", event.datesInWords(in: language, from: snapshot))
                        json.member("contested", value: event.isContested)
                        json.member("earliest", value: event.date.earliest?.description)
                        json.member("latest", value: event.date.latest?.description)
                        if event.hasClaims {
                            json.key("claims")
                            json.dates(of: event, in: language)
                        }
                        json.member("category", event.category)
                        json.member("categoryLabel", vocabulary[.category, event.category]?.label[language])
                        json.member("places", values: event.places)
                        json.member("placeLabels", values: places.map { $0.label[language] })
                        json.member("url", content.address(APIPath.below("events", event.id)))
                    }
                }
            }
        }
        return json.bytes
    }
}

extension JSONText {
    fileprivate mutating func geometry(of points: [Coordinates]) {
        guard let first = points.first else { return null() }
        object { json in
            json.member("type", points.count == 1 ? "Point" : "MultiPoint")
            json.key("coordinates")
            if points.count == 1 { json.position(first) } else { json.array(points) { $0.position($1) } }
        }
    }

    /// Appends a position: first the longitude, then the latitude (RFC 7946 section 3.1.1).
    private mutating func position(_ point: Coordinates) {
        array([point.longitude, point.latitude]) { $0.value($1) }
    }
}
