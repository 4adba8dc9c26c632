import API
import Archive
import Charts
import Checks
import Evidence
import Lessons
import PageLayout
import Problems
import Reasoning
import Rendering
import Templates
import Wording

/// The pages `/discrepancies` and `/checks`, and those of one discrepancy or check, with the witnesses face to face. Under
/// either name each check is found: what was a discrepancy in one version may hold in the next.
enum DiscrepancyPages {
    struct List {
        let heading, about, count: String
        let kinds, verdicts: [LinkView]
        let groups: [Group]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
        /// A link to all checks, from the list of discrepancies.
        let checks: LinkView?
    }

    /// Consecutive discrepancies with the same verdict.
    struct Group {
        let heading: String
        let findings: [CheckRow]
    }

    struct Item {
        let title: String
        /// What a discrepancy, and some other checks, come with.
        let explanation: String?
        /// What a discrepancy comes with.
        let question: String?
        let verdict: EmbedPage.VerdictView
        let sides: [Side]
        /// Whether a side has several witnesses and so needs the whole width.
        let hasRows: Bool
        /// Where the figures are printed, each place once.
        let passages: [CitedPassages]
        let workings: ArithmeticView?
        /// What the verdict rests on, on one line.
        let finding: ArithmeticView.Row?
        /// Why there is no arithmetic, where there is none.
        let unworked: String?
        let drawing: String?
        let would, wouldNot: [String]
        let isReconcilable, isIrreconcilable: Bool
        let witnesses: [String]
        let hasWitnesses: Bool
        /// The conflicts that it is part of.
        let conflicts: [ConflictRow]
        let uses: ReuseLinks
    }

    /// One side of the relation: figures, a date or a statement.
    struct Side {
        let role: String?
        let claims: [ClaimView]
        /// A link to all claims, if they are more.
        var all: LinkView?
        let statement: String?
        let when: String?
        let passages: [CitedPassages]
    }

    /// Returns the picture of a discrepancy for a page, drawn only once; nil if no figures are compared.
    static func drawing(of discrepancy: Discrepancy, in snapshot: Snapshot, _ page: PageContext) -> String? {
        page.web.drawings.drawing(on: "/discrepancies/" + discrepancy.id, in: page.language, of: snapshot) {
            Picture.inline { Picture(discrepancy, in: snapshot, page.language, $0) }
        }
    }

    static var routes: [Route] {
        var (discrepancies, checks) = (discrepancies, checks)
        let (ofDiscrepancies, ofChecks) = (discrepancies, checks)
        discrepancies.deputy = .init(
            has: { $1.discrepancies[$0] == nil && $1.checks[$0] != nil },
            answer: { context throws(Problem) in try ofChecks.answerItem(context) })
        checks.deputy = .init(
            has: { $1.discrepancies[$0] != nil },
            answer: { context throws(Problem) in try ofDiscrepancies.answerItem(context) })
        return discrepancies.routes + checks.routes
    }

    private static var discrepancies: RecordPages<Discrepancy, List, Item> {
        .init(
            section: .discrepancies, table: { $0.discrepancies },
            about: "discrepanciesAbout", list: { listing, _ in List(listing) },
            item: { discrepancy, snapshot, page in
                let view = Item(discrepancy.check, discrepancy, snapshot, page)
                return .init(
                    view: view,
                    description: view.verdict.label + ". " + discrepancy.explanation.marked(for: page.language),
                    hasPicture: view.drawing != nil, isWhole: view.isWhole)
            }, embed: .discrepancies, supposes: true)
    }

    private static var checks: RecordPages<Check, List, Item> {
        .init(
            section: .checks, table: { $0.checks }, about: "checksAbout", list: { listing, _ in List(listing) },
            item: { check, snapshot, page in
                let view = Item(check, nil, snapshot, page)
                return .init(
                    view: view,
                    description: [view.verdict.label, view.explanation].compactMap { $0 }.joined(separator: ". "),
                    isWhole: view.isWhole)
            }, supposes: true)
    }
}

extension DiscrepancyPages.List {
    fileprivate init(_ listing: Listing<Discrepancy>) {
        self.init(
            listing, .discrepancies, noun: "countDiscrepancies",
            kind: { Discrepancy.Kind(rawValue: $0)?.label[$1] },
            rows: { verdict in
                listing.records.filter { $0.verdict == verdict }.sorted(by: Discrepancy.isMoreTelling)
                    .map { CheckRow($0, listing.page) }
            }, checks: LinkView(listing.page.words["checksAll"], listing.page.link("/checks")))
    }

    fileprivate init(_ listing: Listing<Check>) {
        self.init(
            listing, .checks, noun: "countChecks", kind: { Relation.Kind(rawValue: $0)?.label[$1] },
            rows: { verdict in
                listing.records.filter { $0.verdict == verdict }.map { CheckRow($0, listing.page) }
            }, checks: nil)
    }

    private init<Record>(
        _ listing: Listing<Record>, _ section: Section, noun: String, kind: (String, Language) -> String?,
        rows: (Verdict) -> [CheckRow], checks: LinkView?
    ) {
        let page = listing.page
        let language = page.language
        heading = page.words[section.rawValue]
        about = page.words[section.rawValue + "About"]
        count = page.words.count(noun, listing.total)
        self.checks = checks
        kinds = listing.choices(of: "kind") { kind($0, language)?.capitalizedFirst ?? $0 }
        verdicts = listing.choices(of: "verdict") { Verdict(rawValue: $0)?.label[language].capitalizedFirst ?? $0 }
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        groups = Verdict.allCases.sorted(by: >).compactMap { verdict in
            let found = rows(verdict)
            return found.isEmpty ? nil : .init(heading: verdict.label[language].capitalizedFirst, findings: found)
        }
    }
}

extension Discrepancy {
    /// Orders discrepancies: the more serious verdict first, then the one that fails by the larger share of what is
    /// stated, then those without figures.
    static func isMoreTelling(_ left: Discrepancy, _ right: Discrepancy) -> Bool {
        let weight = { (discrepancy: Discrepancy) in
            (discrepancy.verdict, discrepancy.difference?.relative ?? Number(-1))
        }
        return weight(left) > weight(right)
    }
}

extension DiscrepancyPages.Item {
    /// Whether the page has room for all of it.
    fileprivate var isWhole: Bool { sides.allSatisfy { $0.all == nil } }

    /// `discrepancy` is what the check is; nil if it holds.
    fileprivate init(_ check: Check, _ discrepancy: Discrepancy?, _ snapshot: Snapshot, _ page: PageContext) {
        let language = page.language
        title = check.relation.title.marked(for: language)
        explanation = check.relation.explanation?.marked(for: language)
        question = discrepancy?.question.marked(for: language)
        verdict = .init(check.verdict, language)
        sides = DiscrepancyPages.Side.all(check, snapshot, page)
        hasRows = sides.contains { $0.claims.count > 1 }
        workings = ArithmeticView(check, snapshot, page)
        finding = check.deciding.map { .init($0, of: check, snapshot, page) }
        let figures = check.relation.constraint.equation.map(\.namedSides)?.flatMap(\.statistics) ?? []
        var printed = figures.compactMap { snapshot.statistics[$0] }.flatMap(\.standingClaims).map(\.citation)
        printed += DiscrepancyPages.further(of: check, beside: printed)
        passages = CitedPassages.all(printed, in: snapshot, page)
        let untested = check.untested(in: language, from: snapshot, isMarked: true)
        unworked = workings == nil ? untested ?? page.words["editorial"] : nil
        drawing = discrepancy.flatMap { DiscrepancyPages.drawing(of: $0, in: snapshot, page) }
        let reconciliation = Reconciliation(
            check: check, discrepancy: discrepancy, snapshot: snapshot, language: language,
            mostRecords: PageContext.mostRecords)
        would = reconciliation.would
        wouldNot = reconciliation.wouldNot
        isReconcilable = !would.isEmpty
        isIrreconcilable = !wouldNot.isEmpty
        witnesses = reconciliation.witnesses
        hasWitnesses = !witnesses.isEmpty
        conflicts = check.conflicts(in: snapshot).filter { !$0.isMixed }.prefix(PageContext.mostRecords)
            .map { ConflictRow($0, in: snapshot, page, hasArithmetic: true) }
        uses =
            if let discrepancy {
                ReuseLinks(
                    .discrepancies, discrepancy.id, embed: Embed(kind: .discrepancies, id: discrepancy.id),
                    title: title, in: page)
            } else {
                ReuseLinks(.checks, check.id, in: page)
            }
    }
}

extension DiscrepancyPages {
    /// Returns what the editor's words rest on, and what stands neither on a side nor beside a figure.
    fileprivate static func further(of check: Check, beside printed: [Citation]) -> [Citation] {
        let relation = check.relation
        guard !relation.citations.isEmpty, relation.constraint.dated.isEmpty else { return [] }
        let told = (printed + check.sides.flatMap(\.citations)).prefix(PageContext.mostRecords)
        return relation.citations.prefix(PageContext.mostRecords).filter { citation in
            !told.contains { $0.source == citation.source && $0.locator == citation.locator }
        }
    }
}

extension DiscrepancyPages.Side {
    fileprivate static func all(_ check: Check, _ snapshot: Snapshot, _ page: PageContext) -> [Self] {
        let constraint = check.relation.constraint
        switch constraint {
        case .editorial(let editorial):
            return editorial.sides.map { side in
                .init(
                    role: nil, claims: [], statement: side.statement.marked(for: page.language), when: nil,
                    passages: CitedPassages.all(side.citations, in: snapshot, page))
            }
        case .within, .before:
            return constraint.dated.map { dated($0, check.relation, snapshot, page) }
        case .equation(let equation):
            let figures = equation.namedSides.enumerated().map { place, side -> Self in
                let all = side.statistics.compactMap { snapshot.statistics[$0] }.flatMap(\.standingClaims)
                let key = equation.form == .same ? nil : "side\(constraint.kind.rawValue)\(place)"
                return .init(
                    role: side.side.term ?? key.map { page.words[$0] },
                    claims: all.prefix(PageContext.mostRecords).map { ClaimView($0, in: snapshot, page) },
                    all: page.all("countClaims", all.count, APIPath.below("checks", "\(check.id)/readings")),
                    statement: nil, when: nil, passages: [])
            }
            return figures + equation.days.map { dated($0.operand, check.relation, snapshot, page) }
        }
    }

    private static func dated(
        _ operand: Within.Operand, _ relation: Relation, _ snapshot: Snapshot, _ page: PageContext
    ) -> Self {
        let (title, when, citations): (LocalizedText?, String?, [Citation]) =
            switch operand {
            case .statistic(let id):
                (
                    snapshot.statistics[id]?.title, (snapshot.statistics[id]?.period).map(page.language.format),
                    snapshot.statistics[id].map { $0.citations + $0.standingClaims.map(\.citation) } ?? []
                )
            case .event(let id):
                (
                    snapshot.events[id]?.title, snapshot.events[id].map { DateView.line($0, in: snapshot, page) },
                    snapshot.events[id].map { $0.standingClaims.map(\.citation) + $0.otherCitations } ?? []
                )
            }
        // Of many places, only those that the relation rests on.
        let named = citations.filter { citation in
            relation.citations.contains { $0.source == citation.source && $0.locator == citation.locator }
        }
        return .init(
            role: nil, claims: [], statement: title?.marked(for: page.language), when: when,
            passages: CitedPassages.all(named.isEmpty ? citations : named, in: snapshot, page))
    }
}

extension DiscrepancyPages.List: PageView {
    static let template = "discrepancies"
    static let members: [TemplateMember<Self>] = [
        .text("heading") { $0.heading }, .text("about") { $0.about }, .text("count") { $0.count },
        .optional("checks") { $0.checks }, .list("kinds") { $0.kinds }, .list("verdicts") { $0.verdicts },
        .list("groups") { $0.groups }, .list("pages") { $0.pages }, .flag("isEmpty") { $0.isEmpty },
    ]
}

extension DiscrepancyPages.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("heading") { $0.heading }, .list("findings") { $0.findings },
    ]
}

extension DiscrepancyPages.Item: PageView {
    static let template = "discrepancy"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .optional("explanation") { $0.explanation },
        .optional("question") { $0.question }, .view("verdict") { $0.verdict }, .list("sides") { $0.sides },
        .flag("hasRows") { $0.hasRows }, .list("passages") { $0.passages },
        .flag("hasPassages") { !$0.passages.isEmpty }, .optional("finding") { $0.finding },
        .optional("workings") { $0.workings },
        .optional("unworked") { $0.unworked }, .optional("drawing") { $0.drawing }, .list("would") { $0.would },
        .list("wouldNot") { $0.wouldNot }, .flag("isReconcilable") { $0.isReconcilable },
        .flag("isIrreconcilable") { $0.isIrreconcilable }, .list("witnesses") { $0.witnesses },
        .flag("hasWitnesses") { $0.hasWitnesses }, .list("conflicts") { $0.conflicts },
        .flag("hasConflicts") { !$0.conflicts.isEmpty }, .view("uses") { $0.uses },
    ]
}

extension DiscrepancyPages.Side: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .optional("role") { $0.role }, .list("claims") { $0.claims },
        .optional("statement") { $0.statement }, .optional("when") { $0.when }, .list("passages") { $0.passages },
        .optional("all") { $0.all },
    ]
}
