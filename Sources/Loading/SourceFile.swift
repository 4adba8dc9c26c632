import Evidence
import Foundations

/// The file `sources.json`: the documents.
enum SourceFile {
    static let name = "sources.json"

    /// Decodes the sources; nil in place of one that cannot be decoded.
    static func decode(_ cursor: Cursor) -> [Source?]? {
        cursor.records("sources", count: 1...Int.max, source)
    }

    private static func source(_ cursor: Cursor) -> Source? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { $0.declaration(of: .source) }
        let type = members.required("type") { $0.choice(of: Source.types) }
        let title = members.required("title") { $0.text() }
        let translatedTitle = members.optional("translatedTitle") { $0.localizedText() }
        let author = members.optional("author") { $0.list("an array of names", count: 1...Int.max, name) }
        let issued = members.optional("issued", issued)
        let containerTitle = members.optional("container-title") { $0.text() }
        let volume = members.optional("volume") { $0.text() }
        let issue = members.optional("issue") { $0.text() }
        let publisher = members.optional("publisher") { $0.text() }
        let language = members.required("language") { $0.languageTag() }
        let url = members.optional("URL") { $0.url() }
        let licence = members.optional("licence") { $0.licence() }
        let independence = members.required("independence", independence)
        let access = members.required("access") { $0.localizedText() }
        let sentences = members.optional("sentences") { list in
            list.list("an array of numbers of sentences", count: 1...Int.max) { $0.integer(in: 1...1_000_000) }
        }
        let note = members.optional("note") { $0.localizedText() }
        let citations = members.optional("citations") { $0.citations() }
        members.close()
        guard let id, let type, let title, let translatedTitle, let author, let issued, let containerTitle, let volume,
            let issue, let publisher, let language, let url, let licence, let independence, let access, let sentences,
            let note, let citations
        else { return nil }
        return Source(
            id: id, type: type, title: title, translatedTitle: translatedTitle, author: author ?? [],
            issued: issued ?? [], containerTitle: containerTitle, volume: volume, issue: issue, publisher: publisher,
            language: language, url: url, licence: licence, independence: independence.kind,
            dependsOn: independence.of, independenceStatement: independence.statement, access: access,
            sentences: sentences ?? [], note: note, citations: citations ?? [])
    }

    private static func name(_ cursor: Cursor) -> Source.Name? {
        guard var members = cursor.members() else { return nil }
        if members.has("literal") {
            let literal = members.required("literal") { $0.text() }
            members.close()
            return literal.map(Source.Name.literal)
        }
        let family = members.required("family") { $0.text() }
        let given = members.required("given") { $0.text() }
        members.close()
        guard let family, let given else { return nil }
        return .person(family: family, given: given)
    }

    /// Decodes the `date-parts` of CSL: a single list of a year and optionally a month and a day.
    private static func issued(_ cursor: Cursor) -> [Int]? {
        guard var members = cursor.members() else { return nil }
        let dates = members.required("date-parts") { list in
            list.list("an array of one date", count: 1...1) { date in
                date.list("a year, a month and a day", count: 1...3, datePart)
            }
        }
        members.close()
        guard let parts = dates?.first else { return nil }
        let day = (parts + [1, 1]).prefix(3)
        if parts.count == 3, CalendarDay(year: day[0], month: day[1], day: day[2]) == nil {
            cursor.problem(.meaning, expected: "a day that exists in the calendar", found: "\(parts)")
        }
        return parts
    }

    private static func datePart(_ cursor: Cursor) -> Int? {
        guard let place = cursor.place else { return nil }
        return cursor.integer(in: place == 0 ? -9_999...9_999 : place == 1 ? 1...12 : 1...31)
    }

    private static func independence(
        _ cursor: Cursor
    ) -> (kind: Source.Independence, of: [String], statement: LocalizedText)? {
        guard var members = cursor.members() else { return nil }
        let kind = members.required("kind") { $0.choice(of: Source.Independence.self) }
        let of = members.required("of") { $0.references(to: .source) }
        let statement = members.required("statement") { $0.localizedText() }
        members.close()
        guard let kind, let of, let statement else { return nil }
        return (kind, of, statement)
    }
}

extension Cursor {
    /// Decodes a string with the form of a BCP 47 language tag.
    func languageTag() -> String? {
        guard let tag = json.string, LanguageTag.isTag(tag) else { return refused("a language tag such as \"lt\"") }
        return tag
    }
}
