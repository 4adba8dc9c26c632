package import Evidence
import Wording

extension RecordEncoding<Event> {
    package static let events = RecordEncoding(
        path: "events",
        singular: "event",
        members: [
            "id", "title", "summary", "date", "earliest", "latest", "category", "actors", "places", "statistics",
            "citations", "links",
        ],
        title: .events,
        id: \.id,
        columns: RecordColumn.events,
        listFormats: [(.ics, CalendarText.write)]
    ) { event, _, writer in
        let date = event.date
        writer.member("id", event.id)
        writer.member("title", event.title)
        writer.member("summary", event.summary)
        writer.member("date", date.text)
        writer.member("earliest", date.earliest?.description)
        writer.member("latest", date.latest?.description)
        writer.member("category", event.category)
        writer.member("actors", event.actors)
        writer.member("places", event.places)
        writer.member("statistics", event.statistics)
        writer.member("citations") { $0.citations(event.citations) }
    }
}
