import Evidence
import Wording

extension RecordColumn<Source> {
    /// In camel case where CSL has a hyphen: a column is a name in programs.
    static let sources: [RecordColumn] = [
        .init("id", show: .brief, isRequired: true) { source, _, _ in .text(source.id) },
        .init("type", isRequired: true) { source, _, _ in .text(source.type) },
        .init("title", titled: "headline", show: .brief, isRequired: true) { source, _, _ in .text(source.title) },
        .init("translatedTitle", of: "translated-title") {
            Cell($0.translatedTitle?[$2])
        },
        .init("author", separator: Column.phrases, show: .brief) { source, _, _ in
            .list(source.author.map(\.text))
        },
        .init("issued", .edtf) { source, _, _ in Cell(source.issuedText) },
        .init("containerTitle", of: "container-title") { source, _, _ in
            Cell(source.containerTitle)
        },
        .init("volume") { source, _, _ in Cell(source.volume) },
        .init("issue") { source, _, _ in Cell(source.issue) },
        .init("publisher") { source, _, _ in Cell(source.publisher) },
        .init("language", isRequired: true) { source, _, _ in .text(source.language) },
        .init("URL", .uri) { source, _, _ in Cell(source.url) },
        .init("licence") { source, _, _ in Cell(source.licence?.id) },
        .init("licenceURL", .uri, of: "licence") { source, _, _ in
            Cell(source.licence?.url)
        },
        .init("independence", show: .brief, isRequired: true) { source, _, _ in
            .term(source.independence.rawValue, source.independence.label)
        },
        .init(
            "independenceOf", of: "independence", separator: Column.ids,
            refersTo: "sources"
        ) {
            source, _, _ in .list(source.dependsOn)
        },
        .init(
            "independenceStatement", of: "independence",
            isRequired: true
        ) {
            .text($0.independenceStatement[$2])
        },
        .init("access", isRequired: true) { .text($0.access[$2]) },
        .init("note") { Cell($0.note?[$2]) },
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
