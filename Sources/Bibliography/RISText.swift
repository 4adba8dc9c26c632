import Evidence
import Wording

/// A reference as a RIS record: on each line a tag, two spaces, a hyphen and a value, ended by CRLF.
package enum RISText {
    package static func write(_ reference: Reference) -> String {
        let texts = reference.variables
        var lines: [(tag: String, value: String)] = [("TY", type(of: reference.type)), ("ID", reference.key)]
        let add = { (tag: String, text: String?) in
            if let text { lines.append((tag, text)) }
        }
        for name in reference.author { add("AU", text(of: name)) }
        for (variable, tag) in roles { for name in texts.names[variable] ?? [] { add(tag, text(of: name)) } }
        add("TI", reference.title)
        add("ST", texts["title-short"] ?? texts["shortTitle"])
        add("T2", reference.containerTitle)
        add("T3", texts["collection-title"] ?? texts["event-title"] ?? texts["event"])
        add("J2", texts["container-title-short"] ?? texts["journalAbbreviation"])
        add("VL", reference.volume)
        add("NV", texts["number-of-volumes"])
        add("IS", reference.number ?? texts["collection-number"])
        add("SE", texts["section"] ?? texts["chapter-number"])
        let pages =
            (texts["page"] ?? texts["page-first"])?.split { "-–—".contains($0) }.map { String($0).trimmed } ?? []
        add("SP", pages.first ?? texts["number-of-pages"])
        // What is no plain range, such as “3, 5–7”, stays whole in the first.
        add("EP", pages.count == 2 ? pages.last : nil)
        add("PB", reference.publisher ?? texts["authority"])
        add("CY", texts["publisher-place"] ?? texts["event-place"])
        add("ET", texts["version"] ?? texts["edition"])
        // A year is of four digits, and so one of the era.
        add("PY", reference.issued?.first.first.flatMap { $0 > 0 ? $0.padded(to: 4) : nil })
        add("DA", reference.issued.flatMap(date))
        add("Y2", texts.dates["accessed"].flatMap(date))
        add("OP", texts.dates["original-date"]?.edtf?.text ?? texts["original-title"])
        add("M3", texts["genre"])
        add("DO", texts["DOI"])
        for name in ["ISBN", "ISSN"] { add("SN", texts[name]) }
        add("DB", texts["archive"])
        add("AV", reference.holding)
        add("CN", texts["call-number"])
        add("KW", texts["keyword"])
        add("AB", texts["abstract"])
        add("LA", reference.language)
        add("UR", reference.url)
        add("N1", reference.note)
        lines.append(("ER", ""))
        return lines.map { "\($0.tag)  - \(oneLine($0.value))\r\n" }.joined()
    }

    /// The tags of those who are not authors: RIS has one for editors and one for whoever else helped.
    private static let roles = [
        ("editor", "A2"), ("editor-translator", "A2"), ("container-author", "A2"), ("collection-editor", "A3"),
        ("translator", "A4"), ("recipient", "A4"), ("interviewer", "A4"), ("compiler", "A4"), ("contributor", "A4"),
    ]

    /// A date with its four parts, of which what is not known is empty: `1998/02//`, `1969///1969–1971`. A day alone has
    /// no empty part. Nil where the year is all that is known. A year before the era, which has no digits here, is in the
    /// last part: `/03/15/44 BCE`.
    private static func date(_ date: Source.DateValue) -> String? {
        guard let year = date.first.first else { return date.literal.map { "///\($0)" } }
        let isPlain = date.parts.count == 1 && !date.isCirca && date.season == nil
        let more = isPlain ? year > 0 ? nil : year.ofEra : date.edtf?.text
        guard more != nil || date.first.count > 1 else { return nil }
        let parts = zip(date.first, [4, 2, 2]).map { $0 > 0 ? $0.padded(to: $1) : "" }
        if parts.count == 3, more == nil { return parts.joined(separator: "/") }
        return (parts + Array(repeating: "", count: 3 - parts.count) + [more ?? ""]).joined(separator: "/")
    }

    private static func type(of type: String) -> String {
        types[type] ?? "GEN"
    }

    /// A record in a database is `entry`.
    private static let types = [
        "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
        "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO", "chapter": "CHAP", "classic": "CLSWK",
        "collection": "BOOK", "dataset": "DATA", "entry": "DBASE", "entry-dictionary": "DICT",
        "entry-encyclopedia": "ENCYC", "event": "CONF", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR",
        "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT", "map": "MAP",
        "motion_picture": "MPCT", "musical_score": "MUSIC", "pamphlet": "PAMP", "paper-conference": "CPAPER",
        "patent": "PAT", "performance": "SOUND", "periodical": "SER", "personal_communication": "PCOMM",
        "post": "ICOMM", "post-weblog": "BLOG", "regulation": "STAT", "report": "RPRT", "review": "JOUR",
        "review-book": "JOUR", "software": "COMP", "song": "SOUND", "speech": "HEAR", "standard": "STAND",
        "thesis": "THES", "treaty": "STAT", "webpage": "ELEC",
    ]

    /// A name as RIS has it: `Family, Given, Suffix`.
    private static func text(of name: Source.Name) -> String {
        guard let family = name.family else { return name.brief }
        let last = [name.droppingParticle, name.nonDroppingParticle, family].compactMap { $0 }.joined(separator: " ")
        let given = name.given ?? (name.suffix == nil ? nil : "")
        return [last, given, name.suffix].compactMap { $0 }.joined(separator: ", ")
    }

    /// Joins the lines of a text, because a line break would start another tag.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
