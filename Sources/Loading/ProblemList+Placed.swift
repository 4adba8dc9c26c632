import Foundations

extension ProblemList {
    /// Returns the problems with their lines and columns in the current version of a folder. Reads the files anew: what only a
    /// report needs, no load keeps.
    package func placed(in directory: String) -> ProblemList {
        let folder = DatasetFolder(directory).current
        let positions = Dictionary(grouping: problems, by: \.file).mapValues { problems in
            (try? FileBytes.read("\(folder)/\(problems[0].file)")).map { ProblemList.positions(of: problems, in: $0) }
        }
        return ProblemList(
            problems.map { problem in
                var placed = problem
                placed.position = positions[problem.file]??[problem]
                return placed
            }, more: more)
    }

    private static func positions(of problems: [DatasetProblem], in bytes: [UInt8]) -> [DatasetProblem: TextPosition] {
        if let error = JSONReader.firstError(in: bytes) {
            return Dictionary(problems.map { ($0, error.position) }) { first, _ in first }
        }
        let places = JSONPlaces.find(Set(problems.map(\.pointer)), in: bytes)
        let offsets = problems.compactMap { problem in
            places[problem.pointer].map { (problem, problem.isOfName ? $0.name : $0.value) }
        }
        .sorted { $0.1 < $1.1 }
        let positions = TextPosition.all(of: offsets.map(\.1), in: bytes)
        return Dictionary(zip(offsets.map(\.0), positions)) { first, _ in first }
    }
}
