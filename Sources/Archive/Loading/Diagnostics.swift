import Foundations

/// Gathers the problems of a dataset while its files are decoded, and knows what they declare. Of one load, and confined
/// to it.
final class Diagnostics {
    /// So many problems are kept, the first ones; the others are counted. What nobody reads costs no memory.
    static let mostKept = 1_000
    /// So many known words are compared with what stands in a file, and the word that is compared last with all. A hint
    /// is not worth more: work must not grow with the problems times the words.
    private static let mostCompared = 2_000_000

    private(set) var problems: [DatasetProblem] = []
    /// How many problems there are, those that are not kept too.
    private(set) var count = 0
    var ids: DeclaredIDs
    /// How many known words were compared.
    private(set) var compared = 0
    /// The ids that were compared.
    private var spellings: [DeclaredIDs.Kind: Spellings] = [:]
    private var lists: Set<[String]> = []
    /// nil where the ids are compared elsewhere.
    private var declared: [DeclaredIDs.Kind: Set<String>]?

    /// `problems` are those of reading the files.
    init(_ ids: DeclaredIDs, problems: [DatasetProblem] = [], declares: Bool = true) {
        self.ids = ids
        declared = declares ? [:] : nil
        for problem in problems { add(problem) }
    }

    private var isFull: Bool { problems.count >= Diagnostics.mostKept }

    func add(_ problem: DatasetProblem) {
        count += 1
        if !isFull { problems.append(problem) }
    }

    /// Counts problems that were not kept where they were found.
    func add(unkept: Int) { count += unkept }

    /// The list that was shared first of those that are equal: what a million records repeat stands in memory once.
    func shared(_ ids: [String]) -> [String] { lists.insert(ids).memberAfterInsert }

    func add(
        _ kind: DatasetProblem.Kind, at path: Path, expected: @autoclosure () -> String,
        found: @autoclosure () -> String
    ) {
        count += 1
        guard !isFull else { return }
        problems.append(
            DatasetProblem(file: path.file, pointer: path.pointer, kind: kind, expected: expected(), found: found()))
    }

    /// The nearest of the known words; nil for none, and where enough was compared.
    package func nearest(to word: String, in known: some Collection<String>) -> String? {
        guard compared < Diagnostics.mostCompared else { return nil }
        compared += known.count
        return Foundations.nearest(to: word, in: known)
    }

    /// The nearest of the ids of a kind.
    package func nearest(_ kind: DeclaredIDs.Kind, to id: String) -> String? {
        guard compared < Diagnostics.mostCompared else { return nil }
        let known = spellings[kind] ?? Spellings(ids.sorted(kind))
        spellings[kind] = known
        compared += known.words.count
        return known.nearest(to: id)
    }

    /// Whether the id is the first of its kind.
    func declare(_ id: String, as kind: DeclaredIDs.Kind) -> Bool {
        declared?[kind, default: []].insert(id).inserted ?? true
    }
}
