import API
import Archive
import Evidence
import Foundations
import HTTPCore
import Wording

/// Where a page stands, and for whom: what everything around its content is made from, and every link on it.
struct PageContext {
    let web: Web
    let language: Language
    /// Those of the dataset.
    let languages: [Language]
    let identity: Dataset.Identity
    /// Where clients reach the service; nil where the request does not tell.
    let origin: Origin?
    /// As received.
    let path: String
    /// What the page knows of the query as received, but for its language.
    private let query: [(name: String, value: String)]
    /// The language that the URL names: then links keep it.
    let chosen: Language?

    /// Of a request that is not answered as it should be: `known` are the names of the parameters that mean something at
    /// its path.
    init(_ request: borrowing Request, known: [String], at origin: Origin?, _ encoded: EncodedSnapshot, _ web: Web) {
        let items = (try? request.queryString(where: known.contains))?.items ?? []
        self.init(request, items.map { ($0.name, $0.value) }, at: origin, encoded, web)
    }

    fileprivate init(
        _ request: borrowing Request, _ pairs: [(name: String, value: String)], at origin: Origin?,
        _ encoded: EncodedSnapshot, _ web: Web
    ) {
        self.web = web
        identity = encoded.snapshot.dataset.identity
        languages = encoded.languages
        self.origin = origin
        path = request.path
        query = pairs.filter { $0.name != Parameter.lang }
        chosen = pairs.first { $0.name == Parameter.lang }.flatMap { encoded.language(tagged: $0.value) }
        language = chosen ?? encoded.language(for: request)
    }

    var words: Words { language.words }

    /// Those of the reader's language.
    var templates: Templates { web.templates(in: language) }

    /// A link to a path of ours, with a query and the language that was chosen.
    func link(_ path: String, _ query: [(name: String, value: String)] = []) -> String {
        if query.isEmpty, chosen == nil { return path }
        let own = chosen.map { [(name: Parameter.lang, value: $0.rawValue)] } ?? []
        return path + PageContext.text(query + own)
    }

    /// This page in a language; nil leaves that to the reader's browser.
    func link(in other: Language?) -> String {
        let own = other.map { [(name: Parameter.lang, value: $0.rawValue)] } ?? []
        return path + PageContext.text(query + own)
    }

    /// The whole URL of a link; a path where nothing tells the host.
    func absolute(_ link: String) -> String { (origin?.description ?? "") + link }

    /// Pairs as a query, `?` included; nothing for none.
    static func text(_ query: [(name: String, value: String)]) -> String {
        let pairs = query.map { PercentEncoding.encode($0) + "=" + PercentEncoding.encode($1, keeping: ",:/") }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}

extension RequestContext {
    /// The context of a page; 404 where no pages are served.
    func page() throws(Problem) -> PageContext {
        guard let web = site.pages as? Web else { throw Problem(.notFound) }
        return PageContext(
            request, parameters.pairs.map { ($0.parameter.name, $0.value) }, at: try origin(), encoded, web)
    }
}
