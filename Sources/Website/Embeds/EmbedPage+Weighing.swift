import API
import Archive
import Charts
import Evidence
import Lessons
import PageLayout
import Reasoning
import Rendering
import Wording

extension EmbedPage {
    /// Creates the view of what follows from what the address supposes, or of the conflicts if it supposes nothing.
    init(weighing encoded: EncodedSnapshot, _ context: borrowing RequestContext, kit: EmbedKit) {
        let (snapshot, language) = (encoded.snapshot, context.language)
        let most = PageContext.mostRecords
        let outcome = encoded.supposition.map {
            Outcome($0.supposed, from: $0.base.snapshot, to: snapshot, in: language, mostRecords: most)
        }
        let version = context.permalink?.version
        canonical = version.map { Permalink.path(PagePath.weighing, version: $0) } ?? PagePath.weighing
        let supposed = encoded.supposition?.supposed
        let query =
            (supposed?.query ?? [])
            + (context.chosenLanguage.map { [(name: "lang", value: $0.rawValue)] } ?? [])
        page = canonical + PageContext.text(query)
        title = language.words["weighTitle"]
        self.language = language.spoken.rawValue
        direction = language.direction
        theme = context.parameters.theme.rawValue
        verdict = nil
        let knot = supposed == nil ? snapshot.weighing.knotsByInterest.first : nil
        let drawn = { (form: Picture.Form) in
            knot.flatMap { Picture(knot: $0, of: snapshot.weighing, in: snapshot, language, form) }
        }
        picture = Picture.inline(drawn) ?? ""
        pictureHeight = Int((drawn(.narrow)?.body.height ?? 0).rounded(.up))
        arithmetic = outcome?.summary
        explanation = outcome?.supposed.joined(separator: "; ") ?? language.words["weighLead"]
        sides = []
        let text = WeighingText(snapshot, in: language, isMarked: true)
        rows = (outcome?.conflicts ?? snapshot.conflicts.records.filter { !$0.isMixed }).prefix(most).map { conflict in
            Row(label: text.title(of: conflict), figure: conflict.kind.label[language])
        }
        figures = !rows.isEmpty
        let identity = snapshot.dataset.identity
        attribution = identity.attribution.marked(for: language)
        licence = identity.licence.id
        licenceURL = identity.licence.url
        words = language.words
        style = kit.style
        script = kit.script
    }
}
