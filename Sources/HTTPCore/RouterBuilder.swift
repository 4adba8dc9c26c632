/// Why a route was not taken; found when the program starts, not when a request comes.
package enum RouteError: Error, Sendable, Equatable {
    /// No leading slash, a nameless `{}`, a brace inside a segment, or the same parameter twice.
    case malformedPattern(String)
    /// The method already has an output on that pattern.
    case duplicateRoute(Method, String)
    /// Another pattern calls the parameter at the same place something else.
    case conflictingParameter(String, other: String)
}

/// Collects routes; `router()` freezes them.
package struct RouterBuilder<Output: Sendable>: Sendable {
    private var nodes = [PathTree.Node()]
    private var outputs: [Output] = []
    private var depth = 0

    /// No route.
    package init() {}

    /// Adds `output` for `method` on `pattern`, such as `/api/v1/events/{id}`, where `{id}` stands for one whole
    /// segment, not empty. GET answers HEAD too, and every path answers OPTIONS, unless they have routes of their own.
    package mutating func add(_ method: Method, _ pattern: String, _ output: Output) throws(RouteError) {
        guard pattern.first == "/" else { throw .malformedPattern(pattern) }
        var current = 0
        var names: [String] = []
        let segments = pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        depth = max(depth, segments.count)
        for segment in segments {
            if segment.first == "{", segment.last == "}" {
                let name = String(segment.dropFirst().dropLast())
                guard !name.isEmpty, !name.contains(where: { "{}".contains($0) }), !names.contains(name) else {
                    throw .malformedPattern(pattern)
                }
                names.append(name)
                current = try parameter(name, under: current)
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

    /// The routes so far, frozen.
    package func router() -> Router<Output> { Router(tree: PathTree(nodes: nodes, depth: depth), outputs: outputs) }

    private mutating func literal(_ bytes: [UInt8], under parent: Int) -> Int {
        if let known = nodes[parent].literals.first(where: { $0.bytes == bytes }) { return known.node }
        nodes.append(PathTree.Node())
        nodes[parent].add(bytes, nodes.count - 1)
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
