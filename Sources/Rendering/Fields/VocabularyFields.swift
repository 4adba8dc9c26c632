package import Evidence
import Foundations
import Wording

extension RecordEncoding<Vocabulary.Term> {
    package static let terms = vocabulary(.term, title: .terms, about: "A word that the records use, explained.")

    private static func vocabulary(_ kind: Vocabulary.Kind, title: Word, about: String) -> RecordEncoding {
        let same = RecordColumn<Vocabulary.Term>("sameAs", separator: Column.ids) { term, _, _ in .list(term.sameAs) }
        return RecordEncoding(
            path: kind.plural, singular: kind.rawValue, title: title, about: about, id: \.id,
            fields: [
                .init("id", .id, "Its id.", show: .brief) { term, _, _ in .text(term.id) },
                .init("label", .localized, "What a reader sees.", show: .brief) { .text($0.label[$2]) },
                .init("note", .optionalText, "What it means here.", show: .brief) { Cell($0.note?[$2]) },
                .init(
                    "sameAs", .reference("common.json#/$defs/sameAs"), nil, .whereKnown, columns: [same],
                    isThere: { !$0.sameAs.isEmpty }
                ) { term, _, json in json.array(term.sameAs) { $0.string($1) } },
            ])
    }
}
