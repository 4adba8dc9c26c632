import Evidence

/// A reference as a BibTeX entry that both BibTeX and Biber read: in ASCII, except for scripts that LaTeX has no
/// commands for. The version is in `howpublished`, which every style prints.
enum BibTeXText {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    static func write(_ reference: Reference) -> String {
        var fields: [(name: String, value: String)] = []
        let add = { (name: String, text: String?) in
            if let text { fields.append((name, "{\(LaTeX.escape(text))}")) }
        }
        if !reference.author.isEmpty { fields.append(("author", "{\(authors(reference.author))}")) }
        // A second pair of braces preserves the capitals.
        fields.append(("title", "{{\(LaTeX.escape(reference.title))}}"))
        // For a `misc` entry, styles print the container only if it is in `howpublished`.
        let isOther = entry(of: reference.type) == "misc"
        if !isOther { add(container(of: reference.type), reference.containerTitle) }
        add("volume", reference.volume)
        add("number", reference.issue)
        if isOther {
            let parts = [reference.containerTitle, reference.publisher, reference.version.map { "version \($0)" }]
            let published = parts.compactMap { $0 }.joined(separator: ", ")
            add("howpublished", published.isEmpty ? nil : published)
        } else {
            add("publisher", reference.publisher)
        }
        add("year", reference.issued.first.map { String($0) })
        if let month = reference.issued.dropFirst().first, months.indices.contains(month - 1) {
            fields.append(("month", months[month - 1]))
        }
        // Verbatim, as required by the packages that print it.
        if let url = reference.url { fields.append(("url", "{\(url)}")) }
        add("language", reference.language)
        add("note", reference.note)
        let lines = fields.map { "  \($0.name) = \($0.value),\n" }
        return "@\(entry(of: reference.type)){\(reference.key),\n\(lines.joined())}\n"
    }

    private static func entry(of type: String) -> String {
        switch type {
        case "article-journal", "article-magazine", "article-newspaper": "article"
        case "book": "book"
        case "chapter": "incollection"
        case "paper-conference": "inproceedings"
        case "report": "techreport"
        default: "misc"
        }
    }

    private static func container(of type: String) -> String {
        switch entry(of: type) {
        case "article": "journal"
        default: "booktitle"
        }
    }

    private static func authors(_ names: [Source.Name]) -> String {
        names.map { name in
            switch name {
            case .person(let family, let given): "\(LaTeX.escape(family)), \(LaTeX.escape(given))"
            // In braces, so that the name of an organization is not split into parts.
            case .literal(let text): "{\(LaTeX.escape(text))}"
            }
        }.joined(separator: " and ")
    }
}
