package import Archive
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
        if !author.isEmpty {
            node.key("author")
            node.array(author) { $0.agent($1, in: language) }
        }
        if !issued.isEmpty {
            node.key("datePublished")
            node.object { json in
                json.member("@value", published)
                json.member("@type", ["xsd:gYear", "xsd:gYearMonth", "xsd:date"][min(issued.count, 3) - 1])
            }
        }
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
        if let publisher {
            node.key("publisher")
            node.object { json in
                json.types("Organization")
                json.key("name")
                json.object { $0.member(language, publisher) }
            }
        }
        node.member("inLanguage", language)
        node.member("url", url)
        node.member("license", licence?.url)
        node.paths("wasDerivedFrom", "sources", dependsOn)
    }

    /// The date of publication: four digits for the year, two each for month and day.
    private var published: String {
        zip(issued, [4, 2, 2]).map { $0.padded(to: $1) }.joined(separator: "-")
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
    /// Appends an author. Only people have a class, because the kind of an organization is unknown.
    fileprivate mutating func agent(_ name: Source.Name, in language: String) {
        object { json in
            switch name {
            case .person(let family, let given):
                json.types("Person")
                json.member("familyName", family)
                json.member("givenName", given)
            case .literal(let text):
                json.key("name")
                json.object { $0.member(language, text) }
            }
        }
    }
}
