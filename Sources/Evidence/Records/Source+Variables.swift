extension Source {
    /// The variables of CSL-JSON that a source seldom has. Those that most have are members of ``Source`` itself.
    package struct Variables: Hashable, Sendable {
        package var names: [String: [Name]] = [:]
        package var dates: [String: DateValue] = [:]
        /// Texts and numbers; a number is kept as it is printed, such as `37-49` or `2nd`.
        package var texts: [String: String] = [:]

        package init() {}

        package subscript(text: String) -> String? { texts[text] }
    }

    /// The variables of CSL-JSON (schema 1.0.2) in ``Variables``. Those that belong to one citation and not to a document
    /// (`locator`, `citation-number`, `year-suffix` …) are not among them.
    package static let nameVariables = [
        "editor", "translator", "editor-translator", "recipient", "interviewer", "collection-editor",
        "container-author",
        "compiler", "composer", "contributor", "curator", "director", "editorial-director", "executive-producer",
        "chair", "guest", "host", "illustrator", "narrator", "organizer", "original-author", "performer", "producer",
        "reviewed-author", "script-writer", "series-creator",
    ]

    package static let dateVariables = ["accessed", "available-date", "event-date", "original-date", "submitted"]

    /// Those that a file may give as a whole number, too.
    package static let numberVariables = [
        "page", "page-first", "edition", "number", "number-of-pages", "number-of-volumes", "chapter-number",
        "collection-number", "part", "part-number", "printing", "printing-number", "section", "supplement",
        "supplement-number", "version",
    ]

    package static let textVariables = [
        "publisher-place", "genre", "archive", "archive_collection", "archive_location", "archive-place", "call-number",
        "DOI", "ISBN", "ISSN", "PMCID", "PMID", "collection-title", "container-title-short", "title-short",
        "shortTitle", "journalAbbreviation", "volume-title", "volume-title-short", "part-title", "original-title",
        "original-publisher", "original-publisher-place", "event", "event-title", "event-place", "authority",
        "jurisdiction", "division", "medium", "dimensions", "scale", "status", "source", "references",
        "reviewed-title", "reviewed-genre", "keyword", "abstract", "annote",
    ]
}
