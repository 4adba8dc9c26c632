import API
import Archive
import Evidence
import PageLayout
import Rendering
import Templates
import Wording

/// The pages `/claims` and `/claims/{id}`, with the way to what other sources say.
enum ClaimPages {
    struct List {
        let count: String
        let claims: [ClaimView]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
    }

    struct Item {
        let title, measure: String
        let claims: [ClaimView]
        let statistic: LinkView
        let uses: ReuseLinks
    }

    static var routes: [Route] {
        RecordPages<Claim, List, Item>(
            section: .claims, table: { $0.claims }, about: "claimsAbout", list: { List($0, $1) },
            item: { claim, snapshot, page in
                let view = Item(claim, snapshot, page)
                let told = view.claims.map { "\($0.figure) (\($0.statement.source.label))" }
                return .init(view: view, description: told.joined())
            }, supposes: true
        ).routes
    }
}

extension ClaimPages.List {
    fileprivate init(_ listing: Listing<Claim>, _ encoded: EncodedSnapshot) {
        let page = listing.page
        count = page.words.count("countClaims", listing.total)
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        claims = listing.records.map { ClaimView($0, in: encoded.snapshot, page) }
    }
}

extension ClaimPages.Item {
    fileprivate init(_ claim: Claim, _ snapshot: Snapshot, _ page: PageContext) {
        let view = ClaimView(claim, in: snapshot, page)
        title = MarkedText.mark(claim.title(in: page.language, from: snapshot), in: nil, for: page.language)
        measure =
            snapshot.statistics[claim.statistic].map {
                page.label($0.measure, of: .measure, in: snapshot.vocabulary) + ", " + page.language.format($0.period)
            } ?? ""
        claims = [view]
        let isAlone = (snapshot.statistics[claim.statistic]?.claims.count ?? 0) < 2
        statistic = isAlone ? view.subject : LinkView(page.words["claimsBeside"], view.subject.href)
        uses = ReuseLinks(.claims, claim.id, in: page)
    }
}

extension ClaimPages.List: PageView {
    static let template = "claimList"
    static let members: [TemplateMember<Self>] = [
        .text("count") { $0.count }, .list("claims") { $0.claims }, .list("pages") { $0.pages },
        .flag("isEmpty") { $0.isEmpty },
    ]
}

extension ClaimPages.Item: PageView {
    static let template = "claim"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("measure") { $0.measure }, .list("claims") { $0.claims },
        .view("statistic") { $0.statistic }, .view("uses") { $0.uses },
    ]
}
