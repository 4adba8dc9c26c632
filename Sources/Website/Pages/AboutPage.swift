import API
import Archive
import Charts
import Evidence
import PageLayout
import Problems
import Rendering
import Templates
import Wording

/// The page `/about`: the method. What it says about the dataset comes from the dataset, and its terms from the
/// vocabulary of the model.
enum AboutPage {
    struct View {
        let verdicts: Verdicts
        let kinds: Kinds
        let independence: Independence
        let sources: [Witness]
        let allSources: String?
        let dataset, licence, licenceURL, attribution: String
        let citation, bibtex, ris: String
        let discrepancies, weigh, changes, feed, docs: String
    }

    /// The label of each verdict.
    struct Verdicts {
        let consistent, withinRounding, unresolved, tension, contradiction: String
    }

    /// The label of each kind of relation.
    struct Kinds {
        let same, sum, part, cumulative, share, change, within, before, formula, editorial: String
    }

    /// The label of each degree of independence.
    struct Independence {
        let main, independent, parallel, citing, tertiary, primary: String
    }

    /// A source, with what is known of its relation to the others.
    struct Witness {
        let title, href, statement, access: String
    }

    static let route = Route(
        "/about", mediaType: Format.html.mediaType, parameters: { [$0.lang] }, dependsOnHost: true,
        answer: { context throws(Problem) in
            let page = try context.page()
            let url = try context.permalink(of: APIPath.root)
            return try WebPage(
                title: page.words["aboutTitle"],
                description: page.words["aboutLead"],
                view: View(context.encoded.snapshot.dataset, permalink: url, page), section: .about
            ).result(context, in: page)
        })
}

extension AboutPage.View {
    fileprivate init(_ dataset: Dataset, permalink: String, _ page: PageContext) {
        let language = page.language
        let identity = dataset.identity
        let verdict = { (verdict: Verdict) in verdict.label[language].capitalizedFirst }
        let kind = { (kind: Relation.Kind) in kind.label[language].capitalizedFirst }
        let standing = { (standing: Source.Independence) in standing.label[language].capitalizedFirst }
        verdicts = AboutPage.Verdicts(
            consistent: verdict(.consistent), withinRounding: verdict(.withinRounding),
            unresolved: verdict(.unresolved), tension: verdict(.tension), contradiction: verdict(.contradiction))
        kinds = AboutPage.Kinds(
            same: kind(.same), sum: kind(.sum), part: kind(.part), cumulative: kind(.cumulative), share: kind(.share),
            change: kind(.change), within: kind(.within), before: kind(.before), formula: kind(.formula),
            editorial: kind(.editorial))
        independence = AboutPage.Independence(
            main: standing(.main), independent: standing(.independent), parallel: standing(.parallel),
            citing: standing(.citing), tertiary: standing(.tertiary), primary: standing(.primary))
        sources = dataset.sources.prefix(PageContext.mostRecords).map { source in
            AboutPage.Witness(
                title: source.translatedTitle?.marked(for: language) ?? source.marked(source.title, for: language),
                href: page.link("/sources/\(source.id)"),
                statement: source.independenceStatement.marked(for: language),
                access: source.access.marked(for: language))
        }
        allSources = dataset.sources.count > PageContext.mostRecords ? page.link("/sources") : nil
        self.dataset = identity.title.marked(for: language)
        licence = identity.licence.id
        licenceURL = identity.licence.url
        attribution = identity.attribution.marked(for: language)
        citation = "\(identity.attribution.marked(for: language)) \(identity.version). \(permalink)"
        bibtex = page.link(APIPath.below("cite.bib"))
        ris = page.link(APIPath.below("cite.ris"))
        discrepancies = page.link("/discrepancies")
        weigh = page.link(PagePath.weighing)
        changes = page.link("/changes")
        feed = page.link(APIPath.below("changes.atom"))
        docs = page.current("/docs")
    }
}

extension AboutPage.View: PageView {
    static let template = "about"
    static let members: [TemplateMember<Self>] = [
        .view("verdicts") { $0.verdicts }, .view("kinds") { $0.kinds }, .view("independence") { $0.independence },
        .list("sources") { $0.sources }, .optional("allSources") { $0.allSources }, .text("dataset") { $0.dataset },
        .text("licence") { $0.licence }, .text("licenceURL") { $0.licenceURL },
        .text("attribution") { $0.attribution }, .text("citation") { $0.citation }, .text("bibtex") { $0.bibtex },
        .text("ris") { $0.ris }, .text("discrepancies") { $0.discrepancies }, .text("weigh") { $0.weigh },
        .text("changes") { $0.changes },
        .text("feed") { $0.feed }, .text("docs") { $0.docs },
    ]
}

extension AboutPage.Verdicts: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("consistent") { $0.consistent }, .text("withinRounding") { $0.withinRounding },
        .text("unresolved") { $0.unresolved }, .text("tension") { $0.tension },
        .text("contradiction") { $0.contradiction },
    ]
}

extension AboutPage.Kinds: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("same") { $0.same }, .text("sum") { $0.sum }, .text("part") { $0.part },
        .text("cumulative") { $0.cumulative }, .text("share") { $0.share },
        .text("change") { $0.change }, .text("within") { $0.within }, .text("before") { $0.before },
        .text("formula") { $0.formula },
        .text("editorial") { $0.editorial },
    ]
}

extension AboutPage.Independence: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("main") { $0.main }, .text("independent") { $0.independent }, .text("parallel") { $0.parallel },
        .text("citing") { $0.citing }, .text("tertiary") { $0.tertiary }, .text("primary") { $0.primary },
    ]
}

extension AboutPage.Witness: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("href") { $0.href }, .text("statement") { $0.statement },
        .text("access") { $0.access },
    ]
}
