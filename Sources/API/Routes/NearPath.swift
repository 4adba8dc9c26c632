import Archive

/// What a path where nothing is may have meant: it is compared with every route, segment by segment.
struct NearPath: Sendable {
    private let patterns: [[String]]
    private static let root = ["api", "v1"]

    /// Patterns of routes, and paths with a suffix.
    init(_ patterns: [String]) {
        self.patterns = patterns.map { $0.split(separator: "/").map(String.init) }
    }

    /// The nearest path, with what stands in it for an id; below the root of the API where that was left out, and with a
    /// query where that began with `&`. nil where none is near.
    func find(_ path: String) -> String? {
        let path = path.prefix(128)
        if let mark = path.firstIndex(of: "&"), let near = find(String(path[..<mark])) {
            return near + "?" + path[path.index(after: mark)...]
        }
        let segments = path.split(separator: "/").map(String.init)
        guard !segments.isEmpty else { return nil }
        let near = [segments, NearPath.root + segments].lazy.compactMap(nearest).first
        return near.map { "/" + $0.joined(separator: "/") }
    }

    /// The pattern that differs in the fewest segments, each of them a slip of its own; of several the nearest.
    private func nearest(_ segments: [String]) -> [String]? {
        var best: (paths: [[String]], slips: Int) = ([], .max)
        for pattern in patterns where pattern.count == segments.count {
            var (path, slips): ([String], Int) = ([], 0)
            for (literal, segment) in zip(pattern, segments) {
                if literal.hasPrefix("{") || literal == segment {
                    path.append(segment)
                } else if Archive.nearest(to: segment, in: [literal]) != nil {
                    path.append(literal)
                    slips += 1
                } else {
                    break
                }
            }
            guard path.count == pattern.count, slips <= best.slips else { continue }
            best = (slips < best.slips ? [path] : best.paths + [path], slips)
        }
        let paths = best.paths.map { $0.joined(separator: "/") }
        let near = Archive.nearest(to: segments.joined(separator: "/"), in: paths) ?? paths.first
        return near.flatMap { paths.firstIndex(of: $0) }.map { best.paths[$0] }
    }
}
