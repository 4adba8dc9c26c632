import API
import Foundations

/// What stands in every embed, so that it is one request, and the policy that allows it.
struct EmbedKit: Sendable {
    let web: Web
    let style, script: String
    /// `Content-Security-Policy`: any site may frame it, and a file on a disk, which `*` leaves out; it loads nothing.
    let policy: String

    /// Of the files that the pages have, which were looked for at the start.
    init(_ web: Web) {
        self.web = web
        let texts = Web.embedFiles.map { String(decoding: web.files[$0]?.bytes ?? [], as: UTF8.self) }
        style = texts[0]
        script = texts[1]
        // `data:` is the icon, so that no browser asks for one.
        policy =
            "default-src 'none'; style-src \(SHA256.source(of: style)); script-src \(SHA256.source(of: script)); "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors * file:"
    }
}
