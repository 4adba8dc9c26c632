import Bibliography
import PageLayout
import Rendering
import Templates

/// What can be done with a record: cite it, take its data, teach with it, show it elsewhere.
struct ReuseLinks {
    let data, citations: [LinkView]
    let lesson: String?
    /// The page for composing an embed, and a line that can be copied immediately.
    let builder: String?
    let snippet: String?

    /// Creates the links. `kind` is the plural name in URLs, and `embed` what other sites can show.
    init(_ kind: Section, _ id: String, embed: Embed? = nil, title: String = "", in page: PageContext) {
        let path = "\(kind.rawValue)/\(id)"
        data = [Format.json, .csv, .txt, .jsonld].map { format in
            LinkView(format.name, page.link(APIPath.below("\(path).\(format.suffix)"), page.supposed))
        }
        citations = Reference.formats.map { format in
            LinkView(format.name, page.link(APIPath.below("cite", "\(path).\(format.suffix)"), page.supposed))
        }
        lesson = kind == .discrepancies ? page.link("/lessons/\(id)") : nil
        builder = embed.map { page.link("/embed", [("id", $0.id)]) }
        snippet = embed.flatMap { embed in
            page.origin.map { origin in
                EmbedCode(
                    address: EmbedAddress(embed: embed, language: page.language, version: page.version), title: title,
                    origin: origin
                ).component
            }
        }
    }
}

extension Format {
    /// The name that people know it by.
    fileprivate var name: String {
        switch self {
        case .json: "JSON"
        case .csv: "CSV"
        case .txt: "TXT"
        case .jsonld: "JSON-LD"
        case .csl: "CSL-JSON"
        case .bibtex: "BibTeX"
        case .ris: "RIS"
        default: rawValue
        }
    }
}

extension ReuseLinks: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .list("data") { $0.data }, .list("citations") { $0.citations }, .optional("lesson") { $0.lesson },
        .optional("builder") { $0.builder }, .optional("snippet") { $0.snippet },
    ]
}
