import Archive
import Evidence
import Rendering
import Wording

/// The response of `/api/v1` for a terminal.
enum IndexText {
    static func write(_ snapshot: Snapshot, in language: Language) -> [UInt8] {
        let identity = snapshot.dataset.identity
        var page = TextPage()
        page.heading(identity.title[language])
        page.paragraph(identity.description[language])
        page.facts([
            (language.words[.period], language.format(identity.period)),
            (language.words[.mainSource], identity.mainSource),
            (language.words[.released], language.format(identity.released)),
        ])
        page.grid(
            [.init(isRight: true), .init(), .init()],
            ListSummary.all(of: snapshot).map { list in
                [language.format(list.count), list.title[language], APIPath.below("\(list.name).txt")]
            })
        page.footer(snapshot, in: language)
        return Array(page.text.utf8)
    }
}
