import Evidence
import FoundationEssentials

/// Reads a dataset's folder.
package enum Loader {
    private static let names = [
        IdentityFile.name, SourceFile.name, StatisticFile.name, EventFile.name, RelationFile.name,
        ChangeFile.name,
    ]

    /// The snapshot of the files in a folder, or every problem in them: nothing is served from a dataset that has
    /// one.
    package static func load(directory: String) throws(DatasetError) -> Snapshot {
        let folder = URL(filePath: directory)
        let dates = names.compactMap { name in
            let path = folder.appending(path: name).path
            return try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        }
        return try load(modified: dates.max().map { Int($0.timeIntervalSince1970) }) { name in
            Array(try Data(contentsOf: folder.appending(path: name)))
        }
    }

    /// The same of files that `contents` gives by their names.
    static func load(
        modified: Int? = nil, contents: (String) throws -> [UInt8]
    ) throws(DatasetError) -> Snapshot {
        var reading = Reading()
        let identity = reading.read(IdentityFile.name, contents)
        let sources = reading.read(SourceFile.name, contents)
        let statistics = reading.read(StatisticFile.name, contents)
        let events = reading.read(EventFile.name, contents)
        let relations = reading.read(RelationFile.name, contents)
        let changes = reading.read(ChangeFile.name, contents)
        let report = Report(
            Outline(identity: identity, sources: sources, events: events, statistics: statistics),
            problems: reading.problems)
        let cursor = { (name: String, json: JSON?) in
            json.map { Cursor(json: $0, path: .file(name), report: report) }
        }
        let decoded = (
            identity: cursor(IdentityFile.name, identity).flatMap(IdentityFile.decode),
            sources: cursor(SourceFile.name, sources).flatMap(SourceFile.decode) ?? [],
            statistics: cursor(StatisticFile.name, statistics).flatMap(StatisticFile.decode) ?? [],
            events: cursor(EventFile.name, events).flatMap(EventFile.decode) ?? [],
            relations: cursor(RelationFile.name, relations).flatMap(RelationFile.decode) ?? [],
            changes: cursor(ChangeFile.name, changes).flatMap(ChangeFile.decode) ?? []
        )
        let goodStatistics = decoded.statistics.compactMap { $0 }
        let goodEvents = decoded.events.compactMap { $0 }
        Consistency.check(decoded.sources, report: report)
        Consistency(statistics: goodStatistics, events: goodEvents, report: report).check(decoded.relations)
        let complete = report.problems.isEmpty
        ChangeFile.check(
            decoded.changes, of: decoded.identity,
            ids: { kind in
                guard complete else { return nil }
                return switch kind {
                case .sources: Set(decoded.sources.compactMap { $0?.id })
                case .events: Set(goodEvents.map(\.id))
                case .statistics: Set(goodStatistics.map(\.id))
                case .claims: Set(goodStatistics.flatMap(\.claims).map(\.id))
                case .relations: Set(decoded.relations.compactMap { $0?.id })
                }
            }, report: report)
        guard report.problems.isEmpty, let identity = decoded.identity else {
            let problems = Dictionary(grouping: report.problems, by: \.file)
            throw DatasetError(problems: names.flatMap { problems[$0] ?? [] })
        }
        let dataset = Dataset(
            identity: identity, sources: decoded.sources.compactMap { $0 }, events: goodEvents,
            statistics: goodStatistics, relations: decoded.relations.compactMap { $0 },
            changes: decoded.changes.compactMap { $0 })
        return Snapshot(dataset, digest: reading.digest, modified: modified)
    }

    /// What is known of the files while they are read.
    private struct Reading {
        var digest = Digest()
        var problems: [DatasetProblem] = []

        /// nil when the file cannot be read, or is no JSON: then that is its one problem.
        mutating func read(_ name: String, _ contents: (String) throws -> [UInt8]) -> JSON? {
            let bytes: [UInt8]
            do {
                bytes = try contents(name)
            } catch {
                let isMissing = (error as? CocoaError)?.code == .fileReadNoSuchFile
                return refuse(
                    name, expected: "a file that can be read", found: isMissing ? "none" : "one that cannot")
            }
            digest.add(name)
            digest.add("\(bytes.count)")
            digest.add(bytes)
            do throws(JSONError) {
                return try JSONReader.read(bytes)
            } catch {
                return refuse(
                    name, expected: error.reason.rawValue,
                    found: "something else at line \(error.line), column \(error.column)")
            }
        }

        private mutating func refuse(_ name: String, expected: String, found: String) -> JSON? {
            problems.append(
                DatasetProblem(file: name, pointer: "", kind: .structure, expected: expected, found: found))
            return nil
        }
    }
}
