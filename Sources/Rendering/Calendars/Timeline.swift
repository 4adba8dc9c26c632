package import Archive
package import Evidence
import Foundations
package import Wording

/// Events in the two formats that TimelineJS reads: JSON, and the columns of its spreadsheet.
///
/// TimelineJS places an event by the year, month and day that its EDTF value specifies; readers see `display_date`,
/// which expresses the uncertainty. An event without a start is placed at its end.
package struct Timeline {
    private let events: [Event]
    private let snapshot: Snapshot
    private let language: Language

    package init(_ events: [Event], from snapshot: Snapshot, in language: Language) {
        self.events = events
        self.snapshot = snapshot
        self.language = language
    }

    private var identity: Dataset.Identity { snapshot.dataset.identity }

    // MARK: JSON

    package var json: [UInt8] {
        // TimelineJS counts in years outside the range of JavaScript's dates.
        let isCosmological = events.contains { event in
            [event.date.start, event.date.end].compactMap(\.date).contains { $0.latest.year.magnitude > 270_000 }
        }
        var json = JSONText()
        json.object { json in
            json.member("scale", isCosmological ? "cosmological" : "human")
            json.key("title")
            json.object { json in
                json.member("unique_id", identity.id)
                json.text(
                    identity.title[language], identity.description[language] + "\n" + identity.attribution[language])
            }
            json.key("events")
            json.array(events) { json, event in
                let moment = Moment(event.date)
                json.object { json in
                    json.member("unique_id", event.id)
                    json.date("start_date", moment.start, isYear: isCosmological)
                    if let end = moment.end { json.date("end_date", end, isYear: isCosmological) }
                    json.member("display_date", HTMLText.escape(event.datesInWords(in: language, from: snapshot)))
                    json.member("group", group(of: event))
                    json.text(event.title[language], event.summary[language])
                }
            }
        }
        return json.bytes
    }

    private func group(of event: Event) -> String? {
        identity.vocabulary[.category, event.category]?.label[language]
    }

    // MARK: Spreadsheet

    private static let columns = [
        "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline",
        "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
    ].map { name in
        Column(
            name: name, datatype: ["Year", "Month", "Day"].contains { name.hasSuffix($0) } ? .integer : .string,
            member: name)
    }

    /// The spreadsheet. TimelineJS finds its columns by name; those that we do not use are empty.
    package var table: Table {
        let title: [String: Cell] = [
            "Headline": .text(HTMLText.escape(identity.title[language])), "Type": .text("title"),
            "Text": .text(HTMLText.paragraphs(identity.description[language] + "\n" + identity.attribution[language])),
        ]
        let rows = events.map { event -> [String: Cell] in
            let moment = Moment(event.date)
            return [
                "Year": Cell(moment.start.year), "Month": Cell(moment.start.month), "Day": Cell(moment.start.day),
                "End Year": Cell(moment.end?.year), "End Month": Cell(moment.end?.month),
                "End Day": Cell(moment.end?.day),
                "Display Date": .text(HTMLText.escape(event.datesInWords(in: language, from: snapshot))),
                "Headline": .text(HTMLText.escape(event.title[language])),
                "Text": .text(HTMLText.paragraphs(event.summary[language])), "Group": Cell(group(of: event)),
            ]
        }
        return Table(
            columns: Timeline.columns,
            rows: ([title] + rows).map { row in Timeline.columns.map { row[$0.name] ?? .none } })
    }

    // MARK: Dates

    /// The components of a date that are specified.
    fileprivate struct Part: Equatable {
        let year: Int
        var month: Int?
        var day: Int?
    }

    /// The position of an event in time.
    private struct Moment {
        let start: Part
        let end: Part?

        init(_ date: EDTF) {
            // One of the two is a date: EDTF has no interval without one.
            let first = (date.start.date ?? date.end.date).map { Part($0, \.earliest) }
            let last = date.start.date == nil ? nil : date.end.date.map { Part($0, \.latest) }
            start = first ?? Part(year: 0)
            end = last == first ? nil : last
        }
    }
}

extension Timeline.Part {
    /// Creates the part from a date. `bound` selects the first or last day of a season, decade or century.
    fileprivate init(_ date: EDTFDate, _ bound: (EDTFDate) -> CalendarDay) {
        let day = bound(date)
        switch date.precision {
        // A month of another calendar is parts of two.
        case _ where date.calendar != .gregorian: self.init(year: day.year, month: day.month, day: day.day)
        case .day: self.init(year: day.year, month: day.month, day: day.day)
        case .month, .monthOfYears, .grouping: self.init(year: day.year, month: day.month)
        case .dayOfYears, .digits: self.init(year: day.year, month: day.month, day: day.day)
        case .year, .decade, .century, .millennium, .estimate, .exponential: self.init(year: day.year)
        }
    }
}

extension JSONText {
    fileprivate mutating func date(_ name: String, _ part: Timeline.Part, isYear: Bool) {
        key(name)
        object { json in
            json.member("year", part.year)
            guard !isYear else { return }
            if let month = part.month { json.member("month", month) }
            if let day = part.day { json.member("day", day) }
        }
    }

    fileprivate mutating func text(_ headline: String, _ text: String) {
        key("text")
        object { json in
            json.member("headline", HTMLText.escape(headline))
            json.member("text", HTMLText.paragraphs(text))
        }
    }
}
