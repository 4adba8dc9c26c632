package import HTTPCore

/// The pages for people, as the API knows them: their routes, and what stands at paths that data and pages share.
package protocol WebPages: Sendable {
    /// Pages, embeds, and the files that they load.
    var routes: [Route] { get }

    /// The pages that tell what the OpenAPI description of a snapshot says.
    func reference(of document: @escaping @Sendable (EncodedSnapshot) -> [UInt8]) -> [Route]

    /// Answers `/` for who asks for HTML.
    func home(_ context: borrowing RequestContext) throws(Problem) -> RouteResult

    /// Tells a problem to who reads pages. `known` are the names of the parameters that mean something at the path, `paths`
    /// the pages that there are.
    func page(
        of problem: Problem, for request: borrowing Request, known: [String], at origin: Origin?,
        from encoded: EncodedSnapshot,
        paths: [String]
    ) -> Response
}
