import Archive
import Evidence
import HTTPCore

/// What a bibliography says of one thing, in the terms of CSL-JSON.
struct Reference: Sendable {
    static let formats: [Format] = [.csl, .bibtex, .ris]

    /// Small Latin letters, digits, hyphens and full stops.
    let key: String
    /// A CSL item type.
    let type: String
    let title: String
    var author: [Source.Name] = []
    /// CSL `date-parts`: year, then month and day where known.
    var issued: [Int] = []
    var containerTitle, volume, issue, publisher, version, url: String?
    /// A BCP 47 tag.
    let language: String
    /// An SPDX identifier.
    var licence: String?
    /// In words, what has no place of its own.
    var note: String?

    func representation(as format: Format) -> Representation {
        switch format {
        case .bibtex: Representation(Array(BibTeXText.write(self).utf8), as: .bibtex)
        case .ris: Representation(Array(RISText.write(self).utf8), as: .ris)
        default: Representation(CSLText.write(self), as: .csl)
        }
    }
}

extension Reference {
    /// The dataset as a whole. `url` pins its version.
    init(dataset identity: Dataset.Identity, in language: Language, url: String) {
        self.init(identity, key: identity.id, type: "dataset", title: identity.title[language], in: language, url: url)
    }

    /// One record of the dataset. Ids are of one kind each, so that the key names the kind.
    init(
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
            version: identity.version, url: url, language: language.rawValue, licence: identity.licence.id,
            note: identity.attribution[language])
    }

    /// A source by itself: who cites it cites the document, and the note tells where it is described.
    init(_ source: Source, of identity: Dataset.Identity, in language: Language, url: String) {
        let title = identity.title[language]
        let note =
            switch language {
            case .english: "Described in the dataset “\(title)”, version \(identity.version), \(url)"
            case .lithuanian: "Aprašyta duomenų rinkinyje „\(title)“, \(identity.version) versija, \(url)"
            }
        self.init(
            key: source.id, type: source.type, title: source.title, author: source.author, issued: source.issued,
            containerTitle: source.containerTitle, volume: source.volume, issue: source.issue,
            publisher: source.publisher, url: source.url ?? url, language: source.language,
            licence: source.licence?.id, note: note)
    }
}
