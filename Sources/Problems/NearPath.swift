import Foundations

/// Suggests what a path that does not exist may have meant, by comparing it with all routes, segment by segment.
package struct NearPath: Sendable {
    private static let root = ["api", "v1"]

    /// A node in the tree of the routes' segments.
    private struct Node {
        var literals: [(text: String, node: Int)] = []
        var parameter: Int?
        /// The index of the pattern that ends here.
        var pattern: Int?
        /// The possible numbers of further segments, as bits.
        var depths: UInt64 = 0
    }

    /// An immutable ``Node``.
    private struct FrozenNode: Sendable {
        let literals: Spellings
        let nodes: [Int]
        let parameter: Int?
        let pattern: Int?
        let depths: UInt64
    }

    /// A possible path, with the number of its segments that were misspelt.
    private struct Candidate {
        let pattern: Int
        let slips: Int
        let segments: [String]
    }

    private let nodes: [FrozenNode]

    /// Creates a search over the patterns of routes, and over paths with a suffix.
    package init(_ patterns: [String]) {
        var nodes = [Node()]
        for (number, pattern) in patterns.enumerated() {
            let segments = pattern.split(separator: "/").map(String.init)
            var node = 0
            for (place, segment) in segments.enumerated() {
                nodes[node].depths |= 1 << UInt64(segments.count - place)
                let isParameter = segment.hasPrefix("{")
                let known =
                    isParameter ? nodes[node].parameter : nodes[node].literals.first { $0.text == segment }?.node
                if known == nil {
                    if isParameter {
                        nodes[node].parameter = nodes.count
                    } else {
                        nodes[node].literals.append((segment, nodes.count))
                    }
                    nodes.append(Node())
                }
                node = known ?? nodes.count - 1
            }
            nodes[node].depths |= 1
            nodes[node].pattern = nodes[node].pattern ?? number
        }
        self.nodes = nodes.map { node in
            FrozenNode(
                literals: Spellings(node.literals.map(\.text)), nodes: node.literals.map(\.node),
                parameter: node.parameter, pattern: node.pattern, depths: node.depths)
        }
    }

    /// Returns the closest path, keeping what stands for ids; below the root of the API if that was left out, and with
    /// a query if that started with `&`. nil if none is close.
    package func find(_ path: String) -> String? {
        let path = path.prefix(128)
        if let mark = path.firstIndex(of: "&"), let near = find(String(path[..<mark])) {
            return near + "?" + path[path.index(after: mark)...]
        }
        let segments = path.split(separator: "/").map(String.init)
        guard !segments.isEmpty else { return nil }
        let near = [segments, NearPath.root + segments].lazy.compactMap(nearest).first
        return near.map { "/" + $0.joined(separator: "/") }
    }

    /// Returns the pattern that differs in the fewest segments, all of them misspellings; among several, the closest.
    private func nearest(_ segments: [String]) -> [String]? {
        var found: [Candidate] = []
        find(segments[...], from: 0, Candidate(pattern: 0, slips: 0, segments: []), &found)
        guard let slips = found.map(\.slips).min() else { return nil }
        found = found.filter { $0.slips == slips }.sorted { $0.pattern < $1.pattern }
        let paths = found.map { $0.segments.joined(separator: "/") }
        let near = paths.count < 2 ? nil : Foundations.nearest(to: segments.joined(separator: "/"), in: paths)
        return found[near.flatMap { paths.firstIndex(of: $0) } ?? 0].segments
    }

    /// Appends every pattern that matches except for misspellings.
    private func find(_ rest: ArraySlice<String>, from node: Int, _ begun: Candidate, _ found: inout [Candidate]) {
        let node = nodes[node]
        guard rest.count < 64, node.depths & 1 << UInt64(rest.count) != 0 else { return }
        guard let segment = rest.first else {
            if let pattern = node.pattern {
                found.append(Candidate(pattern: pattern, slips: begun.slips, segments: begun.segments))
            }
            return
        }
        let follow = { (node: Int, segment: String, slips: Int, found: inout [Candidate]) in
            let longer = Candidate(pattern: 0, slips: begun.slips + slips, segments: begun.segments + [segment])
            find(rest.dropFirst(), from: node, longer, &found)
        }
        node.literals.forEach(near: segment) { place in
            let literal = node.literals.words[place]
            follow(node.nodes[place], literal, literal == segment ? 0 : 1, &found)
        }
        if let parameter = node.parameter { follow(parameter, segment, 0, &found) }
    }
}
