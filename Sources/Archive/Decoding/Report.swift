/// Gathers the problems of a dataset while its files are decoded, and knows what they declare. Of one load, and confined
/// to it.
final class Report {
    private(set) var problems: [DatasetProblem]
    var outline: Outline
    private var lists: Set<[String]> = []
    /// nil where the ids are compared elsewhere.
    private var declared: [Outline.Kind: Set<String>]?

    /// `problems` are those of reading the files.
    init(_ outline: Outline, problems: [DatasetProblem] = [], declares: Bool = true) {
        self.outline = outline
        self.problems = problems
        declared = declares ? [:] : nil
    }

    func add(_ problem: DatasetProblem) { problems.append(problem) }

    /// The list that was shared first of those that are equal: what a million records repeat stands in memory once.
    func shared(_ ids: [String]) -> [String] { lists.insert(ids).memberAfterInsert }

    func add(_ kind: DatasetProblem.Kind, at path: Path, expected: String, found: String) {
        problems.append(
            DatasetProblem(file: path.file, pointer: path.pointer, kind: kind, expected: expected, found: found))
    }

    /// Whether the id is the first of its kind.
    func declare(_ id: String, as kind: Outline.Kind) -> Bool {
        declared?[kind, default: []].insert(id).inserted ?? true
    }
}
