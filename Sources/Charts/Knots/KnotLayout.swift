import Evidence

/// Where the nodes and the edges of a knot stand: each node has a row and a layer, each edge a lane beside the nodes.
///
/// Rows run from the top down and layers from left to right, so that what is worked out stands before what it comes to. Edges
/// whose lanes are the same have no row in common but one where the one ends and the other begins.
struct KnotLayout {
    struct Edge {
        /// The nodes that are added up, and those that they come to, once each; none may be in both.
        let from, to: [Int]

        init(from: [Int], to: [Int]) {
            self.from = from.uniqued()
            self.to = to.uniqued()
        }
    }

    let edges: [Edge]
    /// The nodes from the top down.
    let rows: [Int]
    /// The layer of each node, from zero.
    let layers: [Int]
    /// The lane of each edge, counted away from the nodes.
    let lanes: [Int]
    /// The edges that each node has, in the order in which they come to it from the top down.
    let ports: [[Int]]

    var layerCount: Int { (layers.max() ?? 0) + 1 }
    var laneCount: Int { (lanes.max() ?? -1) + 1 }

    init(nodes: Int, _ edges: [Edge]) {
        let (rows, layers) = KnotLayout.order(nodes, edges)
        self.edges = edges
        self.rows = rows
        self.layers = layers
        var row = [Int](repeating: 0, count: nodes)
        for (place, node) in rows.enumerated() { row[node] = place }
        let spans = edges.map { edge -> ClosedRange<Int> in
            let used = (edge.from + edge.to).map { row[$0] }
            return (used.min() ?? 0)...(used.max() ?? 0)
        }
        let lanes = KnotLayout.lanes(spans)
        self.lanes = lanes
        ports = (0..<nodes).map { node in
            let own = edges.indices.filter { edges[$0].from.contains(node) || edges[$0].to.contains(node) }
            let rank = { (edge: Int) -> (Int, Int) in
                let (span, lane) = (spans[edge], lanes[edge])
                // What comes from above and ends here is above what goes on; so no stub crosses more lanes than it must.
                if span.upperBound == row[node], span.count > 1 { return (0, lane) }
                return span.lowerBound == row[node] ? (2, -lane) : (1, lane)
            }
            return own.sorted { rank($0) < rank($1) }
        }
    }

    /// Returns the nodes such that those before which others must stand come after these as soon as they can, and the layer of
    /// each. In a circle, somewhere what is worked out stands after what it comes to.
    private static func order(_ nodes: Int, _ edges: [Edge]) -> (rows: [Int], layers: [Int]) {
        var before = [Set<Int>](repeating: [], count: nodes)
        for edge in edges { for node in edge.to { before[node].formUnion(edge.from) } }
        var rows: [Int] = []
        var done: Set<Int> = []
        var layers = [Int](repeating: 0, count: nodes)
        while rows.count < nodes {
            let left = (0..<nodes).filter { !done.contains($0) }
            let free = left.filter { before[$0].isSubset(of: done) }
            // First what is worked out of those that stand already, then what the fewest others are missing beside.
            let missing = { (node: Int) in
                edges.lazy.filter { $0.from.contains(node) }.map { edge in
                    edge.from.count { !done.contains($0) } + (done.isDisjoint(with: edge.from) ? nodes : 0)
                }.min() ?? 2 * nodes
            }
            let next =
                free.first { !before[$0].isEmpty } ?? free.min { (missing($0), $0) < (missing($1), $1) } ?? left[0]
            layers[next] = before[next].intersection(done).map { layers[$0] + 1 }.max() ?? 0
            rows.append(next)
            done.insert(next)
        }
        return (rows, layers)
    }

    /// Returns a lane for each span, the shortest next to the nodes.
    private static func lanes(_ spans: [ClosedRange<Int>]) -> [Int] {
        var lanes = [Int](repeating: 0, count: spans.count)
        var taken: [[ClosedRange<Int>]] = []
        for place in spans.indices.sorted(by: { (spans[$0].count, $0) < (spans[$1].count, $1) }) {
            let span = spans[place]
            let isFree = { (other: ClosedRange<Int>) in
                span.lowerBound >= other.upperBound && span.count > 1 && other.count > 1
                    || other.lowerBound >= span.upperBound && span.count > 1 && other.count > 1
            }
            let lane = taken.firstIndex { $0.allSatisfy(isFree) } ?? taken.count
            if lane == taken.count { taken.append([]) }
            taken[lane].append(span)
            lanes[place] = lane
        }
        return lanes
    }
}
