package import Archive
import Foundation

/// The small dataset in `River` as one of several versions: it is version 1.0.0, beside 1.1.0, where a statistic has another
/// title; 0.9.0 was withdrawn, and 0.8.0 is not kept.
package enum RiverVersions {
    /// Version 1.1.0.
    package static func current() throws -> Snapshot {
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
                            {"version": "0.8.0", "date": "2026-11-19", "summary": {"en": "A draft.", "lt": "Juodraštis."}}
                            """)
                default: text
                }
            return Array(changed.utf8)
        }
    }

    /// Version 1.0.0, as it is kept; `loaded` is called whenever it is loaded.
    package static func kept(loaded: @escaping @Sendable () -> Void = {}) -> KeptVersion {
        KeptVersion("1.0.0", bytes: 1) {
            loaded()
            return try? Snapshot.load(directory: Service.river.path)
        }
    }

    /// Version 1.1.0 with the other one beside it.
    package static func service(hasPages: Bool = false) throws -> Service {
        try Service(hasPages: hasPages, snapshot: current(), kept: [kept()])
    }
}
