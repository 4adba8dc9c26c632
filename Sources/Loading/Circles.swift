/// The nodes of a directed graph that can reach themselves. Found by Tarjan's algorithm for strongly connected
/// components (1972) with an explicit stack, in time linear in nodes and edges.
struct Circles {
    private(set) var members: Set<String> = []

    private let edges: [String: [String]]
    /// The order in which the nodes were first reached.
    private var order: [String: Int] = [:]
    /// For each node, the earliest node of its component that it is known to reach.
    private var lowest: [String: Int] = [:]
    /// The nodes whose component is still incomplete.
    private var open: [String] = []
    private var isOpen: Set<String> = []

    init(_ edges: [String: [String]]) {
        self.edges = edges
        for node in edges.keys where order[node] == nil { walk(from: node) }
    }

    private mutating func walk(from root: String) {
        var path = [(node: root, next: 0)]
        reach(root)
        while let (node, next) = path.last {
            let successors = edges[node] ?? []
            guard next < successors.count else {
                path.removeLast()
                close(node)
                if let parent = path.last?.node { lower(parent, to: lowest[node]) }
                continue
            }
            path[path.count - 1].next += 1
            let successor = successors[next]
            if successor == node { members.insert(node) }
            if order[successor] == nil {
                reach(successor)
                path.append((successor, 0))
            } else if isOpen.contains(successor) {
                lower(node, to: order[successor])
            }
        }
    }

    private mutating func reach(_ node: String) {
        (order[node], lowest[node]) = (order.count, order.count)
        open.append(node)
        isOpen.insert(node)
    }

    private mutating func lower(_ node: String, to other: Int?) {
        lowest[node] = min(lowest[node] ?? .max, other ?? .max)
    }

    /// Completes the component whose first node is `node`, if it is one.
    private mutating func close(_ node: String) {
        guard lowest[node] == order[node], let start = open.lastIndex(of: node) else { return }
        if open.count - start > 1 { members.formUnion(open[start...]) }
        // One by one, since a slice that is kept would have the others copied.
        while open.count > start { isOpen.remove(open.removeLast()) }
    }
}
