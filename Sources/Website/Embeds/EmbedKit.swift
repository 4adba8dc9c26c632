import API
import Foundations
import PageLayout

/// The style and script contained in every embed, so that it takes a single request, and the policy that allows them.
struct EmbedKit: Sendable {
    let web: Web
    let style, script: String
    /// The `Content-Security-Policy`: any site may frame it, and also a file on disk, which `*` does not include; it
    /// loads nothing.
    let policy: String

    /// Uses files of the website, whose presence was checked at startup.
    init(_ web: Web) {
        self.web = web
        let texts = Web.embedFiles.map { String(decoding: web.files[$0]?.bytes ?? [], as: UTF8.self) }
        style = texts[0]
        script = texts[1]
        // `data:` is for the icon, so that no browser requests one.
        policy =
            "default-src 'none'; style-src \(SHA256.source(of: style)); script-src \(SHA256.source(of: script)); "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors * file:"
    }
}
