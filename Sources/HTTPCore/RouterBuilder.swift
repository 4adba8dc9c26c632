/// Why a route could not be added. Thrown while the program starts, never by a request.
package enum RouteError: Error, Sendable, Equatable {
    /// The pattern has no leading slash, an empty `{}`, a parameter that does not begin its segment, or the same one twice.
    case malformedPattern(String)
    /// The pattern already has an output for this method.
    case duplicateRoute(Method, String)
    /// Another pattern has a parameter of a different name in the same place.
    case conflictingParameter(String, other: String)
}

/// A builder that collects routes for a ``Router``.
package struct RouterBuilder<Output: Sendable>: Sendable {
    private var suffixes: [Int: [PathTree.Suffix]] = [:]
    private var nodes = [PathTree.Node()]
    private var outputs: [Output] = []
    private var depth = 0

    /// Creates a builder without routes.
    package init() {}

    /// Adds `output` for `method` on `pattern`, such as `/api/v1/events/{id}`, in which `{id}` matches exactly one
    /// non-empty segment; `/lessons/{id}.gift` takes precedence where the segment ends like that.
    ///
    /// A GET route also handles HEAD, and every path handles OPTIONS, unless they have routes of their own.
    package mutating func add(_ method: Method, _ pattern: String, _ output: Output) throws(RouteError) {
        guard pattern.first == "/" else { throw .malformedPattern(pattern) }
        var current = 0
        var names: [String] = []
        let segments = pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        depth = max(depth, segments.count)
        for segment in segments {
            if segment.first == "{", let close = segment.firstIndex(of: "}") {
                let name = String(segment[..<close].dropFirst())
                let suffix = segment[close...].dropFirst()
                guard !name.isEmpty, !(name + suffix).contains(where: { "{}".contains($0) }), !names.contains(name)
                else { throw .malformedPattern(pattern) }
                names.append(name)
                current =
                    try suffix.isEmpty
                    ? parameter(name, under: current) : parameter(name, before: Array(suffix.utf8), under: current)
            } else {
                guard !segment.contains(where: { "{}".contains($0) }) else { throw .malformedPattern(pattern) }
                current = literal(Array(segment.utf8), under: current)
            }
        }
        guard !nodes[current].outputs.contains(where: { $0.method == method }) else {
            throw .duplicateRoute(method, pattern)
        }
        nodes[current].outputs.append((method, outputs.count))
        outputs.append(output)
    }

    /// Returns an immutable router with the routes added so far.
    package func router() -> Router<Output> {
        Router(tree: PathTree(nodes: nodes, suffixes: suffixes, depth: depth), outputs: outputs)
    }

    private mutating func literal(_ bytes: [UInt8], under parent: Int) -> Int {
        if let known = nodes[parent].literals.first(where: { $0.bytes == bytes }) { return known.node }
        nodes.append(PathTree.Node())
        nodes[parent].add(bytes, nodes.count - 1)
        return nodes.count - 1
    }

    private mutating func parameter(
        _ name: String, before suffix: [UInt8], under parent: Int
    ) throws(RouteError) -> Int {
        if let known = suffixes[parent]?.first(where: { $0.suffix == suffix }) {
            guard known.name == name else { throw .conflictingParameter(name, other: known.name) }
            return known.node
        }
        nodes.append(PathTree.Node())
        nodes[parent].hasSuffixes = true
        suffixes[parent, default: []].append((name, suffix, nodes.count - 1))
        return nodes.count - 1
    }

    private mutating func parameter(_ name: String, under parent: Int) throws(RouteError) -> Int {
        if let known = nodes[parent].parameter {
            guard known.name == name else { throw .conflictingParameter(name, other: known.name) }
            return known.node
        }
        nodes.append(PathTree.Node())
        nodes[parent].parameter = (name, nodes.count - 1)
        return nodes.count - 1
    }
}
