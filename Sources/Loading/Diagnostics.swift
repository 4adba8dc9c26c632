import Foundations

/// Collects the problems of a dataset while its files are decoded, and knows the ids that they declare. It serves a
/// single load and is confined to it.
final class Diagnostics {
    /// The number of problems that are kept; any more are only counted, as nobody would read them.
    static let mostKept = 1_000
    /// The number of comparisons with known words after which no more hints are given (the last word is still compared
    /// with all): the cost must not grow with problems times words.
    private static let mostCompared = 2_000_000

    private(set) var problems: [DatasetProblem] = []
    /// The number of all problems, including those not kept.
    private(set) var count = 0
    var ids: DeclaredIDs
    /// The number of known words compared so far.
    private(set) var compared = 0
    /// The ids of each kind, prepared for comparison.
    private var spellings: [DeclaredIDs.Kind: Spellings] = [:]
    private var lists: Set<[String]> = []
    /// The ids declared so far; nil if repeated ids are detected elsewhere.
    private var declared: [DeclaredIDs.Kind: Set<String>]?

    /// Starts with the `problems` of reading the files.
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

    /// Returns the first list passed here that equals `ids`, so that what a million records repeat is in memory only
    /// once.
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

    /// Returns the known word closest to `word`; nil if none is close, or if there have been enough comparisons.
    package func nearest(to word: String, in known: some Collection<String>) -> String? {
        guard compared < Diagnostics.mostCompared else { return nil }
        compared += known.count
        return Foundations.nearest(to: word, in: known)
    }

    /// Returns the id of a kind that is closest to `id`.
    package func nearest(_ kind: DeclaredIDs.Kind, to id: String) -> String? {
        guard compared < Diagnostics.mostCompared else { return nil }
        let known = spellings[kind] ?? Spellings(ids.sorted(kind))
        spellings[kind] = known
        compared += known.words.count
        return known.nearest(to: id)
    }

    /// Declares an id. Returns false if its kind already has it.
    func declare(_ id: String, as kind: DeclaredIDs.Kind) -> Bool {
        declared?[kind, default: []].insert(id).inserted ?? true
    }
}
