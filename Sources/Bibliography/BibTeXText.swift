import Evidence

/// A reference as a BibTeX entry that both BibTeX and Biber read: in ASCII, except for scripts that LaTeX has no
/// commands for. Entry types that BibTeX does not know it takes as `misc`; `date` and `urldate`, which it does not know
/// either, are EDTF, as Biber reads them. What no style has a field for, such as the version, is in `howpublished`.
package enum BibTeXText {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    package static func write(_ reference: Reference) -> String {
        let kind = entry(of: reference)
        var fields = Fields()
        let texts = reference.variables
        fields.add("author", reference.author)
        for name in ["editor", "translator"] { fields.add(name, texts.names[name] ?? texts.names["editor-translator"]) }
        // A second pair of braces preserves the capitals.
        fields.append("title", "{{\(LaTeX.escape(reference.title))}}")
        fields.add("shorttitle", texts["title-short"] ?? texts["shortTitle"])
        let isOther = howPublished.contains(kind)
        // For a `misc` entry, styles print the container only if it is in `howpublished`.
        if !isOther { fields.add(kind == "article" ? "journal" : "booktitle", reference.containerTitle) }
        fields.add("series", texts["collection-title"])
        fields.add("volume", reference.volume)
        fields.add("volumes", texts["number-of-volumes"])
        fields.add("number", reference.number ?? texts["collection-number"])
        fields.add("chapter", texts["chapter-number"])
        fields.add("pages", texts["page"].map(range))
        fields.add("pagetotal", texts["number-of-pages"])
        fields.add("edition", texts["edition"])
        if ["phdthesis", "mastersthesis", "techreport"].contains(kind) { fields.add("type", texts["genre"]) }
        if isOther {
            let parts = [
                texts["genre"], reference.containerTitle, texts["authority"], reference.holding, reference.publisher,
                texts["version"].map { "version \($0)" },
            ].compactMap { $0 }
            fields.add("howpublished", parts.isEmpty ? nil : parts.joined(separator: ", "))
        } else {
            fields.add(publisher(of: kind), reference.publisher)
        }
        fields.add("address", texts["publisher-place"] ?? texts["event-place"])
        fields.add("eventtitle", texts["event-title"] ?? texts["event"])
        add(reference.issued, to: &fields)
        fields.append("origdate", texts.dates["original-date"]?.edtf.map { "{\($0.text)}" })
        fields.add("isbn", texts["ISBN"])
        fields.add("issn", texts["ISSN"])
        // Verbatim, as required by the packages that print them.
        fields.append("doi", texts["DOI"].map { "{\(verbatim($0))}" })
        fields.append("url", reference.url.map { "{\($0)}" })
        fields.append("urldate", texts.dates["accessed"]?.edtf.map { "{\($0.text)}" })
        fields.add("language", reference.language)
        fields.add("keywords", texts["keyword"])
        let place = isOther ? nil : reference.holding
        let note = [place, reference.note].compactMap { $0 }.joined(separator: ". ")
        fields.add("note", note.isEmpty ? nil : note)
        return "@\(kind){\(reference.key),\n\(fields.lines)}\n"
    }

    /// The fields of an entry, in order.
    private struct Fields {
        var lines = ""

        mutating func append(_ name: String, _ value: String?) {
            if let value { lines += "  \(name) = \(value),\n" }
        }

        mutating func add(_ name: String, _ text: String?) {
            append(name, text.map { "{\(LaTeX.escape($0))}" })
        }

        mutating func add(_ name: String, _ names: [Source.Name]?) {
            guard let names, !names.isEmpty else { return }
            append(name, "{\(names.map(BibTeXText.name).joined(separator: " and "))}")
        }
    }

    /// Adds the whole date for Biber, and year and month for BibTeX, whose styles print the year as it is: one before
    /// the era as people write it. What is no date is the year in words.
    private static func add(_ date: Source.DateValue?, to fields: inout Fields) {
        guard let date else { return }
        guard let year = date.first.first else { return fields.add("year", date.literal) }
        fields.append("date", date.edtf.map { "{\($0.text)}" })
        let last = date.parts.last?.first ?? year
        let (first, end) = (year.ofEra, last.ofEra)
        fields.append("year", last == year ? "{\(first)}" : "{\(first)--\(end)}")
        if date.parts.count == 1, let month = date.first.dropFirst().first, months.indices.contains(month - 1) {
            fields.append("month", months[month - 1])
        }
    }

    private static func entry(of reference: Reference) -> String {
        let isInJournal = reference.containerTitle != nil
        return switch reference.type {
        case "article-journal", "article-magazine", "article-newspaper": "article"
        case "article", "review", "review-book": isInJournal ? "article" : "misc"
        case "book", "classic": "book"
        case "collection": "book"
        case "chapter", "entry-dictionary", "entry-encyclopedia": isInJournal ? "incollection" : "misc"
        case "paper-conference": "inproceedings"
        case "report", "standard": "techreport"
        case "thesis": isMasters(reference.variables["genre"]) ? "mastersthesis" : "phdthesis"
        case "manuscript": "unpublished"
        case "pamphlet": "booklet"
        case "bill", "legislation", "regulation": "legislation"
        case "legal_case", "hearing": "jurisdiction"
        case "treaty": "legal"
        case "patent": "patent"
        case "periodical": "periodical"
        default: "misc"
        }
    }

    /// The entry types without a container, publisher or place of their own in every style.
    private static let howPublished = [
        "misc", "booklet", "unpublished", "legislation", "jurisdiction", "legal", "patent", "periodical",
    ]

    private static func publisher(of entry: String) -> String {
        switch entry {
        case "phdthesis", "mastersthesis": "school"
        case "techreport": "institution"
        default: "publisher"
        }
    }

    /// Whether the genre of a thesis names a master, in one of the forms that this word has in the languages of Europe.
    private static func isMasters(_ genre: String?) -> Bool {
        let stems = ["master", "magist", "магист"]
        return genre.map { genre in stems.contains { genre.lowercased().contains($0) } } ?? false
    }

    /// A range with the dashes of LaTeX.
    private static func range(_ pages: String) -> String { pages.replacing(/\s*[-–—]+\s*/, with: "–") }

    private static func verbatim(_ text: String) -> String { text.filter { !"{}\\%".contains($0) } }

    /// A name with its parts where BibTeX looks for them: `van Gogh, Jr., Vincent`, the particles in small letters.
    private static func name(_ name: Source.Name) -> String {
        // In braces, so that the name of an organization is not split into parts.
        guard let family = name.family else { return "{\(LaTeX.escape(name.brief))}" }
        let particles = [name.droppingParticle, name.nonDroppingParticle].compactMap { $0 }
        let last = (particles + [family]).joined(separator: " ")
        // One without a given name has only a last one, however many words that is.
        guard name.given != nil || name.suffix != nil else { return "{\(LaTeX.escape(last))}" }
        return [last, name.suffix, name.given ?? ""].compactMap { $0.map(LaTeX.escape) }.joined(separator: ", ")
    }
}
