import Evidence
import Foundations

/// The file `sources.json`: the documents.
enum SourceFile {
    static let name = "sources.json"

    /// As long as a printed token may be.
    private static let longestToken = 120

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
        let briefTitle = members.optional("briefTitle") { $0.localizedText() }
        let author = members.optional("author") { $0.cslNames() }
        let issued = members.optional("issued") { $0.cslDate() }
        let containerTitle = members.optional("container-title") { $0.text() }
        let volume = members.optional("volume") { $0.cslNumber() }
        let issue = members.optional("issue") { $0.cslNumber() }
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
        let variables = members.cslVariables()
        let citations = members.optional("citations") { $0.citations() }
        let translations = members.optional("translations") { list in
            list.list("an array of translations", count: 1...Int.max, translation)
        }
        members.close(
            knowing: Source.nameVariables + Source.dateVariables + Source.numberVariables + Source.textVariables)
        guard let id, let type, let title, let translatedTitle, let briefTitle, let author, let issued,
            let containerTitle, let volume, let issue, let publisher, let language, let url, let licence,
            let independence, let access, let sentences, let note, let variables, let citations,
            let translations
        else { return nil }
        return Source(
            id: id, type: type, title: title, translatedTitle: translatedTitle, briefTitle: briefTitle,
            author: author ?? [], issued: issued, containerTitle: containerTitle, volume: volume, issue: issue,
            publisher: publisher, language: language, url: url, licence: licence, independence: independence.kind,
            dependsOn: independence.of, independenceStatement: independence.statement, access: access,
            sentences: sentences ?? [], note: note, variables: variables,
            citations: citations ?? [],
            translations: Dictionary(translations ?? [], uniquingKeysWith: { first, _ in first }))
    }

    private static func translation(_ cursor: Cursor) -> (String, LocalizedText)? {
        guard var members = cursor.members() else { return nil }
        let printed = members.required("printed") { $0.text(longest: longestToken) }
        let text = members.required("text") { $0.localizedText() }
        members.close()
        guard let printed, let text else { return nil }
        return (printed, text)
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
