import API
import Archive
import Charts
import Evidence
import PageLayout
import Reasoning
import Rendering
import Templates
import Wording

/// The pages `/statistics` and `/statistics/{id}`.
enum StatisticPages {
    struct List {
        let count: String
        let measures: [LinkView]
        let groups: [Group]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
        /// A link to all claims.
        let claims: LinkView
    }

    /// Consecutive statistics with the same measure.
    struct Group {
        let heading: String
        let statistics: [Entry]
    }

    struct Entry {
        let statistic: LinkView
        /// The distinct figures of the claims.
        let figures, period, claims: String
        let isContested: Bool
    }

    struct Item {
        let title, measure, population, unit, period: String
        let isContested: Bool
        /// What is meant by the measure and by the population.
        let measureNote, populationNote: String?
        let span: String?
        let statisticNote: String?
        let claims: [ClaimView]
        /// What all other figures allow; the same of one that nobody counted.
        let implied, uncounted: String?
        let conflicts: [ConflictRow]
        let drawing: String
        let discrepancies: [CheckRow]
        let events: [LinkView]
        let citations: [CitedPassages]
        /// Links to all of them, if they are more.
        let allClaims, allDiscrepancies, allConflicts, allEvents: LinkView?
        let uses: ReuseLinks
    }

    static var routes: [Route] {
        RecordPages<Statistic, List, Item>(
            section: .statistics, table: { $0.statistics },
            about: "statisticsAbout", list: { List($0, $1) },
            item: { statistic, snapshot, page in
                let view = Item(statistic, snapshot, page)
                let said = view.uncounted ?? page.figures(of: statistic, separator: ", ").withFullStop
                let description = "\(view.measure), \(view.period): \(said)"
                return .init(
                    view: view, description: description, hasPicture: true, isWhole: view.allClaims == nil)
            }, embed: .statistics, supposes: true
        ).routes
    }
}

extension StatisticPages.List {
    fileprivate init(_ listing: Listing<Statistic>, _ encoded: EncodedSnapshot) {
        let page = listing.page
        let (language, vocabulary) = (page.language, encoded.snapshot.vocabulary)
        count = page.words.count("countStatistics", listing.total)
        measures = listing.choices(of: "measure") { page.label($0, of: .measure, in: vocabulary) }
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        claims = LinkView(page.words["claimsAbout"], page.link("/claims"))
        let (records, text) = (listing.records, WeighingText(encoded.snapshot, in: language))
        groups = records.map(\.measure).uniqued().map { measure in
            StatisticPages.Group(
                heading: page.label(measure, of: .measure, in: vocabulary),
                statistics: records.filter { $0.measure == measure }.map { statistic in
                    StatisticPages.Entry(
                        statistic: LinkView(
                            statistic.title.marked(for: language), page.link("/statistics/\(statistic.id)")),
                        figures: page.figures(of: statistic, separator: " / "),
                        period: language.format(statistic.period),
                        claims: text.uncounted(statistic) ?? page.words.count("countClaims", statistic.claims.count),
                        isContested: statistic.isContested)
                })
        }
    }
}

extension StatisticPages.Item {
    fileprivate init(_ statistic: Statistic, _ snapshot: Snapshot, _ page: PageContext) {
        let (language, vocabulary) = (page.language, snapshot.vocabulary)
        title = statistic.title.marked(for: language)
        measure = page.label(statistic.measure, of: .measure, in: vocabulary)
        population = page.label(statistic.population, of: .population, in: vocabulary)
        measureNote = vocabulary[.measure, statistic.measure]?.note?.marked(for: language)
        populationNote = vocabulary[.population, statistic.population]?.note?.marked(for: language)
        unit = page.label(statistic.unit, of: .unit, in: vocabulary)
        period = language.format(statistic.period)
        isContested = statistic.isContested
        span = page.range(statistic.range)
        statisticNote = statistic.note?.marked(for: language)
        let (most, own) = (PageContext.mostRecords, [(name: "statistic", value: statistic.id)])
        claims = statistic.claims.prefix(most).map { ClaimView($0, in: snapshot, page) }
        allClaims = page.all("countClaims", statistic.claims.count, APIPath.below("claims.csv"), own)
        let (weighing, text) = (snapshot.weighing, WeighingText(snapshot, in: language, isMarked: true))
        let node = weighing.network.node(of: statistic.id)
        uncounted = text.uncountedSentence(statistic)
        implied =
            uncounted == nil
            ? node.flatMap { node in weighing.implied[node].flatMap { text.statement(of: $0, node) } } : nil
        let asserted = snapshot.conflicts.records(where: "statistic", is: statistic.id).filter { !$0.isMixed }
        conflicts = asserted.prefix(most).map { ConflictRow($0, in: snapshot, page) }
        allConflicts = page.all("countConflicts", asserted.count, "/conflicts", own)
        drawing =
            page.web.drawings.drawing(on: "/statistics/" + statistic.id, in: language, of: snapshot) {
                Picture.inline { Picture(statistic, in: snapshot, language, $0) }
            } ?? ""
        discrepancies = snapshot.discrepancies.positions(where: "statistic", is: statistic.id, most: most).map {
            CheckRow(snapshot.discrepancies.records[$0], page)
        }
        allDiscrepancies = page.all(
            "countDiscrepancies", snapshot.discrepancies.count(where: "statistic", is: statistic.id), "/discrepancies",
            own)
        events = snapshot.events.positions(where: "statistic", is: statistic.id, most: most).map {
            page.event(snapshot.events.records[$0])
        }
        allEvents = page.all(
            "countEvents", snapshot.events.count(where: "statistic", is: statistic.id), "/events", own)
        citations = CitedPassages.all(statistic.citations, in: snapshot, page)
        uses = ReuseLinks(
            .statistics, statistic.id, embed: Embed(kind: .statistics, id: statistic.id), title: title, in: page)
    }
}

extension PageContext {
    /// Returns the different figures of a statistic on one line.
    fileprivate func figures(of statistic: Statistic, separator: String) -> String {
        line(statistic.standingClaims.map { $0.quantity.text(in: language) }.uniqued(), separator: separator)
    }
}

extension StatisticPages.List: PageView {
    static let template = "statistics"
    static let members: [TemplateMember<Self>] = [
        .text("count") { $0.count }, .list("measures") { $0.measures }, .list("groups") { $0.groups },
        .list("pages") { $0.pages }, .flag("isEmpty") { $0.isEmpty }, .view("claims") { $0.claims },
    ]
}

extension StatisticPages.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("heading") { $0.heading }, .list("statistics") { $0.statistics },
    ]
}

extension StatisticPages.Entry: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("statistic") { $0.statistic }, .text("figures") { $0.figures }, .text("period") { $0.period },
        .text("claims") { $0.claims }, .flag("isContested") { $0.isContested },
    ]
}

extension StatisticPages.Item: PageView {
    static let template = "statistic"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("measure") { $0.measure }, .text("population") { $0.population },
        .text("unit") { $0.unit }, .text("period") { $0.period }, .flag("isContested") { $0.isContested },
        .optional("measureNote") { $0.measureNote }, .optional("populationNote") { $0.populationNote },
        .optional("span") { $0.span }, .optional("statisticNote") { $0.statisticNote }, .list("claims") { $0.claims },
        .optional("implied") { $0.implied }, .optional("uncounted") { $0.uncounted },
        .list("conflicts") { $0.conflicts }, .flag("hasConflicts") { !$0.conflicts.isEmpty },
        .text("drawing") { $0.drawing }, .list("discrepancies") { $0.discrepancies },
        .flag("hasDiscrepancies") { !$0.discrepancies.isEmpty }, .list("events") { $0.events },
        .flag("hasEvents") { !$0.events.isEmpty }, .list("citations") { $0.citations },
        .flag("hasCitations") { !$0.citations.isEmpty }, .optional("allClaims") { $0.allClaims },
        .optional("allDiscrepancies") { $0.allDiscrepancies }, .optional("allConflicts") { $0.allConflicts },
        .optional("allEvents") { $0.allEvents },
        .view("uses") { $0.uses },
    ]
}
