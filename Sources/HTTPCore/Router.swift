/// Routes by method and path, immutable. A literal segment is preferred to a parameter; where it leads nowhere, the
/// parameter is tried.
package struct Router<Output: Sendable>: Sendable {
    /// What a request's method and path lead to.
    package enum Match: Sendable {
        /// The output with the decoded parameters of its pattern.
        case found(Output, PathParameters)
        /// OPTIONS on a path that has routes but none for OPTIONS: to be answered with `Allow`.
        case options(allow: String)
        /// The path has routes, not for this method: 405 with `Allow`.
        case methodNotAllowed(allow: String)
        /// No pattern fits: 404.
        case notFound
        /// The path does not decode to UTF-8: 400.
        case badPath
    }

    private let tree: PathTree
    private let outputs: [Output]

    init(tree: PathTree, outputs: [Output]) {
        self.tree = tree
        self.outputs = outputs
    }

    /// Every method that some route has, in the order of `Method`, HEAD and OPTIONS added: the `Allow` of `OPTIONS *`.
    package var allow: String { PathTree.allow(Set(tree.nodes.flatMap { $0.outputs.map(\.method) })) }

    /// Matches the request's path. An asterisk target matches nothing but OPTIONS.
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
