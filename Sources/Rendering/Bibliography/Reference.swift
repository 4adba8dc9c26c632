package import Evidence
package import Wording

/// What a bibliography says of one thing, in the terms of CSL-JSON.
package struct Reference: Sendable {
    package static let formats: [Format] = [.csl, .bibtex, .ris]

    /// Small Latin letters, digits, hyphens and full stops.
    package let key: String
    /// A CSL item type.
    package let type: String
    package let title: String
    package var author: [Source.Name] = []
    /// CSL `date-parts`: year, then month and day where known.
    package var issued: [Int] = []
    package var containerTitle, volume, issue, publisher, version, url: String?
    /// A BCP 47 tag.
    package let language: String
    /// An SPDX identifier.
    package var licence: String?
    /// In words, what has no place of its own.
    package var note: String?

    /// In one of the `formats`; CSL-JSON for any other.
    package func text(as format: Format) -> [UInt8] {
        switch format {
        case .bibtex: Array(BibTeXText.write(self).utf8)
        case .ris: Array(RISText.write(self).utf8)
        default: CSLText.write(self)
        }
    }
}

extension Reference {
    /// The dataset as a whole. `url` pins its version.
    package init(dataset identity: Dataset.Identity, in language: Language, url: String) {
        self.init(identity, key: identity.id, type: "dataset", title: identity.title[language], in: language, url: url)
    }

    /// One record of the dataset. Ids are of one kind each, so that the key names the kind.
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
            key: key, type: type, title: title, issued: [day.year, day.month, day.day], publisher: "Akistata",
            version: identity.version, url: url, language: language.tag.rawValue, licence: identity.licence.id,
            note: identity.attribution[language])
    }

    /// A source by itself: who cites it cites the document, and the note tells where it is described.
    package init(_ source: Source, of identity: Dataset.Identity, in language: Language, url: String) {
        let title = identity.title[language]
        let note = language.words.fill(.describedIn, ["title": title, "version": identity.version, "url": url])
        self.init(
            key: source.id, type: source.type, title: source.title, author: source.author, issued: source.issued,
            containerTitle: source.containerTitle, volume: source.volume, issue: source.issue,
            publisher: source.publisher, url: source.url ?? url, language: source.language,
            licence: source.licence?.id, note: note)
    }
}
