import Foundations

/// The records of a long list, decoded in batches on all cores, so that the JSON values of the whole file are never in
/// memory together.
struct DecodedRecords<Record: Sendable>: Sendable {
    /// The `id` of every element that has a string there.
    private(set) var ids: Set<String> = []
    /// The records; nil in place of one that could not be decoded.
    private var records: [Record?] = []
    private var problems = Findings()
    private var warnings = Findings()
    private var translations = Translations()
    /// The ids that an earlier element already has, by index.
    private var repeated: [Int: String] = [:]

    private struct Batch: Sendable {
        var records: [Record?] = []
        var ids: [String?] = []
        var problems = Findings()
        var warnings = Findings()
        var translations = Translations()
    }

    /// What is wrong with the elements.
    private struct Findings: Sendable {
        /// By the index of the element.
        private(set) var kept: [Int: [DatasetProblem]] = [:]
        /// The number of problems that were counted but not kept.
        var unkept = 0

        mutating func add(_ problems: ArraySlice<DatasetProblem>, of element: Int) {
            if !problems.isEmpty { kept[element] = Array(problems) }
        }

        /// Adds those of another batch. No more need to be kept from all batches together than are reported.
        mutating func merge(_ other: Findings) {
            if kept.count < ProblemList.mostKept {
                kept.merge(other.kept) { $0 + $1 }
                unkept += other.unkept
            } else {
                unkept += other.kept.values.reduce(other.unkept) { $0 + $1.count }
            }
        }
    }

    /// Decodes the batches of the list at `path`. Throws if one of them is not valid JSON.
    init(
        _ batches: [JSONBatch], of bytes: [UInt8], at path: Path, _ declared: DeclaredIDs,
        _ decode: @Sendable (Cursor) -> Record?
    ) throws(JSONError) {
        let decoded = Parallel.map(batches.count, by: 1) { range in
            range.map { index in
                Result { () throws(JSONError) in
                    try DecodedRecords.decode(batches[index], of: bytes, at: path, declared, decode)
                }
            }
        }
        let count = batches.last?.elements.upperBound ?? 0
        records.reserveCapacity(count)
        ids.reserveCapacity(count)
        for batch in decoded.joined() {
            let batch = try batch.get()
            for (index, id) in batch.ids.enumerated() {
                if let id, !ids.insert(id).inserted { repeated[records.count + index] = id }
            }
            records += batch.records
            problems.merge(batch.problems)
            warnings.merge(batch.warnings)
            translations.add(batch.translations)
        }
    }

    private static func decode(
        _ batch: JSONBatch, of bytes: [UInt8], at path: Path, _ declared: DeclaredIDs, _ decode: (Cursor) -> Record?
    ) throws(JSONError) -> Batch {
        let diagnostics = Diagnostics(declared, declares: false)
        var result = Batch()
        try JSONReader.read(batch, of: bytes) { index, json in
            let before = (diagnostics.problems.count, diagnostics.warnings.problems.count)
            result.records.append(decode(Cursor(json: json, element: index, of: path, diagnostics: diagnostics)))
            result.ids.append(json["id"]?.string)
            result.problems.add(diagnostics.problems[before.0...], of: index)
            result.warnings.add(diagnostics.warnings.problems[before.1...], of: index)
        }
        result.problems.unkept = diagnostics.list.more
        result.warnings.unkept = diagnostics.warnings.more
        result.translations = diagnostics.translations
        return result
    }

    /// Reports all problems and warnings of the records and returns the records. `kind` is the kind of the records, and
    /// `list` the list they are in.
    func records(of kind: DeclaredIDs.Kind, reportedBy list: Cursor) -> [Record?] {
        for index in Set(problems.kept.keys).union(warnings.kept.keys).union(repeated.keys).sorted() {
            if let id = repeated[index], id.isSlug {
                Cursor(
                    json: .string(id), path: .member(.element(list.path, index), "id"), diagnostics: list.diagnostics
                )
                .problem(.meaning, expected: kind.unique)
            }
            for problem in (problems.kept[index] ?? []) + (warnings.kept[index] ?? []) {
                list.diagnostics.add(problem)
            }
        }
        list.diagnostics.add(unkept: problems.unkept, warnings: warnings.unkept)
        list.diagnostics.translations.add(translations)
        return records
    }
}
