import Foundations

/// A router's patterns as a tree of path segments. Each leads to a number, the index of an output.
struct PathTree: Sendable {
    /// What a method and a path lead to.
    enum Match: Sendable {
        /// The index of the output, with the decoded parameters of its pattern.
        case found(Int, PathParameters)
        case options(allow: String)
        case methodNotAllowed(allow: String)
        case notFound
        /// The path does not decode to UTF-8.
        case badPath
    }

    /// A node of the tree, whose children are given by their indices.
    struct Node: Sendable {
        private var keys: [UInt64] = []
        private(set) var literals: [(bytes: [UInt8], node: Int)] = []
        var parameter: (name: String, node: Int)?
        /// Whether a parameter that is followed by a suffix leads on from here, too.
        var hasSuffixes = false
        var outputs: [(method: Method, number: Int)] = []

        mutating func add(_ literal: [UInt8], _ node: Int) {
            keys.append(Node.key(literal.span))
            literals.append((literal, node))
        }

        /// Returns the node that `segment` leads to as a literal.
        func child(_ segment: Span<UInt8>) -> Int? {
            let key = Node.key(segment)
            for index in keys.indices where keys[index] == key {
                let bytes = literals[index].bytes
                if bytes.span.equals(segment) { return literals[index].node }
            }
            return nil
        }

        /// Returns the length and the last seven bytes, packed: a quick filter, as sibling segments rarely share both.
        private static func key(_ segment: Span<UInt8>) -> UInt64 {
            var key = UInt64(clamping: segment.count)
            for index in max(0, segment.count - 7)..<segment.count { key = key << 8 | UInt64(segment[index]) }
            return key
        }
    }

    /// Where a parameter leads if it is followed by a suffix, such as `.gift`.
    typealias Suffix = (name: String, suffix: [UInt8], node: Int)

    let nodes: [Node]
    /// By the nodes from which they lead. They are few: no node has a list of its own.
    let suffixes: [Int: [Suffix]]
    /// The number of segments in the longest pattern. A longer path matches nothing and is not even decoded.
    let depth: Int

    /// Matches a path as received, still percent-encoded.
    func match(_ method: Method, _ path: Span<UInt8>) -> Match {
        var (slashes, isPlain) = (0, true)
        for index in 0..<path.count {
            if path[index] == Byte.slash { slashes += index == 0 ? 0 : 1 }
            if path[index] == Byte.percent { isPlain = false }
        }
        guard slashes < depth else { return .notFound }
        let segments = path.pathSegments(0..<path.count)
        return isPlain ? match(method, path, segments) : decode(method, path, segments)
    }

    /// Decodes the segments of a path that contains `%`, then matches them.
    private func decode(_ method: Method, _ path: Span<UInt8>, _ segments: [Range<Int>]) -> Match {
        var bytes: [UInt8] = []
        var decoded: [Range<Int>] = []
        for segment in segments {
            guard let text = try? PercentEncoding.decode(path, segment, plusIsSpace: false) else { return .badPath }
            decoded.append(bytes.count..<bytes.count + text.utf8.count)
            bytes += text.utf8
        }
        return match(method, bytes.span, decoded)
    }

    private func match(_ method: Method, _ bytes: Span<UInt8>, _ segments: [Range<Int>]) -> Match {
        var parameters = PathParameters()
        guard let node = find(bytes, segments, 0, from: 0, &parameters) else { return .notFound }
        let outputs = nodes[node].outputs
        if let exact = outputs.first(where: { $0.method == method }) { return .found(exact.number, parameters) }
        if method == .head, let get = outputs.first(where: { $0.method == .get }) {
            return .found(get.number, parameters)
        }
        let allow = PathTree.allow(Set(outputs.map(\.method)))
        return method == .options ? .options(allow: allow) : .methodNotAllowed(allow: allow)
    }

    // The recursion goes no deeper than the longest pattern, whatever the path.
    private func find(
        _ bytes: Span<UInt8>, _ segments: [Range<Int>], _ place: Int, from node: Int,
        _ parameters: inout PathParameters
    ) -> Int? {
        guard place < segments.count else { return nodes[node].outputs.isEmpty ? nil : node }
        let segment = segments[place]
        if let next = nodes[node].child(bytes.extracting(segment)),
            let found = find(bytes, segments, place + 1, from: next, &parameters)
        {
            return found
        }
        guard !segment.isEmpty else { return nil }
        let count = parameters.values.count
        if nodes[node].hasSuffixes {
            for (name, suffix, next) in suffixes[node] ?? [] where segment.count > suffix.count {
                let end = segment.upperBound - suffix.count
                guard bytes.extracting(end..<segment.upperBound).equals(suffix.span) else { continue }
                parameters.values.append((name, bytes.text(segment.lowerBound..<end)))
                if let found = find(bytes, segments, place + 1, from: next, &parameters) { return found }
                parameters.values.removeSubrange(count...)
            }
        }
        guard let parameter = nodes[node].parameter else { return nil }
        parameters.values.append((parameter.name, bytes.text(segment)))
        if let found = find(bytes, segments, place + 1, from: parameter.node, &parameters) { return found }
        parameters.values.removeSubrange(count...)
        return nil
    }

    static func allow(_ methods: Set<Method>) -> String {
        var methods = methods.union([.options])
        if methods.contains(.get) { methods.insert(.head) }
        return Method.allCases.filter(methods.contains).map(\.rawValue).joined(separator: ", ")
    }
}
