package import Archive
import Foundation

/// The small dataset in `River` as one of several versions: it is version 1.0.0, beside 1.1.0, where a statistic has another
/// title; 0.9.0 was withdrawn, and 0.8.0 is not kept.
package enum RiverVersions {
    private static let draft =
        "{\"version\": \"0.8.0\", \"date\": \"2026-11-19\", \"summary\": {\"en\": \"A draft.\", \"lt\": \"Juodraštis.\"}}"

    /// Version 1.1.0; `edit` changes the text of a file further.
    package static func current(
        edit: @escaping (_ name: String, _ text: String) -> String = { $1 }
    ) throws -> Snapshot {
        let changes = """
            "changes": [
              {"version": "1.1.0", "date": "2026-11-27", "summary": {"en": "Bags are named anew.", "lt": "Maišai pervadinti."},
               "changed": [{"kind": "statistics", "id": "sandbags-april"}]},
            """
        return try Snapshot.load { name in
            let text = try String(contentsOf: Service.river.appending(path: name), encoding: .utf8)
            let changed =
                switch name {
                case "dataset.json":
                    text.replacing(
                        "\"version\": \"1.0.0\", \"released\": \"2026-11-23\"",
                        with: "\"version\": \"1.1.0\", \"released\": \"2026-11-27\"")
                case "statistics.json":
                    text.replacing("Sandbags filled in April", with: "Bags filled with sand in April")
                case "changes.json":
                    text.replacing("\"changes\": [", with: changes).replacing(
                        "\"summary\": {\"en\": \"First.\", \"lt\": \"Pirma.\"}}",
                        with: """
                            "summary": {"en": "First.", "lt": "Pirma."},
                            "withdrawn": {"en": "Two figures were misread.", "lt": "Du skaičiai perskaityti klaidingai."}},
                            \(draft)
                            """)
                default: text
                }
            return Array(edit(name, changed).utf8)
        }
    }

    /// Version 1.0.0, as it is kept; `loaded` is called whenever it is loaded.
    package static func kept(loaded: @escaping @Sendable () -> Void = {}) -> KeptVersion {
        KeptVersion("1.0.0", bytes: 1) {
            loaded()
            return try? Snapshot.load(directory: Service.river.path)
        }
    }

    /// Version 1.2.0, which has neither the statistic `drowned` nor the relation `no-other-boats`, and where the sum of the
    /// flooded houses holds.
    package static func later() throws -> Snapshot {
        try current { name, text in
            switch name {
            case "dataset.json":
                text.replacing("\"version\": \"1.1.0\"", with: "\"version\": \"1.2.0\"")
                    .replacing("\"released\": \"2026-11-27\"", with: "\"released\": \"2026-11-28\"")
            case "events.json": text.replacing(", \"drowned\"]", with: "]")
            case "statistics.json":
                without("drowned", in: text).replacing("2301", with: "2001").replacing("2,301", with: "2,001")
            case "relations.json": without("no-other-boats", in: text)
            case "changes.json":
                text.replacing(
                    "\"changes\": [",
                    with: """
                        "changes": [
                          {"version": "1.2.0", "date": "2026-11-28",
                           "summary": {"en": "A sum is mended.", "lt": "Suma pataisyta."},
                           "changed": [{"kind": "statistics", "id": "flooded-both"}],
                           "removed": [{"kind": "statistics", "id": "drowned"}, {"kind": "claims", "id": "drowned-main"},
                             {"kind": "relations", "id": "no-other-boats"}]},
                        """)
            default: text
            }
        }
    }

    /// Returns the text of a file without a record, which begins a line and ends before the next that begins so, or the last.
    private static func without(_ id: String, in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isStart = { (line: Substring) in line.hasPrefix("    {\"id\": ") }
        guard let start = lines.firstIndex(where: { $0.hasPrefix("    {\"id\": \"\(id)\"") }),
            let end = lines[(start + 1)...].firstIndex(where: isStart)
        else { return text }
        lines.removeSubrange(start..<end)
        return lines.joined(separator: "\n")
    }

    /// Version 1.2.0 with the two others beside it.
    package static func history(hasPages: Bool = true) throws -> Service {
        let middle = KeptVersion("1.1.0", bytes: 1) { try? current() }
        // As 1.1.0, it knows of the draft.
        let first = KeptVersion("1.0.0", bytes: 1) {
            try? Snapshot.load { name in
                let text = try String(contentsOf: Service.river.appending(path: name), encoding: .utf8)
                let first = "\"summary\": {\"en\": \"First.\", \"lt\": \"Pirma.\"}}"
                return Array(text.replacing(first, with: first + ",\n\(draft)").utf8)
            }
        }
        return try Service(hasPages: hasPages, snapshot: later(), kept: [middle, first])
    }

    /// Version 1.1.0 with the other one beside it.
    package static func service(hasPages: Bool = false) throws -> Service {
        try Service(hasPages: hasPages, snapshot: current(), kept: [kept()])
    }
}
