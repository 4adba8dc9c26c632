import Archive
import Evidence
import HTTPCore

/// Where a page stands, and for whom: what everything around its content is made from, and every link on it.
struct Frame {
    let web: Web
    let language: Language
    let words: Words
    let identity: Dataset.Identity
    /// Where clients reach the service; nil where the request does not tell.
    let origin: Origin?
    /// As received.
    let path: String
    /// The query as received, but for its language.
    private let query: [QueryString.Item]
    /// The language that the URL names: then links keep it.
    let chosen: Language?

    init(_ request: borrowing Request, _ edition: Edition, _ site: Site, _ web: Web) {
        self.web = web
        identity = edition.snapshot.dataset.identity
        origin = site.origin ?? Origin(request)
        path = request.path
        let items = (try? request.queryString())?.items ?? []
        query = items.filter { $0.name != Parameter.lang.name }
        chosen = items.first { $0.name == Parameter.lang.name }.flatMap { Language(rawValue: $0.value) }
        language = chosen ?? Exchange.language(of: request)
        words = web.words[language] ?? Words(language: language, texts: [:])
    }

    /// Those of the reader's language.
    var templates: Templates { web.templates(in: language) }

    /// A link to a path of ours, with a query and the language that was chosen.
    func link(_ path: String, _ query: [(name: String, value: String)] = []) -> String {
        if query.isEmpty, chosen == nil { return path }
        let own = chosen.map { [(name: Parameter.lang.name, value: $0.rawValue)] } ?? []
        return path + Frame.text(query + own)
    }

    /// This page in a language; nil leaves that to the reader's browser.
    func link(in other: Language?) -> String {
        let own = other.map { [(name: Parameter.lang.name, value: $0.rawValue)] } ?? []
        return path + Frame.text(query.map { ($0.name, $0.value) } + own)
    }

    /// The whole URL of a link; a path where nothing tells the host.
    func absolute(_ link: String) -> String { (origin?.description ?? "") + link }

    /// Pairs as a query, `?` included; nothing for none.
    static func text(_ query: [(name: String, value: String)]) -> String {
        let pairs = query.map { PercentEncoding.encode($0) + "=" + PercentEncoding.encode($1, keeping: ",:/") }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}

extension Exchange {
    /// The frame of a page. Checks the request; 404 where no pages are served, 400 where the request names no host.
    func frame() throws(Problem) -> Frame {
        _ = try origin()
        guard let web = site.web else { throw Problem(.notFound) }
        return Frame(request, edition, site, web)
    }
}
