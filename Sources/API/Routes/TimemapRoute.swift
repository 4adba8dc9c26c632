import Archive
import HTTPCore
import Problems
import Rendering
import Wording

/// The versions of the dataset, or of one address in it, as a TimeMap in link format (RFC 7089 section 5).
enum TimemapRoute {
    static let route = Route(
        Timemap.path, mediaType: Timemap.mediaType, parameters: { _ in [Timemap.address] }, dependsOnHost: true,
        isVersioned: false, lookUp: { context throws(Problem) in _ = try original(context) },
        answer: { context throws(Problem) in
            let text = write(
                try original(context), of: context.encoded.releases, at: try context.origin(),
                as: context.request.target)
            return try Representation(Array(text.utf8), as: .txt).result(to: context)
        })

    /// Returns the path that is asked for, without a version; by default that of the home page or, without pages, of the index.
    private static func original(_ context: borrowing RequestContext) throws(Problem) -> String {
        guard var path = context.parameters.first(Timemap.address.name) else {
            return context.site.pages == nil ? APIPath.root : "/"
        }
        // Also as a whole address, as clients of RFC 7089 have it.
        let origin = try context.origin()
        let start = [origin.description, origin.path].first { path.hasPrefix($0 + "/") } ?? ""
        path.removeFirst(start.count)
        guard path.hasPrefix("/"),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"<>\"\\^`{|}".utf8.contains($0) })
        else {
            throw context.parameters.problem([
                .init(
                    parameter: Timemap.address.name, [Sentence(.problemAddress)], accepts: .values(["/", APIPath.root]))
            ])
        }
        return Permalink.plain(path)
    }

    private static func write(_ path: String, of releases: Releases, at origin: Origin, as target: String) -> String {
        let (record, current) = (RecordAddress(path, in: releases.snapshot), releases.snapshot)
        let served = releases.served.reversed().filter { release in
            Permalink.hasCursor(path)
                ? release.version == releases.current
                : record?.isServed(in: release.version, from: current, of: releases) ?? true
        }
        var lines = [
            "<\(origin)\(path)>; rel=\"original\"",
            "<\(origin)\(target)>; rel=\"self\"; type=\"\(Timemap.mediaType)\"",
        ]
        for (place, release) in served.enumerated() {
            let relation = [place == 0 ? "first" : nil, place == served.count - 1 ? "last" : nil, "memento"]
            var line = "<\(origin)\(Permalink.path(path, version: release.version))>; rel=\""
            line += relation.compactMap { $0 }.joined(separator: " ") + "\""
            if let date = release.date.map(HTTPDate.init(startOf:)) { line += "; datetime=\"\(date)\"" }
            lines.append(line)
        }
        return lines.joined(separator: ",\n") + "\n"
    }
}
