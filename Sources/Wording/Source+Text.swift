package import Evidence

extension Source.DateValue {
    /// Returns the year or years as a bibliography gives them: `1969`, `1969–1971`; in words where they are approximate
    /// or before the era, or where there is no date.
    package func yearText(in language: Language) -> String? {
        let years = parts.compactMap(\.first).uniqued()
        if !years.isEmpty, !isCirca, years.allSatisfy({ $0 > 0 }) {
            return years.map { "\($0)" }.joined(separator: "–")
        }
        return self.years.map(language.format) ?? literal
    }
}

extension Source {
    /// Returns the first author's family name, the title and the year, with marks for a page.
    package func label(in language: Language) -> String {
        [markedName(in: language), issued?.yearText(in: language)].compactMap { $0 }.joined(separator: ", ")
    }

    /// Returns in what, by whom and when it was published, and where it is kept; nil if nothing of that is known. What is
    /// in the source's own language is marked for a page.
    package func imprint(in language: Language) -> String? {
        let words = language.words
        let own = { (text: String) in self.marked(text, for: language) }
        let editors = variables.names["editor"]?.map { own($0.spoken) }.joined(separator: ", ")
        let translators = variables.names["translator"]?.map { own($0.spoken) }.joined(separator: ", ")
        let pages = variables["page"].map { Locator.Part(.page, $0).text(in: language) }
        let archive = ["archive-place", "archive", "archive_collection", "archive_location"].compactMap {
            variables[$0]
        }
        let parts = [
            containerTitle.map(own), editors.map { words.fill(.editedBy, ["names": $0]) },
            translators.map { words.fill(.translatedBy, ["names": $0]) }, variables["genre"].map(own),
            variables["collection-title"].map(own), volume.map { words.fill(.volume, ["n": $0]) },
            issue.map { words.fill(.issue, ["n": $0]) }, variables["edition"].map { words.fill(.edition, ["n": $0]) },
            variables["publisher-place"].map(own), publisher.map(own), issued?.yearText(in: language), pages,
            archive.isEmpty ? nil : archive.joined(separator: ", "), variables["DOI"].map { "DOI\u{A0}\($0)" },
            variables["ISBN"].map { "ISBN\u{A0}\($0)" }, variables["ISSN"].map { "ISSN\u{A0}\($0)" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
