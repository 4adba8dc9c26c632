package import Archive
package import Loading
import Foundation

/// A dataset of nothing but figures of three independent sources, which a test writes as JSON.
package struct FigureDataset: Sendable {
    /// The units that it has besides `count` and `percent`.
    package var units = ""
    package var statistics: [String]
    package var relations: [String]
    package var events: [String] = []
    /// The file `lessons.json`, if there is one.
    package var lessons: String?

    package init(units: String = "", statistics: [String], relations: [String] = []) {
        self.units = units
        self.statistics = statistics
        self.relations = relations
    }

    /// A statistic in a unit. Each claim is its members from the value to `printed`; they are of different sources.
    package static func statistic(_ id: String, in unit: String = "count", _ claims: String...) -> String {
        let list = zip(claims, ["atlas", "gazette", "ledger"]).map { claim, source in
            let qualifier = claim.contains("\"qualifier\"") ? "" : #""qualifier": "stated", "#
            return
                #"{"id": "\#(id)-\#(source)", "source": "\#(source)", \#(qualifier)\#(claim), "attribution": "main", "#
                + #""rank": "normal"}"#
        }
        return #"{"id": "\#(id)", "title": {"en": "\#(id)"}, "measure": "m", "population": "p", "unit": "\#(unit)", "#
            + #""period": "1931", "claims": [\#(list.joined(separator: ", "))]}"#
    }

    /// An event with dates that are given by the sources named before them.
    package static func event(_ id: String, _ dates: (source: String, date: String)...) -> String {
        let claims = dates.map { source, date in
            #"{"id": "\#(id)-\#(source)", "date": "\#(date)", "source": "\#(source)", "printed": "\#(date)", "#
                + #""attribution": "main", "rank": "normal"}"#
        }
        return #"{"id": "\#(id)", "title": {"en": "\#(id)"}, "summary": {"en": "It was."}, "category": "c", "#
            + #""actors": [], "places": [], "statistics": [], "claims": [\#(claims.joined(separator: ", "))]}"#
    }

    /// A relation, from its kind to its sides.
    package static func relation(_ id: String, _ members: String) -> String {
        #"{"id": "\#(id)", "title": {"en": "\#(id)"}, "explanation": {"en": "Counted twice."}, "#
            + #""question": {"en": "Why?"}, \#(members)}"#
    }

    private var files: [String: String] {
        let sources = ["atlas", "gazette", "ledger"].map { id in
            #"{"id": "\#(id)", "type": "book", "title": "\#(id)", "language": "en", "independence": {"kind": "#
                + #""independent", "of": [], "statement": {"en": "Its own."}}, "access": {"en": "Read whole."}}"#
        }
        let label = #""label": {"en": "Of them"}"#
        return [
            "dataset.json": """
            {"id": "figures", "version": "1.0.0", "released": "2026-11-23", "languages": ["en"],
             "title": {"en": "Figures"}, "description": {"en": "Figures alone."}, "attribution": {"en": "Nobody"},
             "licence": {"id": "CC-BY-4.0", "URL": "https://creativecommons.org/licenses/by/4.0/"}, "period": "1931",
             "mainSource": "atlas", "vocabularies": {"categories": [{"id": "c", \(label)}], "actors": [], "places": [],
              "measures": [{"id": "m", \(label)}], "populations": [{"id": "p", \(label)}],
              "units": [{"id": "count", \(label), "kind": "count"},
                        {"id": "percent", "label": {"en": "per cent"}, "kind": "percentage"}\(units)]}}
            """,
            "sources.json": #"{"sources": [\#(sources.joined(separator: ", "))]}"#,
            "statistics.json": #"{"statistics": [\#(statistics.joined(separator: ", "))]}"#,
            "events.json": #"{"events": [\#(events.joined(separator: ", "))]}"#,
            "relations.json": #"{"relations": [\#(relations.joined(separator: ", "))]}"#,
            "changes.json": #"""
            {"changes": [{"version": "1.0.0", "date": "2026-11-23", "summary": {"en": "First."}}]}
            """#,
        ]
    }

    package func load() throws(DatasetError) -> Snapshot {
        var files = files
        files["lessons.json"] = lessons
        let all = files
        return try Snapshot.load { name in
            guard let text = all[name] else { throw CocoaError(.fileReadNoSuchFile) }
            return Array(text.utf8)
        }
    }

    /// What was expected in place of what is wrong with it, by the pointer; none where it loads.
    package func problems() -> [String: String] {
        do {
            _ = try load()
            return [:]
        } catch {
            return Dictionary(error.problems.map { ($0.pointer, $0.expected) }) { first, _ in first }
        }
    }
}
