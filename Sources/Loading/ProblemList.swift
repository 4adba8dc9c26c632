/// The problems, or the warnings, of a dataset: the first of them in words, any more only as a number, since nobody would
/// read them.
package struct ProblemList: Hashable, Sendable {
    /// The number of problems that are kept.
    static let mostKept = 1_000

    package private(set) var problems: [DatasetProblem]
    /// The number of further problems.
    package private(set) var more: Int

    package init(_ problems: [DatasetProblem] = [], more: Int = 0) {
        self.problems = problems
        self.more = more
    }

    /// The number of all problems.
    package var count: Int { problems.count + more }

    /// One line per problem, and a last one with the number of further problems, if any.
    package var lines: [String] {
        problems.map(\.description) + (more > 0 ? ["and \(more.grouped) more"] : [])
    }

    /// Adds a problem, which is put into words only if it is kept.
    mutating func add(_ problem: @autoclosure () -> DatasetProblem) {
        if problems.count < ProblemList.mostKept { problems.append(problem()) } else { more += 1 }
    }

    /// Adds a problem that is kept in any case.
    mutating func add(first problem: DatasetProblem) {
        problems.insert(problem, at: 0)
        guard problems.count > ProblemList.mostKept else { return }
        problems.removeLast()
        more += 1
    }

    /// Counts problems that were not kept where they were found.
    mutating func add(unkept: Int) { more += unkept }

    /// Returns the same problems in the order of the named files.
    func sorted(by files: [String]) -> ProblemList {
        let byFile = Dictionary(grouping: problems, by: \.file)
        return ProblemList(files.flatMap { byFile[$0] ?? [] }, more: more)
    }
}
