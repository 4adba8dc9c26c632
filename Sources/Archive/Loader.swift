import Evidence
import FoundationEssentials

/// Reads a dataset's folder.
package enum Loader {
    /// The snapshot of the five files in a folder, or every problem in them: nothing is served from a dataset that has
    /// one.
    package static func load(directory: String) throws(DatasetError) -> Snapshot {
        var reading = Reading(directory: directory)
        let identity = reading.read(IdentityFile.name)
        let sources = reading.read(SourceFile.name)
        let statistics = reading.read(StatisticFile.name)
        let events = reading.read(EventFile.name)
        let relations = reading.read(RelationFile.name)
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
            relations: cursor(RelationFile.name, relations).flatMap(RelationFile.decode) ?? []
        )
        let goodStatistics = decoded.statistics.compactMap { $0 }
        let goodEvents = decoded.events.compactMap { $0 }
        Consistency.check(decoded.sources, report: report)
        Consistency(statistics: goodStatistics, events: goodEvents, report: report).check(decoded.relations)
        guard report.problems.isEmpty, let identity = decoded.identity else {
            throw DatasetError(problems: report.problems)
        }
        let dataset = Dataset(
            identity: identity, sources: decoded.sources.compactMap { $0 }, events: goodEvents,
            statistics: goodStatistics, relations: decoded.relations.compactMap { $0 })
        return Snapshot(dataset, digest: reading.digest)
    }

    /// The bytes of the files as they are read.
    private struct Reading {
        let directory: String
        var digest = Digest()
        var problems: [DatasetProblem] = []

        init(directory: String) { self.directory = directory }

        /// nil when the file cannot be read, or is no JSON: then that is its one problem.
        mutating func read(_ name: String) -> JSON? {
            let data: Data
            do {
                data = try Data(contentsOf: URL(filePath: directory).appending(path: name))
            } catch {
                let exists = FileManager.default.fileExists(atPath: directory + "/" + name)
                return refuse(name, expected: "a file that can be read", found: exists ? "one that cannot" : "none")
            }
            let bytes = Array(data)
            digest.add(name)
            digest.add("\(bytes.count)")
            digest.add(bytes)
            do throws(JSONError) {
                return try JSONReader.read(bytes)
            } catch {
                return refuse(
                    name, expected: error.reason.rawValue, found: "line \(error.line), column \(error.column)")
            }
        }

        private mutating func refuse(_ name: String, expected: String, found: String) -> JSON? {
            problems.append(
                DatasetProblem(file: name, pointer: "", kind: .structure, expected: expected, found: found))
            return nil
        }
    }
}
