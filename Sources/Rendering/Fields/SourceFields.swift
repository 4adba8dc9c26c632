package import Evidence
import Foundations
package import Wording

extension RecordEncoding<Source> {
    /// The encoding of sources, with the names of CSL-JSON for citation processors. Columns use camel case where CSL has a hyphen.
    package static let sources = RecordEncoding(
        path: "sources", singular: "source", title: .sources,
        about: "A document, with the names of CSL-JSON where it has one.", id: \.id, fields: fields)

    private static let fields: [Field<Source>] =
        own + others + [
            .citations("Places that tell about this source.") { $0.citations }
        ]

    private static let own: [Field<Source>] = [
        .init("id", .id, "The source's id.", show: .brief) { source, _, _ in .text(source.id) },
        .init(
            "type", .choice(Source.types),
            "The kind of document, in the words of CSL-JSON, such as \"book\" or \"article-journal\"."
        ) { source, _, _ in .text(source.type) },
        .init(
            "title", .text,
            """
            The title in the source's own language, as printed. A descriptive title, where the printed one was not seen, \
            stands in square brackets.
            """, titled: "headline", show: .brief
        ) { source, _, _ in .text(source.title) },
        .init(
            "translated-title", .localized, "The title, translated.", .whereKnown, column: "translatedTitle",
            isThere: { $0.translatedTitle != nil }
        ) { Cell($0.translatedTitle?[$2]) },
        .init(
            "brief-title", .localized, "What a reader calls it beside its first author, such as \"English summary\".",
            .whereKnown, column: "briefTitle", isThere: { $0.briefTitle != nil }
        ) { Cell($0.briefTitle?[$2]) },
        .init(
            "author", .reference("common.json#/$defs/names"),
            "Who wrote it, in the printed order. Left out when nobody is named.", .whereKnown,
            columns: [
                .init("author", separator: Column.phrases, show: .brief) { source, _, _ in
                    .list(source.author.map(\.sorted))
                }
            ],
            isThere: { !$0.author.isEmpty }
        ) { source, _, json in json.array(source.author) { $0.name($1) } },
        .init(
            "issued", .reference("common.json#/$defs/dateValue"),
            "When it was published. Left out when that is not known.", .whereKnown,
            columns: [.init("issued", .edtf) { source, _, _ in Cell(source.issued?.edtf) }],
            isThere: { $0.issued != nil }
        ) { source, _, json in if let date = source.issued { json.date(date) } },
        .known(
            "container-title", .text, "The journal or collection it appeared in, such as \"Lituanus\".",
            column: "containerTitle", \.containerTitle),
        .known("volume", .text, "The volume, such as \"15\".", \.volume),
        .known("issue", .text, "The issue, such as \"1\".", \.issue),
        .known("publisher", .text, "Who published it, in the source's own language.", \.publisher),
        .init(
            "language", .reference("answer.json#/$defs/languageTag"),
            "The language of the source (BCP 47), such as \"lt\".", .whereKnown, isRequired: true
        ) { source, _, _ in .text(source.language) },
        .known("URL", .url, "Where it can be read.", \.url),
        .init(
            "licence", .optional("common.json#/$defs/licence"),
            "The licence it was published under; null where none is stated.",
            columns: [
                .init("licence") { source, _, _ in Cell(source.licence?.id) },
                .init("licenceURL", .uri) { source, _, _ in Cell(source.licence?.url) },
            ]
        ) { source, _, json in
            guard let licence = source.licence else { return json.null() }
            json.licence(licence)
        },
        .init(
            "independence", .reference("answer.json#/$defs/independence"),
            "Whether the source is a witness of its own.",
            columns: [
                .init("independence", show: .brief, isRequired: true) { source, _, _ in
                    .term(source.independence.rawValue, source.independence.label)
                },
                .init("independenceOf", separator: Column.ids, refersTo: "sources") { source, _, _ in
                    .list(source.dependsOn)
                },
                .init("independenceStatement", isRequired: true) { .text($0.independenceStatement[$2]) },
            ]
        ) { source, context, json in json.independence(of: source, in: context.language) },
        .init("access", .localized, "How the source was read for this dataset.") { .text($0.access[$2]) },
        .init(
            "note", .localized, "What a reader should know about the text.", .whereKnown,
            isThere: { $0.note != nil }
        ) { Cell($0.note?[$2]) },
        .init(
            "sentences", .list(of: "answer.json#/$defs/count"),
            "How many sentences each paragraph has; empty where they were not counted."
        ) { source, _, json in json.array(source.sentences) { $0.value($1) } },
        .init(
            "translations", .reference("answer.json#/$defs/translations"), "What its tokens mean.", .whereKnown,
            isThere: { !$0.translations.isEmpty }
        ) { source, context, json in
            json.object { json in source.tokens(in: context.language).forEach { json.member($0.printed, $0.text) } }
        },
    ]

    /// The variables of CSL-JSON that few sources have. Only those that many histories cite by have a column.
    private static let others: [Field<Source>] =
        SourceVariables.names.map { names($0.key, $0.value) }
        + SourceVariables.dates.map { date($0.key, $0.value) }
        + SourceVariables.numbers.map { text($0.key, $0.value) }
        + SourceVariables.texts.map { text($0.key, $0.value) }

    private static func names(_ name: String, _ about: String) -> Field<Source> {
        let column = RecordColumn<Source>(name, separator: Column.phrases) { source, _, _ in
            .list(source.variables.names[name]?.map(\.sorted) ?? [])
        }
        return Field(
            name, .reference("common.json#/$defs/names"), about, .whereKnown,
            columns: ["editor", "translator"].contains(name) ? [column] : [],
            isThere: { $0.variables.names[name] != nil }
        ) { source, _, json in json.array(source.variables.names[name] ?? []) { $0.name($1) } }
    }

    private static func date(_ name: String, _ about: String) -> Field<Source> {
        let column = RecordColumn<Source>(name, .edtf) { source, _, _ in Cell(source.variables.dates[name]?.edtf) }
        return Field(
            name, .reference("common.json#/$defs/dateValue"), about, .whereKnown,
            columns: name == "accessed" ? [column] : [], isThere: { $0.variables.dates[name] != nil }
        ) { source, _, json in if let date = source.variables.dates[name] { json.date(date) } }
    }

    private static func text(_ name: String, _ about: String) -> Field<Source> {
        if let column = columns[name] { return .known(name, .text, about, column: column) { $0.variables[name] } }
        return Field(name, .text, about, .whereKnown, isThere: { $0.variables[name] != nil }) { source, _, json in
            json.value(source.variables[name])
        }
    }

    /// The variables among ``others`` with a column, by the column's name.
    private static let columns = [
        "page": "page", "edition": "edition", "publisher-place": "publisherPlace", "genre": "genre",
        "archive": "archive", "archive_location": "archiveLocation", "DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN",
    ]
}

extension Field<Source> {
    /// Returns the field of a text that is left out if it is unknown.
    fileprivate static func known(
        _ name: String, _ schema: FieldSchema, _ about: String, column: String? = nil,
        _ text: @escaping @Sendable (Source) -> String?
    ) -> Field {
        .init(name, schema, about, .whereKnown, column: column, isThere: { text($0) != nil }) { source, _, _ in
            Cell(text(source))
        }
    }
}

extension JSONText {
    package mutating func licence(_ licence: Licence) {
        object { json in
            json.member("id", licence.id)
            json.member("URL", licence.url)
        }
    }

    /// Appends how the source depends on others.
    package mutating func independence(of source: Source, in language: Language) {
        object { json in
            json.member("kind", source.independence.rawValue)
            json.member("of", values: source.dependsOn)
            json.member("statement", source.independenceStatement[language])
        }
    }

    /// Appends a name in the form of CSL-JSON.
    package mutating func name(_ name: Source.Name) {
        object { json in
            json.member("family", name.family)
            json.member("given", name.given)
            json.member("dropping-particle", name.droppingParticle)
            json.member("non-dropping-particle", name.nonDroppingParticle)
            json.member("suffix", name.suffix)
            if name.hasCommaBeforeSuffix { json.member("comma-suffix", value: true) }
            if name.isFamilyFirst { json.member("static-ordering", value: true) }
            json.member("literal", name.literal)
        }
    }

    /// Appends a date in the form of CSL-JSON. `ofYear` returns the year to write.
    mutating func date(_ date: Source.DateValue, ofYear: (Int) -> Int = { $0 }) {
        object { json in
            if !date.parts.isEmpty {
                json.key("date-parts")
                json.array(date.parts) { json, parts in
                    json.array(Array(parts.enumerated())) { json, part in
                        json.value(part.offset == 0 ? ofYear(part.element) : part.element)
                    }
                }
            }
            if let season = date.season { json.member("season", season) }
            if date.isCirca { json.member("circa", value: true) }
            json.member("literal", date.literal)
        }
    }
}
