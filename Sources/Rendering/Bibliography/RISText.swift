import Evidence
import Wording

/// A reference as a RIS record: on each line a tag, two spaces, a hyphen and a value, ended by CRLF.
enum RISText {
    static func write(_ reference: Reference) -> String {
        var lines: [(tag: String, value: String)] = [("TY", type(of: reference.type)), ("ID", reference.key)]
        let add = { (tag: String, text: String?) in
            if let text { lines.append((tag, text)) }
        }
        for name in reference.author { add("AU", text(of: name)) }
        add("TI", reference.title)
        add("T2", reference.containerTitle)
        add("VL", reference.volume)
        add("IS", reference.issue)
        add("PB", reference.publisher)
        add("ET", reference.version)
        add("PY", reference.issued.first.map { $0.padded(to: 4) })
        if reference.issued.count == 3 {
            add("DA", zip(reference.issued, [4, 2, 2]).map { $0.padded(to: $1) }.joined(separator: "/"))
        }
        add("LA", reference.language)
        add("UR", reference.url)
        add("N1", reference.note)
        lines.append(("ER", ""))
        return lines.map { "\($0.tag)  - \(oneLine($0.value))\r\n" }.joined()
    }

    private static func type(of type: String) -> String {
        switch type {
        case "dataset": "DATA"
        // A record in a database.
        case "entry": "DBASE"
        case "article-journal": "JOUR"
        case "article-magazine": "MGZN"
        case "article-newspaper": "NEWS"
        case "book": "BOOK"
        case "chapter": "CHAP"
        case "entry-encyclopedia": "ENCYC"
        case "legislation", "regulation", "treaty": "STAT"
        case "map": "MAP"
        case "report": "RPRT"
        case "thesis": "THES"
        case "webpage": "ELEC"
        default: "GEN"
        }
    }

    private static func text(of name: Source.Name) -> String {
        switch name {
        case .person(let family, let given): "\(family), \(given)"
        case .literal(let text): text
        }
    }

    /// Joins the lines of a text, because a line break would start another tag.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
