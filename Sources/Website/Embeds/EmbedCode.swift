import API
import Charts
import Evidence
import Foundations
import HTTPCore
import Wording

/// The lines that put a figure into a page, a document or a bibliography.
struct EmbedCode {
    let address: EmbedAddress
    let title: String
    let origin: Origin

    /// The URL of the page with the same content for people.
    var page: String { origin.description + address.located(address.embed.page) + query(theme: nil) }

    /// Returns the element for any page.
    func iframe(height: Int, narrowHeight: Int) -> String {
        address.iframe(at: origin, title: title, width: OEmbed.width, height: height, narrowHeight: narrowHeight)
    }

    /// The element for pages that may run our script: as high as its content, with a link for when it cannot be shown.
    var component: String {
        let theme = address.theme == .auto ? "" : " theme=\"\(address.theme.rawValue)\""
        let version = address.version.map { " version=\"\($0)\"" } ?? ""
        let language = address.language.map { " lang=\"\($0.rawValue)\"" } ?? ""
        return """
            <script async src="\(origin)/embed.js"></script>
            <akistata-embed \(address.embed.kind.attribute)="\(HTMLText.escape(address.embed.id))"\(version)\(language)\(theme)>\
            <a href="\(HTMLText.escape(page))">\(HTMLText.escape(title))</a></akistata-embed>
            """
    }

    /// Returns a picture in Markdown that links to the page.
    func markdown(suffix: String) -> String {
        let picture =
            "\(origin)\(address.located("/charts" + address.embed.page)).\(suffix)\(query(theme: address.theme))"
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

    /// Returns a citation for a footnote. `url` names the version.
    func citation(of identity: Dataset.Identity, in language: Language, url: String) -> String {
        language.words.fill(
            .footnote,
            [
                "title": title, "dataset": identity.title[language], "version": identity.version,
                "released": language.format(identity.released), "licence": identity.licence.id, "url": url,
            ])
    }
}
