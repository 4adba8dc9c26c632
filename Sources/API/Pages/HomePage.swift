import Evidence
import HTTPCore

/// `/`: what this is, and the ways in.
enum HomePage {
    struct View {
        let title, description: String
    }

    static func reply(_ exchange: borrowing Exchange) throws(Problem) -> Reply {
        let frame = try exchange.frame()
        let identity = frame.identity
        let view = View(title: identity.title[frame.language], description: identity.description[frame.language])
        let page = WebPage(
            template: .home, title: "Akistata: " + view.title, description: view.description, view: view)
        return try page.reply(exchange, in: frame)
    }
}
