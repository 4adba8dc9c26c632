import API
import Charts
import Foundations
import HTTPCore
import Wording

/// The address of a frame: what it shows, and in which language and colours.
struct EmbedAddress {
    let embed: Embed
    /// The language; nil leaves it to the reader's browser.
    var language: Language?
    var theme: Theme = .auto
    /// The version of the dataset; nil for the current one, whichever that is.
    var version: String?

    /// Returns a path in the version.
    func located(_ path: String) -> String { version.map { Permalink.path(path, version: $0) } ?? path }

    /// Returns the same in a version.
    func pinned(to version: String) -> EmbedAddress {
        var copy = self
        copy.version = version
        return copy
    }

    /// The path and query.
    var target: String {
        let query = [
            language.map { "lang=" + $0.rawValue }, theme == .auto ? nil : "theme=" + theme.rawValue,
        ].compactMap { $0 }
        return located(embed.path) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Returns the element that shows the frame on any page. Its height is an estimate, made without a browser, of what
    /// the content needs at that width.
    func iframe(at origin: Origin, title: String, width: Int, height: Int, narrowHeight: Int? = nil) -> String {
        EmbedAddress.iframe(
            of: target, at: origin, title: title, width: width, height: height, narrowHeight: narrowHeight)
    }

    /// Returns the element that shows what a path and query lead to. `narrowHeight` is what it needs on a phone, and the height
    /// goes from the one to the other with the window, so that nothing is cut in either.
    static func iframe(
        of target: String, at origin: Origin, title: String, width: Int, height: Int, narrowHeight: Int? = nil
    ) -> String {
        let more = narrowHeight.map { max(0, $0 - height) } ?? 0
        let least = 320
        let grown = "calc(\(height + more)px - (100vw - \(least)px)*\(more)/\(width - least))"
        let grows = more > 0 && width > least ? ";height:clamp(\(height)px,\(grown),\(height + more)px)" : ""
        return """
            <iframe src="\(HTMLText.escape(origin.description + target))" title="\(HTMLText.escape(title))" \
            width="\(width)" height="\(height)" loading="lazy" style="border:0;max-width:100%\(grows)"></iframe>
            """
    }
}

extension EmbedAddress {
    /// Parses one of our own URLs, whatever its scheme; nil for a URL of another site, or of something that cannot be
    /// embedded.
    init?(of url: String, at origin: Origin, among languages: [Language]) {
        // Only characters that a request line allows in its target, as which the URL is parsed.
        let address = url.prefix { $0 != "#" }
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), address.contains("://"),
            let named = try? Request(target: String(address)), let request = named.below(origin.path),
            let query = try? request.queryString(where: { ["lang", "theme"].contains($0) }),
            let other = Origin(named), other.authority.lowercased() == origin.authority.lowercased(),
            let segments = try? request.pathSegments()
        else { return nil }
        version = segments.first.flatMap { $0.hasPrefix("@") ? SemanticVersion($0.dropFirst())?.text : nil }
        guard let embed = Embed(version == nil ? segments : Array(segments.dropFirst())) else { return nil }
        self.embed = embed
        let value = { (name: String) in query.items.last { $0.name == name }?.value ?? "" }
        language = languages.first { $0.rawValue == value("lang") }
        theme = Theme(rawValue: value("theme")) ?? .auto
    }
}
