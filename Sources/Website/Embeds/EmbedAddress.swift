import API
import Charts
import Foundations
import HTTPCore
import Wording

/// The address of a frame: what it shows, in which language and colours.
struct EmbedAddress {
    let embed: Embed
    /// nil leaves it to the reader's browser.
    var language: Language?
    var theme: Theme = .auto

    /// The path and query.
    var target: String {
        let query = [
            language.map { "lang=" + $0.rawValue }, theme == .auto ? nil : "theme=" + theme.rawValue,
        ].compactMap { $0 }
        return embed.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// The element that shows it on any page. Its height is what the page in it needs at that width, as far as can be told
    /// without a browser.
    func iframe(at origin: Origin, title: String, width: Int, height: Int) -> String {
        """
        <iframe src="\(HTMLText.escape(origin.description + target))" title="\(HTMLText.escape(title))" \
        width="\(width)" height="\(height)" loading="lazy" style="border:0;max-width:100%"></iframe>
        """
    }
}

extension EmbedAddress {
    /// What one of our own URLs shows, of whichever scheme; nil for a URL of another site, or of nothing that can be shown.
    init?(of url: String, at origin: Origin, among languages: [Language]) {
        // Of what can stand before a request's blank, since it is read as a request's target.
        let address = url.prefix { $0 != "#" }
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), address.contains("://"),
            let request = try? Request(target: String(address)),
            let query = try? request.queryString(where: { ["lang", "theme"].contains($0) }),
            let named = Origin(request), named.authority.lowercased() == origin.authority.lowercased(),
            let segments = try? request.pathSegments(), let embed = Embed(segments)
        else { return nil }
        self.embed = embed
        let value = { (name: String) in query.items.last { $0.name == name }?.value ?? "" }
        language = languages.first { $0.rawValue == value("lang") }
        theme = Theme(rawValue: value("theme")) ?? .auto
    }
}
