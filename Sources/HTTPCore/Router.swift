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

    /// One place in the tree of segments; `node`s are indices.
    struct Node: Sendable {
        var literals: [(octets: [UInt8], node: Int)] = []
        var parameter: (name: String, node: Int)?
        var outputs: [(method: Method, output: Output)] = []

        /// Where the segment leads to as it stands.
        func child(_ segment: Span<UInt8>) -> Int? {
            for literal in literals where literal.octets.span.equals(segment) { return literal.node }
            return nil
        }
    }

    private let nodes: [Node]
    /// Segments of the longest pattern: a longer path matches nothing and is not even decoded.
    private let depth: Int

    init(nodes: [Node], depth: Int) {
        self.nodes = nodes
        self.depth = depth
    }

    /// Every method that some route has, in the order of `Method`, HEAD and OPTIONS added: the `Allow` of `OPTIONS *`.
    package var allow: String { Router.allow(Set(nodes.flatMap { $0.outputs.map(\.method) })) }

    /// Matches the request's path. An asterisk target matches nothing but OPTIONS.
    package func match(_ request: borrowing Request) -> Match {
        let method = request.method
        if method == .options, request.withTarget({ $0.equals("*") }) { return .options(allow: allow) }
        return request.withPath { match(method, $0) }
    }

    /// Matches a path as received, still percent-encoded.
    package func match(_ method: Method, path: String) -> Match {
        match(method, Array(path.utf8).span)
    }

    private func match(_ method: Method, _ path: Span<UInt8>) -> Match {
        let segments = path.pathSegments(0..<path.count)
        guard segments.count <= depth else { return .notFound }
        let isPlain = path.firstIndex(of: Octet.percent, in: 0..<path.count) == nil
        return isPlain ? match(method, path, segments) : decode(method, path, segments)
    }

    /// The same for a path that has something to decode.
    private func decode(_ method: Method, _ path: Span<UInt8>, _ segments: [Range<Int>]) -> Match {
        var octets: [UInt8] = []
        var decoded: [Range<Int>] = []
        for segment in segments {
            guard let text = try? PercentEncoding.decode(path, segment, plusIsSpace: false) else { return .badPath }
            decoded.append(octets.count..<octets.count + text.utf8.count)
            octets += text.utf8
        }
        return match(method, octets.span, decoded)
    }

    private func match(_ method: Method, _ octets: Span<UInt8>, _ segments: [Range<Int>]) -> Match {
        var parameters = PathParameters()
        guard let node = find(octets, segments[...], from: 0, &parameters) else { return .notFound }
        let outputs = nodes[node].outputs
        if let exact = outputs.first(where: { $0.method == method }) { return .found(exact.output, parameters) }
        if method == .head, let get = outputs.first(where: { $0.method == .get }) {
            return .found(get.output, parameters)
        }
        let allow = Router.allow(Set(outputs.map(\.method)))
        return method == .options ? .options(allow: allow) : .methodNotAllowed(allow: allow)
    }

    // As deep as the deepest pattern, whatever the path.
    private func find(
        _ octets: Span<UInt8>, _ segments: ArraySlice<Range<Int>>, from node: Int, _ parameters: inout PathParameters
    ) -> Int? {
        guard let segment = segments.first else { return nodes[node].outputs.isEmpty ? nil : node }
        if let next = nodes[node].child(octets.extracting(segment)),
            let found = find(octets, segments.dropFirst(), from: next, &parameters)
        {
            return found
        }
        guard let parameter = nodes[node].parameter, !segment.isEmpty else { return nil }
        let count = parameters.values.count
        parameters.values.append((parameter.name, octets.text(segment)))
        if let found = find(octets, segments.dropFirst(), from: parameter.node, &parameters) { return found }
        parameters.values.removeSubrange(count...)
        return nil
    }

    private static func allow(_ methods: Set<Method>) -> String {
        var methods = methods.union([.options])
        if methods.contains(.get) { methods.insert(.head) }
        return Method.allCases.filter(methods.contains).map(\.rawValue).joined(separator: ", ")
    }
}
