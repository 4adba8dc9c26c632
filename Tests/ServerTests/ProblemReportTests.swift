import Foundation
import Server
import TestSupport
import Testing

@Suite("The report of a dataset’s problems")
struct ProblemReportTests {
    /// The report of a folder, of whose events one has a misspelt member on a line of its own, and one no day.
    private func report(isStrict: Bool = false) throws -> (folder: String, report: ProblemReport) {
        let name = "50%, \(UUID().uuidString)"
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let broken = try #require(
            SmallDataset().replacing("\"1931-04-12\"", with: "\"12 April 1931\"", in: "events.json")?
                .replacing(
                    #""category": "relief""#, with: "\n  \"ą\": 1,\n  \"categorie\": \"relief\"", in: "events.json"))
        for (name, text) in broken.files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        // As it is typed with a completion.
        let outcome = ProblemReport.Outcome(reading: folder.path + "/", isStrict: isStrict)
        #expect(!outcome.isValid)
        return (folder.path, ProblemReport([outcome]))
    }

    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test("as JSON has each problem with its line, column and pointer, and says so where a dataset is valid")
    func json() throws {
        let object = try object(try report().report.json)
        #expect(object["valid"] as? Bool == false)
        let versions = try #require(object["versions"] as? [[String: Any]])
        let problems = try #require(versions.first?["problems"] as? [[String: Any]])
        let places = problems.map { problem in
            ["file", "line", "column", "pointer"].map { "\(problem[$0] ?? "")" }.joined(separator: " ")
        }
        #expect(
            places.map { $0.replacing(/events\.json \d+\s/, with: "") } == [
                "\(column("\"12 April 1931\"")) /events/1/date", "3 /events/1/ą", "3 /events/1/categorie",
            ])
        let lines = problems.compactMap { $0["line"] as? Int }
        #expect(lines.count == 3 && lines[2] == lines[1] + 1)
    }

    /// The column of a text in the line where it stands.
    private func column(_ text: String) -> Int {
        let broken =
            SmallDataset().replacing("\"1931-04-12\"", with: text, in: "events.json")?.files["events.json"] ?? ""
        let line = broken.split(separator: "\n").first { $0.contains(text) } ?? ""
        return line.ranges(of: text).first.map {
            line.unicodeScalars.distance(from: line.startIndex, to: $0.lowerBound) + 1
        } ?? 0
    }

    @Test("for GitHub has a command a line, with what ends a member escaped")
    func github() throws {
        let (folder, report) = try report()
        let lines = report.github.split(separator: "\n")
        let file = "\(folder)/events.json".replacing("%", with: "%25").replacing(",", with: "%2C")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasPrefix("::error file=\(file),line=") })
        #expect(lines[2].hasSuffix(#",col=3::expected the member "category", found "categorie" (/events/1/categorie)"#))
        #expect(lines[0].contains("“12 April 1931” is written 1931-04-12"))
    }

    @Test("as SARIF has the rules, and each problem with its region and the address of its file")
    func sarif() throws {
        let (folder, report) = try report()
        let object = try object(report.sarif(version: "1.2.3"))
        let run = try #require((object["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["version"] as? String == "1.2.3")
        let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 3)
        for result in results {
            #expect(rules.contains(result["ruleId"] as? String ?? ""))
            #expect(result["level"] as? String == "error")
            let place = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
            let address = (place?["artifactLocation"] as? [String: Any])?["uri"] as? String
            #expect(address.flatMap { URL(string: $0)?.path } == "\(folder)/events.json")
            #expect((place?["region"] as? [String: Any])?["startLine"] is Int)
        }
    }
}
