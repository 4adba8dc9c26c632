package import Evidence
import Foundations
package import Loading

/// What `akistata validate` says of the versions in a folder, for people, programs and the services that show problems beside
/// the lines of a change.
package struct ProblemReport {
    /// How it is told.
    package enum Format: String, CaseIterable {
        case text, json, github, sarif
    }

    /// What was found in a version.
    package struct Outcome {
        /// The folder of its files, as the user named it.
        package let folder: String
        /// The id, version and number of records by kind; nil if it is no dataset that can be served.
        package let loaded: LoadedDataset?
        package let problems, warnings: ProblemList

        package init(_ folder: String, _ loaded: LoadedDataset) {
            self.init(folder, loaded, ProblemList(), loaded.warnings)
        }

        package init(_ folder: String, _ error: DatasetError) {
            self.init(folder, nil, error.list, error.warnings)
        }

        /// Reads the current version in a folder. A strict reader takes warnings for problems.
        package init(reading folder: String, isStrict: Bool) {
            do throws(DatasetError) {
                let loaded = try Loader.load(directory: folder)
                if isStrict, loaded.warnings.count > 0 { throw DatasetError(loaded.warnings) }
                self.init(folder, loaded)
            } catch {
                self.init(folder, error)
            }
        }

        private init(_ folder: String, _ loaded: LoadedDataset?, _ problems: ProblemList, _ warnings: ProblemList) {
            self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
            self.loaded = loaded
            self.problems = problems
            self.warnings = warnings
        }

        /// The same, with the lines and columns of problems and warnings. Who only counts them need not read the files again.
        package var placed: Outcome {
            Outcome(folder, loaded, problems.placed(in: folder), warnings.placed(in: folder))
        }

        package var isValid: Bool { problems.count == 0 }

        /// The same, with a problem if the current version does not know it.
        package func asEarlier(than current: Dataset) -> Outcome {
            guard let identity = loaded?.dataset.identity else { return self }
            if identity.id != current.identity.id {
                return refused("/id", expected: "the dataset \(current.identity.id)", found: identity.id)
            }
            let isNamed = current.changes.contains { $0.version == identity.version }
            let expected = "a version named in changes.json of \(current.identity.version)"
            return isNamed ? self : refused("/version", expected: expected, found: identity.version)
        }

        private func refused(_ pointer: String, expected: String, found: String) -> Outcome {
            let problem = DatasetProblem.ofIdentity(pointer, expected: expected, found: found)
            return Outcome(folder, loaded, ProblemList([problem]), warnings)
        }
    }

    private let outcomes: [Outcome]

    package init(_ outcomes: [Outcome]) { self.outcomes = outcomes.map(\.placed) }

    /// The levels of GitHub and SARIF.
    enum Level: String {
        case error, warning
    }

    typealias Finding = (folder: String, level: Level, problem: DatasetProblem)

    var findings: [Finding] {
        outcomes.flatMap { outcome in
            outcome.problems.problems.map { (outcome.folder, .error, $0) }
                + outcome.warnings.problems.map { (outcome.folder, .warning, $0) }
        }
    }

    /// One command of a workflow a line (GitHub's `::error`), without what GitHub would take for the end of a member.
    package var github: String {
        findings.map { finding in
            let position = finding.problem.position
            let place = position.map { ",line=\($0.line),col=\($0.column)" } ?? ""
            let file = ProblemReport.escapedMember("\(finding.folder)/\(finding.problem.file)")
            let message = ProblemReport.escaped("\(finding.problem.message) (\(finding.problem.pointer))")
            return "::\(finding.level.rawValue) file=\(file)\(place)::\(message)\n"
        }
        .joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func escapedMember(_ text: String) -> String {
        escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    /// All of it as JSON.
    package var json: [UInt8] {
        var text = JSONText()
        text.object { text in
            text.key("valid")
            text.raw("\(outcomes.allSatisfy(\.isValid))".utf8)
            text.key("versions")
            text.array(outcomes) { text, outcome in
                text.object { text in
                    text.member("folder", outcome.folder)
                    text.member("dataset", outcome.loaded?.dataset.identity.id)
                    text.member("version", outcome.loaded?.dataset.identity.version)
                    ProblemReport.write(outcome.problems, as: "problems", to: &text)
                    ProblemReport.write(outcome.warnings, as: "warnings", to: &text)
                }
            }
        }
        return PrettyJSON.format(text.bytes)
    }

    private static func write(_ list: ProblemList, as name: String, to text: inout JSONText) {
        text.key(name)
        text.array(list.problems) { text, problem in
            text.object { text in
                text.member("file", problem.file)
                if let position = problem.position {
                    text.member("line", position.line)
                    text.member("column", position.column)
                }
                text.member("pointer", problem.pointer)
                text.member("kind", problem.kind.rawValue)
                text.member("expected", problem.expected)
                text.member("found", problem.found)
            }
        }
        if list.more > 0 { text.member("more\(name.prefix(1).uppercased())\(name.dropFirst())", list.more) }
    }
}
