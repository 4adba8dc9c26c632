import Archive
import Evidence
import Wording

extension RecordColumn<Source> {
    /// In camel case where CSL has a hyphen: a column is a name in programs.
    static let sources: [RecordColumn] = [
        .init("id", "Id", "Id", show: .brief, isRequired: true) { source, _, _ in .text(source.id) },
        .init("type", "Type", "Tipas", isRequired: true) { source, _, _ in .text(source.type) },
        .init("title", "Title", "Antraštė", show: .brief, isRequired: true) { source, _, _ in .text(source.title) },
        .init("translatedTitle", "Translated title", "Išversta antraštė", of: "translated-title") {
            Cell($0.translatedTitle?[$2])
        },
        .init("author", "Author", "Autorius", separator: Column.phrases, show: .brief) { source, _, _ in
            .list(source.author.map(\.text))
        },
        .init("issued", "Issued", "Išleista", .edtf) { source, _, _ in Cell(source.issuedText) },
        .init("containerTitle", "Published in", "Leidinys", of: "container-title") { source, _, _ in
            Cell(source.containerTitle)
        },
        .init("volume", "Volume", "Tomas") { source, _, _ in Cell(source.volume) },
        .init("issue", "Issue", "Numeris") { source, _, _ in Cell(source.issue) },
        .init("publisher", "Publisher", "Leidėjas") { source, _, _ in Cell(source.publisher) },
        .init("language", "Language", "Kalba", isRequired: true) { source, _, _ in .text(source.language) },
        .init("URL", "URL", "URL", .uri) { source, _, _ in Cell(source.url) },
        .init("licence", "Licence", "Licencija") { source, _, _ in Cell(source.licence?.id) },
        .init("licenceURL", "URL of the licence", "Licencijos URL", .uri, of: "licence") { source, _, _ in
            Cell(source.licence?.url)
        },
        .init("independence", "Independence", "Nepriklausomumas", show: .brief, isRequired: true) { source, _, _ in
            .term(source.independence.rawValue, source.independence.label)
        },
        .init(
            "independenceOf", "Depends on", "Priklauso nuo", of: "independence", separator: Column.ids,
            refersTo: "sources"
        ) {
            source, _, _ in .list(source.dependsOn)
        },
        .init(
            "independenceStatement", "Independence in words", "Nepriklausomumas žodžiais", of: "independence",
            isRequired: true
        ) {
            .text($0.independenceStatement[$2])
        },
        .init("access", "Access", "Kaip skaityta", isRequired: true) { .text($0.access[$2]) },
        .init("note", "Note", "Pastaba") { Cell($0.note?[$2]) },
        .citations { $0.citations },
    ]
}

extension Source {
    /// `2004-05-11`, as exact as is known; nil where nothing is.
    fileprivate var issuedText: EDTF? {
        issued.isEmpty ? nil : try? EDTF(zip(issued, [4, 2, 2]).map { $0.padded(to: $1) }.joined(separator: "-"))
    }
}

extension Source.Name {
    /// `Anušauskas, Arvydas`.
    package var text: String {
        switch self {
        case .person(let family, let given): "\(family), \(given)"
        case .literal(let literal): literal
        }
    }
}
