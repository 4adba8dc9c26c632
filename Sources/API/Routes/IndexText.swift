import Archive
import Evidence
import Rendering
import Wording

/// The answer of `/api/v1` for a terminal.
enum IndexText {
    static func write(_ snapshot: Snapshot, in language: Language) -> [UInt8] {
        let identity = snapshot.dataset.identity
        let isEnglish = language == .english
        var page = TextPage()
        page.heading(identity.title[language])
        page.paragraph(identity.description[language])
        page.facts([
            (isEnglish ? "Period" : "Laikotarpis", language.format(identity.period)),
            (isEnglish ? "Main source" : "Pagrindinis šaltinis", identity.mainSource),
            (isEnglish ? "Released" : "Paskelbta", language.format(identity.released)),
        ])
        page.grid(
            [.init(isRight: true), .init(), .init()],
            ListSummary.all(of: snapshot).map { list in
                [language.format(Number(Int64(list.count))), list.title[language], "/api/v1/\(list.name).txt"]
            })
        page.footer(identity, in: language)
        return Array(page.text.utf8)
    }
}
