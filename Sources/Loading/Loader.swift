import Checks
package import Evidence
import FoundationEssentials
import Foundations

/// A loader for the folder of a dataset.
package enum Loader {
    /// The names of the files, in the order in which their problems are reported.
    static let names = [
        IdentityFile.name, SourceFile.name, StatisticFile.name, EventFile.name, RelationFile.name,
        ChangeFile.name, LessonFile.name,
    ]

    /// The number of attempts to read files that change while they are being read.
    private static let attempts = 3

    /// Loads the current version in a folder, or throws all problems in it: a dataset with even one is not served.
    ///
    /// Events equal to the one that `previous` returns for their id share its memory.
    package static func load(
        directory: String, sharing previous: @escaping @Sendable (String) -> Event? = { _ in nil }
    ) throws(DatasetError) -> LoadedDataset {
        let folder = DatasetFolder(directory)
        let (directory, versions) = (folder.current, folder.versions)
        let paths = names.map { "\(directory)/\($0)" } + [directory]
        var attempt = 1
        while true {
            let before = DatasetStatus(of: directory)
            let result = Result { () throws(DatasetError) in
                try load(modified: paths.compactMap(FileStatus.lastChange).max(), in: versions, sharing: previous) {
                    name in
                    try contents(of: "\(directory)/\(name)")
                }
            }
            // Files replaced during reading may not belong together.
            if attempt == attempts || DatasetStatus(of: directory) == before { return try result.get() }
            attempt += 1
        }
    }

    private static func contents(of path: String) throws -> [UInt8] {
        do {
            return try FileBytes.read(path)
        } catch {
            // A missing file keeps its error.
            guard (error as? CocoaError)?.code != .fileReadNoSuchFile, let reason = FileError(reading: path) else {
                throw error
            }
            throw reason
        }
    }

    /// Loads files whose contents `contents` returns by name, decoding the events in batches of `batch` bytes.
    package static func load(
        batch: Int? = nil, contents: @escaping (String) throws -> [UInt8]
    ) throws(DatasetError) -> LoadedDataset {
        try load(modified: nil, batch: batch, in: FolderVersions(), contents: contents)
    }

    /// `versions` is what the files' folder says of their version.
    private static func load(
        modified: Int?, batch: Int? = nil, in versions: FolderVersions,
        sharing previous: @escaping @Sendable (String) -> Event? = { _ in nil },
        contents: @escaping (String) throws -> [UInt8]
    ) throws(DatasetError) -> LoadedDataset {
        var files = FileReader(contents, batch: batch ?? JSONBatch.size)
        let (dataset, checks, checker, warnings) = try decode(&files, in: versions, sharing: previous)
        return LoadedDataset(
            dataset: dataset, checks: checks, checker: checker, digest: files.digest, modified: modified,
            warnings: warnings)
    }

    private static func decode(
        _ files: inout FileReader, in versions: FolderVersions, sharing previous: @escaping @Sendable (String) -> Event?
    ) throws(DatasetError) -> (Dataset, [Check], Checker, ProblemList) {
        let identityFile = files.read(IdentityFile.name)
        let sourceFile = files.read(SourceFile.name)
        let statisticFile = files.read(StatisticFile.name)
        let diagnostics = Diagnostics(
            DeclaredIDs(identity: identityFile, sources: sourceFile, statistics: statisticFile))
        func decode<Value>(_ name: String, _ json: consuming JSON?, _ decode: (Cursor) -> Value?) -> Value? {
            json.flatMap { decode(Cursor(json: $0, path: .file(name), diagnostics: diagnostics)) }
        }
        // The JSON of a file is let go before the next one is decoded or read: it takes more memory than what it says.
        let identity = decode(IdentityFile.name, consume identityFile, IdentityFile.decode)
        let sources = decode(SourceFile.name, consume sourceFile, SourceFile.decode) ?? []
        let statistics = decode(StatisticFile.name, consume statisticFile, StatisticFile.decode) ?? []
        let eventFile = files.read(EventFile.name, list: EventFile.list, diagnostics.ids) { cursor in
            EventFile.event(cursor).map { event in
                previous(event.id).flatMap { $0 == event ? $0 : nil } ?? event
            }
        }
        if let known = eventFile?.list?.ids ?? eventFile?.whole.ids(of: EventFile.list) {
            diagnostics.ids.add(events: known)
        }
        let eventList = eventFile?.list
        let events = decode(EventFile.name, (consume eventFile)?.whole) { EventFile.decode($0, eventList) } ?? []
        let decoded = (
            identity: identity, sources: sources, statistics: statistics, events: events,
            relations: decode(RelationFile.name, files.read(RelationFile.name), RelationFile.decode),
            changes: decode(ChangeFile.name, files.read(ChangeFile.name), ChangeFile.decode) ?? [],
            lessons: decode(LessonFile.name, files.readIfPresent(LessonFile.name), LessonFile.decode)
        )
        for problem in files.problems.reversed() { diagnostics.add(unreadable: problem) }
        let goodStatistics = decoded.statistics.compactMap { $0 }
        let goodEvents = decoded.events.compactMap { $0 }
        Consistency.check(decoded.sources, diagnostics: diagnostics)
        if let vocabulary = decoded.identity?.vocabulary { Consistency.check(vocabulary, diagnostics: diagnostics) }
        EventFile.declareClaims(of: decoded.events, diagnostics)
        if let relations = decoded.relations {
            Consistency.check(decoded.statistics, boundedBy: relations, diagnostics: diagnostics)
        }
        let relations = decoded.relations?.compactMap { $0 } ?? []
        let named = goodEvents.named(in: relations)
        let consistency = Consistency(statistics: goodStatistics, events: named, diagnostics: diagnostics)
        let checks = consistency.check(decoded.relations ?? [], ofBytes: files.byteCount)
        let isComplete = diagnostics.count == 0
        if let identity = decoded.identity, let expected = versions.expected(of: identity.version) {
            diagnostics.add(
                .meaning, at: .member(.file(IdentityFile.name), "version"), expected: expected, found: identity.version)
        }
        ChangeFile.check(
            decoded.changes, of: decoded.identity,
            records: { kind in
                guard isComplete else { return nil }
                let ids =
                    switch kind {
                    case .sources: decoded.sources.compactMap { $0?.id }
                    case .events: goodEvents.map(\.id)
                    case .statistics: goodStatistics.map(\.id)
                    case .claims: goodStatistics.flatMap(\.claims).map(\.id)
                    case .relations: relations.map(\.id)
                    }
                let dated = kind == .claims ? goodEvents.flatMap(\.claims) : []
                return Set(
                    ids.map { Change.Name(kind: kind, id: $0) }
                        + dated.map { Change.Name(kind: kind, id: $0.id, event: $0.event) })
            }, diagnostics: diagnostics)
        if let lessons = decoded.lessons, let relations = decoded.relations, isComplete {
            LessonFile.check(lessons, of: relations.compactMap { $0?.id }, diagnostics)
        }
        for warning in diagnostics.translations.warnings(in: diagnostics.ids.languages) { diagnostics.add(warning) }
        let warnings = diagnostics.warnings.sorted(by: names)
        guard diagnostics.count == 0, let identity = decoded.identity else {
            throw DatasetError(diagnostics.list.sorted(by: names), warnings: warnings)
        }
        let dataset = Dataset(
            identity: identity, sources: decoded.sources.compactMap { $0 }, events: goodEvents,
            statistics: goodStatistics, relations: relations,
            changes: decoded.changes.compactMap { $0 }, lessons: LessonFile.plans(decoded.lessons))
        return (dataset, checks, consistency.checker, warnings)
    }
}
