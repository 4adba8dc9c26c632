import Foundations

/// The records of a long list, decoded in batches on all cores, so that the JSON values of the whole file are never in
/// memory together.
struct DecodedRecords<Record: Sendable>: Sendable {
    /// The `id` of every element that has a string there.
    private(set) var ids: Set<String> = []
    /// The records; nil in place of one that could not be decoded.
    private var records: [Record?] = []
    /// The problems of each element, by its index.
    private var problems: [Int: [DatasetProblem]] = [:]
    /// The number of problems that were counted but not kept.
    private var unkept = 0
    /// The ids that an earlier element already has, by index.
    private var repeated: [Int: String] = [:]

    private struct Batch: Sendable {
        var records: [Record?] = []
        var ids: [String?] = []
        var problems: [Int: [DatasetProblem]] = [:]
        var unkept = 0
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
            // No more need to be kept from all batches together than are reported.
            if problems.count < Diagnostics.mostKept {
                problems.merge(batch.problems) { $0 + $1 }
                unkept += batch.unkept
            } else {
                unkept += batch.problems.values.reduce(batch.unkept) { $0 + $1.count }
            }
        }
    }

    private static func decode(
        _ batch: JSONBatch, of bytes: [UInt8], at path: Path, _ declared: DeclaredIDs, _ decode: (Cursor) -> Record?
    ) throws(JSONError) -> Batch {
        let diagnostics = Diagnostics(declared, declares: false)
        var result = Batch()
        try JSONReader.read(batch, of: bytes) { index, json in
            let before = diagnostics.problems.count
            result.records.append(decode(Cursor(json: json, element: index, of: path, diagnostics: diagnostics)))
            result.ids.append(json["id"]?.string)
            if diagnostics.problems.count > before { result.problems[index] = Array(diagnostics.problems[before...]) }
        }
        result.unkept = diagnostics.count - diagnostics.problems.count
        return result
    }

    /// Reports all problems of the records and returns them. `kind` is the kind of the records, and `list` the list
    /// they are in.
    func records(of kind: DeclaredIDs.Kind, reportedBy list: Cursor) -> [Record?] {
        for index in Set(problems.keys).union(repeated.keys).sorted() {
            if let id = repeated[index], id.isSlug {
                Cursor(
                    json: .string(id), path: .member(.element(list.path, index), "id"), diagnostics: list.diagnostics
                )
                .problem(.meaning, expected: kind.unique)
            }
            for problem in problems[index] ?? [] { list.diagnostics.add(problem) }
        }
        list.diagnostics.add(unkept: unkept)
        return records
    }
}
