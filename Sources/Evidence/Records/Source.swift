/// A document, described by the field names of CSL-JSON where it has them.
package struct Source: Hashable, Sendable {
    /// How the source relates to the others: a parallel summary is not corroboration.
    package enum Independence: String, CaseIterable, Sendable {
        /// The main source of the dataset itself.
        case main
        case independent
        /// Has the same author and belongs to the same family of texts as another.
        case parallel
        /// Takes its figures from another source.
        case citing
        case tertiary
        /// A primary text, such as a treaty.
        case primary
    }

    package let id: String
    /// The CSL item type.
    package let type: String
    /// The title in the source's own language; in square brackets if the printed title was not seen.
    package let title: String
    package let translatedTitle: LocalizedText?
    /// What a reader calls it beside its first author, such as `English summary`.
    package let briefTitle: LocalizedText?
    package let author: [Name]
    package let issued: DateValue?
    package let containerTitle, volume, issue, publisher: String?
    /// The language of the source, as a BCP 47 tag.
    package let language: String
    package let url: String?
    package let licence: Licence?
    package let independence: Independence
    /// The ids of the sources on which this one depends.
    package let dependsOn: [String]
    /// The independence, described in words.
    package let independenceStatement: LocalizedText
    /// How the source was read.
    package let access: LocalizedText
    /// The number of sentences in each paragraph; empty if the paragraphs were not counted.
    package let sentences: [Int]
    package let note: LocalizedText?
    /// The other variables of CSL-JSON.
    package let variables: Variables
    package let citations: [Citation]
    /// What printed tokens of it mean to those who do not read its language.
    package let translations: [String: LocalizedText]

    package init(
        id: String, type: String, title: String, translatedTitle: LocalizedText? = nil,
        briefTitle: LocalizedText? = nil, author: [Name] = [], issued: DateValue? = nil,
        containerTitle: String? = nil, volume: String? = nil, issue: String? = nil, publisher: String? = nil,
        language: String, url: String? = nil, licence: Licence? = nil, independence: Independence,
        dependsOn: [String] = [], independenceStatement: LocalizedText, access: LocalizedText,
        sentences: [Int] = [], note: LocalizedText? = nil, variables: Variables = Variables(),
        citations: [Citation] = [], translations: [String: LocalizedText] = [:]
    ) {
        self.id = id
        self.type = type
        self.title = title
        self.translatedTitle = translatedTitle
        self.briefTitle = briefTitle
        self.author = author
        self.issued = issued
        self.containerTitle = containerTitle
        self.volume = volume
        self.issue = issue
        self.publisher = publisher
        self.language = language
        self.url = url
        self.licence = licence
        self.independence = independence
        self.dependsOn = dependsOn
        self.independenceStatement = independenceStatement
        self.access = access
        self.sentences = sentences
        self.note = note
        self.variables = variables
        self.citations = citations
        self.translations = translations
    }
}

extension Source {
    /// The item types of CSL-JSON (schema 1.0.2) that are documents.
    package static let types = [
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
        "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
        "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map",
        "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
        "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
        "song", "speech", "standard", "thesis", "treaty", "webpage",
    ]
}
