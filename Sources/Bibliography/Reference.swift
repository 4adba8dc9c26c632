package import Archive
package import Evidence
package import Wording

/// A bibliography entry, in the terms of CSL-JSON.
package struct Reference: Sendable {
    /// The citation key: lowercase Latin letters, digits, hyphens and full stops.
    package let key: String
    /// The CSL item type.
    package let type: String
    package let title: String
    package var author: [Source.Name] = []
    package var issued: Source.DateValue?
    package var containerTitle, volume, issue, publisher, url: String?
    /// The other variables of CSL-JSON.
    package var variables = Source.Variables()
    /// The language of the title, as a BCP 47 tag.
    package let language: String
    /// The SPDX identifier of the licence.
    package var licence: String?
    /// Additional information in words that has no field of its own.
    package var note: String?
    /// The passages that the record is from, as items of a CSL citation of their sources.
    package private(set) var passages: [Passage] = []

    /// A place in a source.
    package struct Passage: Sendable {
        /// The id of the source, which is its key in a bibliography too.
        package let source: String
        /// The outermost part by the name of CSL, and the rest after its value; nil for a printed token alone.
        package let label, locator: String?
    }
}

extension Int {
    /// A year counted as in EDTF as people write it, in the language of bibliographies: `331 BCE` for −330.
    var ofEra: String { self > 0 ? "\(self)" : "\(1 - self) BCE" }
}

extension Reference {
    /// Where in an archive or a library it lies, from the place to the call number; nil where that is not known.
    var holding: String? {
        let parts = ["archive-place", "archive", "archive_collection", "archive_location", "call-number"]
        let known = parts.compactMap { variables[$0] }
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }

    /// The number of the issue, the document or the chapter.
    var number: String? { issue ?? variables["number"] }

    /// Creates a reference to the dataset as a whole. `url` pins its version.
    package init(dataset identity: Dataset.Identity, in language: Language, url: String) {
        self.init(identity, key: identity.id, type: "dataset", title: identity.title[language], in: language, url: url)
    }

    /// Creates a reference to one record. Ids are unique only within a kind, so the key includes the kind.
    package init(
        part title: String, kind: String, id: String, of identity: Dataset.Identity, in language: Language, url: String
    ) {
        self.init(
            identity, key: "\(identity.id)-\(kind)-\(id)", type: "entry", title: title, in: language, url: url)
        containerTitle = identity.title[language]
    }

    private init(
        _ identity: Dataset.Identity, key: String, type: String, title: String, in language: Language, url: String
    ) {
        let day = identity.released
        self.init(
            key: key, type: type, title: title, issued: Source.DateValue([[day.year, day.month, day.day]]),
            publisher: "Akistata", url: url, language: language.tag.rawValue, licence: identity.licence.id,
            note: identity.attribution[language])
        variables.texts["version"] = identity.version
    }

    /// Adds the passage that the record is from: in words to the note, and as an item that cites the source.
    package mutating func add(_ citation: Citation, from snapshot: Snapshot, in language: Language) {
        let source = snapshot.sources[citation.source]
        let names = [source?.author.first?.brief, source?.title ?? citation.source].compactMap { $0 }
        let place = names + [citation.locator.text(in: language)].compactMap { $0 }
        let printed = citation.printed.map(language.quoted).joined(separator: ", ")
        let passage = [place.joined(separator: ", "), printed].filter { !$0.isEmpty }.joined(separator: ": ")
        note = [note, language.words.fill(.printedIn, ["passage": passage])].compactMap { $0 }.joined(separator: " ")
        let parts = citation.locator.parts
        let inner = parts.dropFirst().map { $0.text(in: language) }
        passages.append(
            Passage(
                source: citation.source, label: parts.first?.label.csl,
                locator: parts.first.map { ([$0.value] + inner).joined(separator: ", ") }))
    }

    /// Creates a reference to a source itself: people cite the document, and the note says where it is described.
    package init(_ source: Source, of identity: Dataset.Identity, in language: Language, url: String) {
        let title = identity.title[language]
        let note = language.words.fill(.describedIn, ["title": title, "version": identity.version, "url": url])
        self.init(
            key: source.id, type: source.type, title: source.title, author: source.author, issued: source.issued,
            containerTitle: source.containerTitle, volume: source.volume, issue: source.issue,
            publisher: source.publisher, url: source.url ?? url, variables: source.variables, language: source.language,
            licence: source.licence?.id, note: note)
    }
}
