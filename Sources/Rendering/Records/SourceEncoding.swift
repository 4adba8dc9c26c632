package import Evidence
import Foundations
package import Wording

extension RecordEncoding<Source> {
    /// CSL-JSON names where CSL has one, so that a citation processor reads the record as it is.
    package static let sources = RecordEncoding(
        path: "sources",
        singular: "source",
        members: [
            "id", "type", "title", "translated-title", "author", "issued", "container-title", "volume", "issue",
            "publisher", "language", "URL", "licence", "independence", "access", "note", "sentences", "citations",
            "links",
        ],
        title: .sources,
        id: \.id,
        columns: RecordColumn.sources
    ) { source, _, writer in
        let language = writer.language
        writer.member("id", source.id)
        writer.member("type", source.type)
        writer.member("title", source.title)
        // CSL has no null: what is not known is left out.
        if let title = source.translatedTitle { writer.member("translated-title", title) }
        if !source.author.isEmpty { writer.member("author") { $0.array(source.author) { $0.name($1) } } }
        if !source.issued.isEmpty { writer.member("issued") { $0.dateParts(source.issued) } }
        for (name, text) in [
            ("container-title", source.containerTitle), ("volume", source.volume), ("issue", source.issue),
            ("publisher", source.publisher), ("language", source.language), ("URL", source.url),
        ] {
            if let text { writer.member(name, text) }
        }
        writer.member("licence") { json in
            guard let licence = source.licence else { return json.null() }
            json.licence(licence)
        }
        writer.member("independence") { json in
            json.independence(of: source, in: language)
        }
        writer.member("access", source.access)
        if let note = source.note { writer.member("note", note) }
        writer.member("sentences") { $0.array(source.sentences) { $0.value($1) } }
        writer.member("citations") { $0.citations(source.citations) }
    }
}

extension JSONText {
    package mutating func licence(_ licence: Licence) {
        object { json in
            json.member("id", licence.id)
            json.member("URL", licence.url)
        }
    }

    /// How the source stands to the others.
    package mutating func independence(of source: Source, in language: Language) {
        object { json in
            json.member("kind", source.independence.rawValue)
            json.member("of", values: source.dependsOn)
            json.member("statement", source.independenceStatement[language])
        }
    }

    /// As CSL-JSON has names.
    package mutating func name(_ name: Source.Name) {
        object { json in
            switch name {
            case .person(let family, let given):
                json.member("family", family)
                json.member("given", given)
            case .literal(let literal): json.member("literal", literal)
            }
        }
    }

    /// As CSL-JSON has dates.
    mutating func dateParts(_ parts: [Int]) {
        object { json in
            json.key("date-parts")
            json.array([parts]) { json, date in json.array(date) { $0.value($1) } }
        }
    }
}
