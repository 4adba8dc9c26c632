import API
import Archive
import Evidence
import PageLayout
import Rendering
import Templates
import Wording

/// The pages `/events` and `/events/{id}`.
enum EventPages {
    struct List {
        let count: String
        let categories: [LinkView]
        let groups: [Group]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
        let timeline: String?
    }

    /// The events that start in the same year.
    struct Group {
        let heading: String
        let events: [Entry]
    }

    struct Entry {
        let date: String
        let event: LinkView
        let category: String
        let isContested: Bool
    }

    struct Item {
        let title, date, edtf, category, summary: String
        let actors, places: String?
        /// What each source says of the date; none where it simply has one.
        let dates: [DateView]
        let hasDates, isContested: Bool
        let statistics: [LinkView]
        let hasStatistics: Bool
        let citations: [CitedPassages]
        /// Links to all of them, if they are more.
        let allDates, allStatistics: LinkView?
        let uses: ReuseLinks
    }

    static var routes: [Route] {
        RecordPages<Event, List, Item>(
            section: .events, table: { $0.events }, about: "eventsAbout",
            list: { List($0, $1) },
            item: { event, snapshot, page in
                let view = Item(event, snapshot, page)
                return .init(
                    view: view, description: event.summary.marked(for: page.language),
                    isWhole: view.allDates == nil && view.allStatistics == nil)
            }
        ).routes
    }
}

extension EventPages.List {
    fileprivate init(_ listing: Listing<Event>, _ encoded: EncodedSnapshot) {
        let page = listing.page
        let vocabulary = encoded.snapshot.vocabulary
        count = page.words.count("countEvents", listing.total)
        categories = listing.choices(of: "category") { page.label($0, of: .category, in: vocabulary) }
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        timeline =
            listing.parameters.pairs.isEmpty || listing.parameters.pairs.map(\.parameter.name) == ["lang"]
            ? encoded.drawnTimeline(in: page.language) : nil
        var groups: [(year: Int?, events: [EventPages.Entry])] = []
        for event in listing.records {
            let year = (event.date.earliest ?? event.date.latest)?.year
            let entry = EventPages.Entry(
                date: event.datesInWords(in: page.language) { page.source($0, in: encoded.snapshot).label },
                event: page.event(event),
                category: page.label(event.category, of: .category, in: vocabulary), isContested: event.isContested)
            if let last = groups.indices.last, groups[last].year == year {
                groups[last].events.append(entry)
            } else {
                groups.append((year, [entry]))
            }
        }
        self.groups = groups.map {
            .init(heading: $0.year.map { "\($0)" } ?? page.words["undated"], events: $0.events)
        }
    }
}

extension EventPages.Item {
    fileprivate init(_ event: Event, _ snapshot: Snapshot, _ page: PageContext) {
        let (language, vocabulary) = (page.language, snapshot.vocabulary)
        let labels = { (ids: [String], kind: Vocabulary.Kind) -> String? in
            ids.isEmpty ? nil : page.line(ids.map { page.label($0, of: kind, in: vocabulary) }, separator: "; ")
        }
        title = event.title.marked(for: language)
        date = page.line(event.dates.map(language.format).uniqued(), separator: " / ")
        edtf = event.date.gregorianText(.someDay)
        let (most, data) = (PageContext.mostRecords, APIPath.below("events", event.id))
        dates = DateView.all(of: event, in: snapshot, page)
        allDates = page.all("countClaims", event.claims.count, data)
        hasDates = !dates.isEmpty
        isContested = event.isContested
        category = page.label(event.category, of: .category, in: vocabulary)
        summary = event.summary.marked(for: language)
        actors = labels(event.actors, .actor)
        places = labels(event.places, .place)
        statistics = event.statistics.prefix(most).compactMap { page.statistic($0, in: snapshot) }
        allStatistics = page.all("countStatistics", event.statistics.count, data)
        hasStatistics = !statistics.isEmpty
        citations = CitedPassages.all(event.citations, in: snapshot, page)
        uses = ReuseLinks(.events, event.id, in: page)
    }
}

extension EventPages.List: PageView {
    static let template = "events"
    static let members: [TemplateMember<Self>] = [
        .text("count") { $0.count }, .list("categories") { $0.categories }, .list("groups") { $0.groups },
        .list("pages") { $0.pages }, .flag("isEmpty") { $0.isEmpty }, .optional("timeline") { $0.timeline },
    ]
}

extension EventPages.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("heading") { $0.heading }, .list("events") { $0.events },
    ]
}

extension EventPages.Entry: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("date") { $0.date }, .view("event") { $0.event }, .text("category") { $0.category },
        .flag("isContested") { $0.isContested },
    ]
}

extension EventPages.Item: PageView {
    static let template = "event"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("date") { $0.date }, .text("edtf") { $0.edtf },
        .text("category") { $0.category }, .text("summary") { $0.summary }, .optional("actors") { $0.actors },
        .optional("places") { $0.places }, .list("dates") { $0.dates }, .flag("hasDates") { $0.hasDates },
        .flag("isContested") { $0.isContested }, .list("statistics") { $0.statistics },
        .flag("hasStatistics") { $0.hasStatistics }, .list("citations") { $0.citations },
        .optional("allDates") { $0.allDates }, .optional("allStatistics") { $0.allStatistics },
        .view("uses") { $0.uses },
    ]
}
