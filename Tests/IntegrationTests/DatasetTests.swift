import Foundation
import Testing

@Suite("Validating and checking a dataset")
struct DatasetTests {
    @Test("Ours is valid")
    func valid() throws {
        let run = try Program.run(["validate"])
        #expect(run.exit == .code(0))
        #expect(run.output.hasPrefix("lithuania-1944-1945 1.1.0 is valid: "))
        #expect(run.errors.isEmpty)
    }

    @Test("A warning is printed and counted, and is a problem only where that is asked for")
    func warned() throws {
        let copy = try DatasetCopy()
        try copy.replace("\"disjoint\": true", with: "\"disjoint\": false", in: "relations.json")
        let run = try Program.run(["validate", "--data", copy.path])
        #expect(run.exit == .code(0))
        #expect(run.errors.hasPrefix("akistata: \(copy.path): the dataset has 1 warning\n  relations.json:"))
        let strict = try Program.run(["validate", "--strict", "--data", copy.path])
        #expect(strict.exit == .code(1))
        #expect(strict.output.isEmpty)
        #expect(
            strict.errors.hasPrefix(
                "akistata: \(copy.path) is not a valid dataset: 1 problem\n  relations.json:"))
        let check = try Program.run(["check", "--data", copy.path])
        #expect(check.exit == .code(0))
        #expect(check.errors == "akistata: the dataset has 1 warning; akistata validate lists them\n")
    }

    @Test(
        "Every version in the folder is looked at; one of another dataset, or that the changes do not name, is a problem"
    )
    func versions() throws {
        let copy = try DatasetCopy(at: "dataset/1.0.0")
        let folder = copy.url.deletingLastPathComponent()
        let validate = { try Program.run(["validate", "--data", folder.path]) }
        let older = folder.appending(path: "0.9.0")
        try FileManager.default.copyItem(at: copy.url, to: older)
        let wrong = try validate()
        #expect(wrong.exit == .code(1))
        #expect(wrong.output.hasPrefix("river-in-flood 1.0.0 is valid: "))
        #expect(
            wrong.errors.contains(" #/version: expected the version for which the folder is named, 0.9.0"))
        // As it was when it was released.
        let write = { (text: String, file: String) in try Data(text.utf8).write(to: older.appending(path: file)) }
        let dataset = try String(contentsOf: older.appending(path: "dataset.json"), encoding: .utf8)
        let released = dataset.replacing(
            "\"version\": \"1.0.0\", \"released\": \"2026-11-23\"",
            with: "\"version\": \"0.9.0\", \"released\": \"2026-11-20\"")
        try write(released, "dataset.json")
        try write(
            #"{"changes": [{"version": "0.9.0", "date": "2026-11-20", "summary": {"en": "First.", "lt": "Pirma."}}]}"#,
            "changes.json")
        let right = try validate()
        #expect(right.exit == .code(0))
        #expect(
            right.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == [
                "river-in-flood 1.0.0 is valid", "river-in-flood 0.9.0 is valid",
            ])
        try write(released.replacing("\"id\": \"river-in-flood\"", with: "\"id\": \"lake\""), "dataset.json")
        let other = try validate()
        #expect(other.exit == .code(1))
        #expect(other.errors.contains(" #/id: expected the dataset river-in-flood, found lake\n"))
        try write(released.replacing("0.9.0", with: "0.8.0"), "dataset.json")
        try write(
            #"{"changes": [{"version": "0.8.0", "date": "2026-11-20", "summary": {"en": "First.", "lt": "Pirma."}}]}"#,
            "changes.json")
        try FileManager.default.moveItem(at: older, to: folder.appending(path: "0.8.0"))
        #expect(
            try validate().errors.contains(" #/version: expected a version named in changes.json of 1.0.0, found 0.8.0")
        )
    }

    /// What is done to a copy, and the places that are found to be wrong.
    struct Damage: CustomTestStringConvertible {
        let testDescription: String
        let pointers: [String]
        let make: @Sendable (DatasetCopy) throws -> Void

        init(_ what: String, _ pointers: String..., make: @escaping @Sendable (DatasetCopy) throws -> Void) {
            testDescription = what
            self.pointers = pointers
            self.make = make
        }

        static let all = [
            Damage("A file left out", "events.json#") { try $0.remove("events.json") },
            Damage("A file cut off", "sources.json#") {
                try $0.replace("\"sources\": [", with: "\"sources\": ", in: "sources.json")
            },
            Damage("A figure as text", "statistics.json#/statistics/4/claims/0/value") {
                try $0.replace("\"value\": 1200", with: "\"value\": \"1200\"", in: "statistics.json")
            },
            Damage("No such day", "events.json#/events/0/date") {
                try $0.replace("\"1907-10-18\"", with: "\"1907-02-30\"", in: "events.json")
            },
            Damage(
                "Three at once", "sources.json#/sources/0/type", "statistics.json#/statistics/4/claims/0/value",
                "events.json#/events/0/date"
            ) {
                try $0.replace("\"book\"", with: "\"bok\"", in: "sources.json")
                try $0.replace("\"value\": 1200", with: "\"value\": -1200", in: "statistics.json")
                try $0.replace("\"1907-10-18\"", with: "\"18 October 1907\"", in: "events.json")
            },
        ]
    }

    @Test("A broken one is exit code 1 and every problem with its place", arguments: Damage.all)
    func broken(damage: Damage) throws {
        let copy = try DatasetCopy()
        try damage.make(copy)
        let run = try Program.run(["validate", "--data", copy.path])
        #expect(run.exit == .code(1))
        #expect(run.output.isEmpty)
        #expect(places(run.errors) == damage.pointers)
    }

    @Test(
        "For programs the problems are on standard output, and the exit code is the same",
        arguments: [
            ("json", #""pointer": "/events/0/date""#), ("github", "/events.json,line="), ("sarif", #""startLine": "#),
        ])
    func formats(format: String, found: String) throws {
        let copy = try DatasetCopy()
        let valid = try Program.run(["validate", "--data", copy.path, "--format", format])
        #expect(valid.exit == .code(0) && valid.errors.isEmpty && !valid.output.contains(found))
        try copy.replace("\"1907-10-18\"", with: "\"1907-02-30\"", in: "events.json")
        let broken = try Program.run(["validate", "--data", copy.path, "--format", format])
        #expect(broken.exit == .code(1) && broken.errors.isEmpty)
        #expect(broken.output.contains(found), "\(broken.output)")
    }

    @Test("A broken one is not served: the port is not even opened", arguments: Damage.all)
    func neverServed(damage: Damage) throws {
        let copy = try DatasetCopy()
        try damage.make(copy)
        // Who tried to open this port would complain of it instead.
        let other = try Akistata.with()
        let run = try Program.run(
            ["serve", "--host", "127.0.0.1", "--port", "\(other.port)", "--data", copy.path])
        #expect(run.exit == .code(1))
        #expect(run.output.isEmpty)
        #expect(places(run.errors) == damage.pointers)
    }

    @Test(
        "The report shows the arithmetic of what does not fit",
        arguments: [
            "1,200 + 801 = 2,001 ≠ 2,301", "345 + 25 = 370 > 361", "273 + 24 = 297 ≤ 361", "345 + 25 = 370 > 305",
            "273 ≠ 345", "24 ≠ 25",
        ])
    func report(arithmetic: String) throws {
        let run = try Program.run(["check", "--data", DatasetCopy.original.path])
        #expect(run.exit == .code(0))
        #expect(run.output.contains(arithmetic))
        #expect(run.errors.isEmpty)
    }

    @Test("The report speaks Lithuanian when asked to")
    func lithuanian() throws {
        let run = try Program.run(["check", "--lang", "lt", "--data", DatasetCopy.original.path])
        #expect(run.exit == .code(0))
        #expect(run.output.hasPrefix("Upės potvynis"))
        #expect(run.output.contains("2\u{A0}301"))
        #expect(!run.output.contains("2,301 "))
    }

    @Test("The report has no colour in a file or a pipe")
    func pipe() throws {
        #expect(try !Program.run(["check"], environment: ["TERM": "xterm"]).output.contains("\u{1B}"))
    }

    @Test(
        "The report has colour on a terminal unless it is unwanted",
        arguments: [
            (["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "dumb"], false),
        ])
    func terminal(environment: [String: String], isColoured: Bool) throws {
        let program = try Program(
            ["check", "--data", DatasetCopy.original.path], environment: environment, terminal: try Terminal())
        let output = program.rest()
        #expect(try program.wait() == .code(0))
        #expect(output.contains("2,001"))
        #expect(output.contains("\u{1B}[1;31mcontradiction\u{1B}[0m") == isColoured)
        #expect(output.contains("\u{1B}") == isColoured)
    }

    /// File and pointer of each problem, without line and column.
    private func places(_ errors: String) -> [String] {
        errors.split(separator: "\n").filter { $0.hasPrefix("  ") }
            .compactMap { $0.dropFirst(2).components(separatedBy: ": ").first?.replacing(/:\d+:\d+\s/, with: "") }
    }
}
