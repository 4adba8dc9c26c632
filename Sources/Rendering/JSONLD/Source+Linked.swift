package import Archive
package import Bibliography
package import Evidence
package import Foundations
package import Wording

extension Source: LinkedRecord {
    /// Returns the title as printed, in its own language: titles in a list of sources are not translated.
    package func title(in language: Language, from snapshot: Snapshot) -> String { title }

    package func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference {
        Reference(self, of: snapshot.dataset.identity, in: language, url: url)
    }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        node.types(className)
        node.member("identifier", id)
        node.key("name")
        node.object { $0.member(language, title) }
        node.texts("alternateName", translatedTitle, in: languages)
        node.texts("description", [independenceStatement, access] + [note].compactMap { $0 }, in: languages)
        node.agents("author", author, in: language)
        for (name, property) in Source.roles { node.agents(property, variables.names[name] ?? [], in: language) }
        node.date("datePublished", issued)
        if let containerTitle {
            node.key("isPartOf")
            node.object { json in
                json.types(type == "article-journal" ? "PublicationIssue" : "CreativeWork")
                json.key("name")
                json.object { $0.member(language, containerTitle) }
                json.member("volumeNumber", type == "article-journal" ? volume : nil)
                json.member("issueNumber", type == "article-journal" ? issue : nil)
            }
        }
        node.organization("publisher", publisher, at: variables["publisher-place"], in: language)
        node.organization("holdingArchive", variables["archive"], at: variables["archive-place"], in: language)
        node.member("itemLocation", archivePlace)
        node.member("pagination", variables["page"])
        node.member("isbn", variables["ISBN"])
        node.member("issn", variables["ISSN"])
        node.member("bookEdition", variables["edition"])
        node.member("genre", variables["genre"])
        if let doi = variables["DOI"] {
            node.member("sameAs", "https://doi.org/" + PercentEncoding.encode(doi, keeping: "/:;()"))
        }
        node.member("inLanguage", language)
        node.member("url", url)
        node.member("license", licence?.url)
        node.paths("wasDerivedFrom", "sources", dependsOn)
    }

    /// The roles of CSL-JSON that schema.org has a property for.
    private static let roles = [
        ("editor", "editor"), ("translator", "translator"), ("illustrator", "illustrator"), ("recipient", "recipient"),
        ("contributor", "contributor"),
    ]

    /// Where it lies in the archive.
    private var archivePlace: String? {
        let parts = [variables["archive_collection"], variables["archive_location"]].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The schema.org class for the CSL item type.
    private var className: String {
        switch type {
        case "article", "article-magazine", "entry-encyclopedia", "entry-dictionary": "Article"
        case "article-journal": "ScholarlyArticle"
        case "article-newspaper": "NewsArticle"
        case "book": "Book"
        case "chapter": "Chapter"
        case "dataset": "Dataset"
        case "legislation", "regulation", "treaty": "Legislation"
        case "map": "Map"
        case "post-weblog": "BlogPosting"
        case "report": "Report"
        case "thesis": "Thesis"
        case "webpage": "WebPage"
        default: "CreativeWork"
        }
    }
}

extension JSONText {
    /// Appends people and bodies; nothing if there are none. Only people have a class, because the kind of an
    /// organization is unknown.
    fileprivate mutating func agents(_ property: String, _ names: [Source.Name], in language: String) {
        guard !names.isEmpty else { return }
        key(property)
        array(names) { json, name in
            json.object { json in
                guard let family = name.family else {
                    json.key("name")
                    return json.object { $0.member(language, name.brief) }
                }
                let particles = [name.droppingParticle, name.nonDroppingParticle].compactMap { $0 }
                json.types("Person")
                json.member("familyName", (particles + [family]).joined(separator: " "))
                json.member("givenName", name.given)
                json.member("honorificSuffix", name.suffix)
            }
        }
    }

    /// Appends a body with the place where it is; nothing for nil.
    fileprivate mutating func organization(_ property: String, _ name: String?, at place: String?, in language: String)
    {
        guard let name else { return }
        key(property)
        object { json in
            json.types(property == "holdingArchive" ? "ArchiveOrganization" : "Organization")
            json.key("name")
            json.object { $0.member(language, name) }
            json.member("address", place)
        }
    }

    /// Appends a year, month or day; a range, season or approximate date as EDTF; nothing for words.
    fileprivate mutating func date(_ property: String, _ date: Source.DateValue?) {
        guard let date, let text = date.edtf?.text else { return }
        let isPlain = date.parts.count == 1 && date.season == nil && !date.isCirca
        let types = ["xsd:gYear", "xsd:gYearMonth", "xsd:date"]
        key(property)
        object { json in
            json.member("@value", text)
            json.member(
                "@type", isPlain ? types[min(max(date.first.count, 1), 3) - 1] : "http://id.loc.gov/datatypes/edtf")
        }
    }
}
