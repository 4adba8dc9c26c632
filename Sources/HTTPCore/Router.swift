/// An immutable table of routes by method and path. A literal segment takes precedence over a parameter; if it leads
/// nowhere, the parameter is tried.
package struct Router<Output: Sendable>: Sendable {
    /// What a request's method and path lead to.
    package enum Match: Sendable {
        /// The output of the route, with the decoded parameters of its pattern.
        case found(Output, PathParameters)
        /// The method is OPTIONS, and the path has routes but none for OPTIONS: respond with this `Allow`.
        case options(allow: String)
        /// The path has routes, but none for this method: respond 405 with this `Allow`.
        case methodNotAllowed(allow: String)
        /// No pattern matches: respond 404.
        case notFound
        /// The path does not decode to UTF-8: respond 400.
        case badPath
    }

    private let tree: PathTree
    private let outputs: [Output]

    init(tree: PathTree, outputs: [Output]) {
        self.tree = tree
        self.outputs = outputs
    }

    /// The methods of all routes with HEAD and OPTIONS added, in the order of ``Method``; the `Allow` field for
    /// `OPTIONS *`.
    package var allow: String { PathTree.allow(Set(tree.nodes.flatMap { $0.outputs.map(\.method) })) }

    /// Matches the path of a request. The target `*` matches for OPTIONS only.
    package func match(_ request: borrowing Request) -> Match {
        let method = request.method
        if method == .options, request.withTarget({ $0.equals("*") }) { return .options(allow: allow) }
        return match(request.withPath { tree.match(method, $0) })
    }

    /// Matches a path as received, still percent-encoded.
    package func match(_ method: Method, path: String) -> Match {
        match(tree.match(method, Array(path.utf8).span))
    }

    private func match(_ match: PathTree.Match) -> Match {
        switch match {
        case .found(let number, let parameters): .found(outputs[number], parameters)
        case .options(let allow): .options(allow: allow)
        case .methodNotAllowed(let allow): .methodNotAllowed(allow: allow)
        case .notFound: .notFound
        case .badPath: .badPath
        }
    }
}
