package import HTTPCore
package import Problems
package import Wording

/// The web pages as the API sees them: their routes, and what is at paths that data and pages share.
package protocol WebPages: Sendable {
    /// The routes of pages, embeds and the files they load.
    var routes: [Route] { get }

    /// Returns the routes of the pages that show the OpenAPI description of a snapshot in a language.
    func reference(of document: @escaping @Sendable (EncodedSnapshot, Language) -> [UInt8]) -> [Route]

    /// Responds to requests for `/` as HTML.
    func home(_ context: borrowing RequestContext) throws(Problem) -> RouteResult

    /// Presents a problem as a page in the reader's language. `known` are the names of the parameters that the path
    /// accepts, and `paths` the existing pages.
    func page(
        of problem: Problem, for request: borrowing Request, to reader: ProblemReader, known: [String],
        at origin: Origin?, from encoded: EncodedSnapshot, paths: [String]
    ) -> Response
}
