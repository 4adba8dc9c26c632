import Foundations

/// Collects the problems and warnings of a dataset while its files are decoded, and knows the ids that they declare. It
/// serves a single load and is confined to it.
final class Diagnostics {
    /// The number of comparisons with known words after which no more hints are given (the last word is still compared
    /// with all): the cost must not grow with problems times words.
    private static let mostCompared = 2_000_000

    private(set) var list = ProblemList()
    private(set) var warnings = ProblemList()
    var ids: DeclaredIDs
    /// What the texts decoded so far lack in the languages of the dataset, which is no problem.
    var translations = Translations()
    /// The number of characters of the formulas read so far.
    var formulaCharacters = 0
    /// The number of known words compared so far.
    private(set) var compared = 0
    /// The ids of each kind, prepared for comparison.
    private var spellings: [DeclaredIDs.Kind: Spellings] = [:]
    private var lists: Set<[String]> = []
    /// The ids declared so far; nil if repeated ids are detected elsewhere.
    private var declared: [DeclaredIDs.Kind: Set<String>]?

    init(_ ids: DeclaredIDs, declares: Bool = true) {
        self.ids = ids
        declared = declares ? [:] : nil
    }

    /// The problems that are kept.
    var problems: [DatasetProblem] { list.problems }

    /// The number of all problems, including those not kept.
    var count: Int { list.count }

    /// Adds a problem or warning that was found elsewhere.
    func add(_ problem: DatasetProblem) {
        if problem.kind == .warning { warnings.add(problem) } else { list.add(problem) }
    }

    /// Adds the problem of a file that cannot be read: whatever else is wrong, it is told.
    func add(unreadable problem: DatasetProblem) { list.add(first: problem) }

    /// Counts problems and warnings that were not kept where they were found.
    func add(unkept: Int, warnings: Int) {
        list.add(unkept: unkept)
        self.warnings.add(unkept: warnings)
    }

    /// The longest list that is expected to be repeated.
    private static let longestShared = 16

    /// Returns the first list passed here that equals `ids`, so that what a million records repeat is in memory only
    /// once.
    func shared(_ ids: [String]) -> [String] {
        ids.count > Diagnostics.longestShared ? ids : lists.insert(ids).memberAfterInsert
    }

    func add(
        _ kind: DatasetProblem.Kind, at path: Path, isOfName: Bool = false, expected: @autoclosure () -> String,
        found: @autoclosure () -> String
    ) {
        list.add(
            DatasetProblem(
                file: path.file, pointer: path.pointer, kind: kind, expected: expected(), found: found(),
                isOfName: isOfName))
    }

    /// Adds a warning: the dataset can be served with it.
    func warn(at path: Path, expected: @autoclosure () -> String, found: @autoclosure () -> String) {
        warnings.add(
            DatasetProblem(
                file: path.file, pointer: path.pointer, kind: .warning, expected: expected(), found: found()))
    }

    /// Returns the known word closest to `word`; nil if none is close, or if there have been enough comparisons.
    package func nearest(to word: String, in known: some Collection<String>) -> String? {
        guard compared < Diagnostics.mostCompared else { return nil }
        compared += known.count
        return Foundations.nearest(to: word, in: known)
    }

    /// The number of ids up to which all of them are named.
    private static let fewIDs = 12

    /// Returns the id of a kind that is closest to `id`, or else all of them where they are few, for the end of a sentence.
    func hint(_ kind: DeclaredIDs.Kind, for id: String) -> String {
        guard compared < Diagnostics.mostCompared else { return "" }
        let known = spellings[kind] ?? Spellings(ids.sorted(kind))
        spellings[kind] = known
        compared += known.words.count
        if let nearest = known.nearest(to: id) { return Hint.aside(nearest) }
        let isFew = (1...Diagnostics.fewIDs).contains(known.words.count)
        return isFew ? ": " + known.words.joined(separator: ", ") : ""
    }

    /// Declares an id. Returns false if its kind already has it.
    func declare(_ id: String, as kind: DeclaredIDs.Kind) -> Bool {
        declared?[kind, default: []].insert(id).inserted ?? true
    }
}
