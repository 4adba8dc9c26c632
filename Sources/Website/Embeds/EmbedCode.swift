import API
import Charts
import Evidence
import Foundations
import Wording

/// The lines that put a figure into a page, a document or a bibliography.
struct EmbedCode {
    let address: EmbedAddress
    let title: String
    let origin: Origin

    /// The page on which people read the same.
    var page: String { origin.description + address.embed.page + query(theme: nil) }

    /// For any page.
    func iframe(height: Int) -> String {
        address.iframe(at: origin, title: title, width: OEmbed.width, height: height)
    }

    /// For a page that may run our script: as high as its content, and a link where nothing can be shown.
    var component: String {
        let theme = address.theme == .auto ? "" : " theme=\"\(address.theme.rawValue)\""
        let language = address.language.map { " lang=\"\($0.rawValue)\"" } ?? ""
        return """
            <script async src="\(origin)/embed.js"></script>
            <akistata-embed \(address.embed.kind.attribute)="\(HTMLText.escape(address.embed.id))"\(language)\(theme)>\
            <a href="\(HTMLText.escape(page))">\(HTMLText.escape(title))</a></akistata-embed>
            """
    }

    /// A picture that leads to the page, for what knows Markdown.
    func markdown(suffix: String) -> String {
        let picture = "\(origin)/charts\(address.embed.page).\(suffix)\(query(theme: address.theme))"
        let escaped = title.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
        return "[![\(escaped)](\(picture))](\(page))"
    }

    private func query(theme: Theme?) -> String {
        let pairs = [
            address.language.map { "lang=" + $0.rawValue },
            theme.flatMap { $0 == .auto ? nil : "theme=" + $0.rawValue },
        ].compactMap { $0 }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// For a footnote. `url` pins the version.
    func citation(of identity: Dataset.Identity, in language: Language, url: String) -> String {
        language.words.fill(
            .footnote,
            [
                "title": title, "dataset": identity.title[language], "version": identity.version,
                "released": language.format(identity.released), "licence": identity.licence.id, "url": url,
            ])
    }
}
