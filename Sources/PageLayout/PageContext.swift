package import API
package import Archive
package import Evidence
import Foundations
package import HTTPCore
package import Problems
package import Templates
package import Wording

/// The location and audience of a page, from which its layout and all links on it are made.
package struct PageContext {
    package let web: Web
    package let language: Language
    /// Whether it becomes a file, which no server stands behind.
    package let isStatic: Bool
    /// The languages of the dataset.
    package let languages: [Language]
    /// The version that answers.
    private let snapshot: Snapshot
    /// What is supposed, and the version without that.
    let supposition: (supposed: Supposition, base: EncodedSnapshot)?
    /// The versions that were released.
    package let releases: Releases
    /// The version that the URL names, in which links then stay; nil if it names none.
    package let version: String?
    /// The origin at which clients reach the service; nil if the request does not tell.
    package let origin: Origin?
    /// The path as received, but for a version that it names.
    package var plainPath: String
    /// The known part of the query as received, without the language.
    private let query: [(name: String, value: String)]
    /// The language that the URL names, which links then keep.
    package let chosen: Language?

    /// Creates the context of a failed request; `known` are the names of the parameters that its path accepts.
    package init(
        _ request: borrowing Request, known: [String], at origin: Origin?, _ encoded: EncodedSnapshot, _ web: Web,
        reader: ProblemReader
    ) {
        let items = (try? request.queryString(where: known.contains))?.items ?? []
        self.init(
            request, items.map { ($0.name, $0.value) }, at: origin, encoded, web, chosen: reader.chosen,
            language: reader.language)
    }

    fileprivate init(
        _ request: borrowing Request, _ pairs: [(name: String, value: String)], at origin: Origin?,
        _ encoded: EncodedSnapshot, _ web: Web, in permalink: Permalink? = nil, isStatic: Bool = false,
        chosen: Language?, language: Language
    ) {
        self.web = web
        snapshot = encoded.snapshot
        supposition = encoded.supposition
        releases = encoded.releases
        self.version = permalink?.version
        self.isStatic = isStatic
        plainPath = permalink?.path ?? request.path
        languages = encoded.languages
        self.origin = origin
        query = pairs.filter { $0.name != Parameter.lang }
        self.chosen = chosen
        self.language = language
    }

    package var identity: Dataset.Identity { snapshot.dataset.identity }
    /// What the page supposes, as parameters.
    package var supposed: [(name: String, value: String)] { snapshot.supposition?.query ?? [] }

    /// The terms that are explained, as they are found in the reader's language.
    var glossary: Glossary { snapshot.glossary(in: language.tag) }

    package var words: Words { language.words }

    /// The templates in the reader's language.
    package var templates: Templates { web.templates(in: language) }

    /// Whether the URL names a version that is not the current one.
    package var isEarlier: Bool { version.map { $0 != releases.current } ?? false }

    /// Returns one of our paths in the version that the URL names.
    package func located(_ path: String) -> String { version.map { Permalink.path(path, version: $0) } ?? path }

    /// Returns a link to one of our paths, with a query and the language if it was chosen.
    package func link(_ path: String, _ query: [(name: String, value: String)] = []) -> String {
        current(located(path), query)
    }

    /// Returns the link to one of our paths in the current version.
    package func current(_ path: String, _ query: [(name: String, value: String)] = []) -> String {
        if query.isEmpty, chosen == nil { return path }
        let own = chosen.map { [(name: Parameter.lang, value: $0.rawValue)] } ?? []
        return path + PageContext.text(query + own)
    }

    /// Returns the link to this page in a language; nil leaves that to the reader's browser.
    func link(in other: Language?) -> String { located(current(in: other)) }

    /// Returns the link to this page in a language, in the current version.
    func current(in other: Language?) -> String { plainPath + PageContext.text(query + own(other)) }

    /// The link to this page as it is where nothing is supposed; of a record that is none there, to what shows it, or to its list.
    var plain: String {
        let base = supposition?.base.snapshot ?? snapshot
        switch RecordAddress(plainPath, in: base)?.place(in: base) ?? .same {
        case .same:
            let names = [Supposition.withoutName, Supposition.assumeName]
            return located(plainPath) + PageContext.text(query.filter { !names.contains($0.name) } + own(chosen))
        case .other(let path), .gone(list: let path): return link(path)
        }
    }

    private func own(_ language: Language?) -> [(name: String, value: String)] {
        language.map { [(name: Parameter.lang, value: $0.rawValue)] } ?? []
    }

    /// Where the current version shows what this page of an earlier one does.
    var place: RecordAddress.Place {
        guard isEarlier else { return .same }
        return RecordAddress(current(in: nil), in: snapshot)?.place(in: releases.snapshot) ?? .same
    }

    /// Returns the link by which search engines are to know this page in a language: that in the current version, but of a
    /// record that it does not have.
    func canonical(in language: Language?) -> String {
        switch place {
        case .same: current(in: language)
        case .other(let path): path + PageContext.text(own(language))
        case .gone: link(in: language)
        }
    }

    // MARK: Bounds

    /// The most records of a kind that the page of another shows, so that no page is as long as its dataset.
    package static let mostRecords = 200
    /// The most texts that are told on one line.
    private static let mostOnLine = 24

    /// Returns a link to all records where a page shows only the first: how many, as `noun` counts them, and where the data
    /// is. nil where the page shows all.
    package func all(
        _ noun: String, _ count: Int, _ path: @autoclosure () -> String, _ query: [(name: String, value: String)] = []
    ) -> LinkView? {
        guard count > PageContext.mostRecords else { return nil }
        let shown = language.format(PageContext.mostRecords)
        return LinkView(
            words.fill("excerpt", ["shown": shown, "all": words.count(noun, count)]), link(path(), query))
    }

    /// Returns texts on one line: as many as it has room for, then how many there are.
    package func line(_ texts: [String], separator: String) -> String {
        guard texts.count > PageContext.mostOnLine else { return texts.joined(separator: separator) }
        let told = texts.prefix(PageContext.mostOnLine) + ["… (\(language.format(texts.count)))"]
        return told.joined(separator: separator)
    }

    /// Returns the absolute URL of a link, or just its path if the host is unknown.
    package func absolute(_ link: String) -> String { (origin?.description ?? "") + link }

    /// Returns a query including `?`; empty if there are no pairs.
    package static func text(_ query: [(name: String, value: String)]) -> String {
        let pairs = query.map { PercentEncoding.encode($0) + "=" + PercentEncoding.encode($1, keeping: ",:/") }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}

extension RequestContext {
    /// Returns the context of a page; throws 404 if no pages are served.
    package func page() throws(Problem) -> PageContext {
        // That it serves pages is declared where the pages are, in `Website`.
        let pages: (any Sendable)? = site.pages
        guard let web = pages as? Web else { throw Problem(.notFound) }
        return PageContext(
            request, parameters.pairs.map { ($0.parameter.name, $0.value) }, at: try origin(), encoded, web,
            in: permalink, isStatic: site.isStatic, chosen: chosenLanguage, language: language)
    }
}
