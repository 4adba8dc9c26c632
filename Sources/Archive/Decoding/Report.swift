/// Gathers the problems of a dataset while its files are decoded, and knows what they declare. Of one load, and confined
/// to it.
final class Report {
    private(set) var problems: [DatasetProblem]
    let outline: Outline
    private var declared: [Outline.Kind: Set<String>] = [:]

    /// `problems` are those of reading the files.
    init(_ outline: Outline, problems: [DatasetProblem]) {
        self.outline = outline
        self.problems = problems
    }

    func add(_ kind: DatasetProblem.Kind, at path: Path, expected: String, found: String) {
        problems.append(
            DatasetProblem(file: path.file, pointer: path.pointer, kind: kind, expected: expected, found: found))
    }

    /// Whether the id is the first of its kind.
    func declare(_ id: String, as kind: Outline.Kind) -> Bool {
        declared[kind, default: []].insert(id).inserted
    }
}
