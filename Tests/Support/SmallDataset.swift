package import Archive
package import Loading
import Evidence
import Foundation
import Wording

/// A valid dataset with hardly more than one of each kind of record and relation, for tests that break it. Others ask that of
/// ``Service/river``.
package struct SmallDataset {
    /// The text of each file by its name.
    package private(set) var files = [
        "dataset.json": """
        {"$schema": "../../schemas/dataset.json", "id": "river", "version": "1.0.0", "released": "2026-11-23",
         "title": {"en": "A river in flood", "lt": "Upės potvynis"},
         "description": {"en": "How many houses stood under water.", "lt": "Kiek namų buvo užlieta."},
         "licence": {"id": "CC-BY-4.0", "URL": "https://creativecommons.org/licenses/by/4.0/"},
         "attribution": {"en": "The river", "lt": "Upė"}, "period": "1931-04/1931-05", "mainSource": "chronicle",
         "vocabularies": {
          "categories": [{"id": "flood", "label": {"en": "Flood", "lt": "Potvynis"}},
                         {"id": "relief", "label": {"en": "Relief", "lt": "Pagalba"}}],
          "measures": [{"id": "flooded", "label": {"en": "Flooded", "lt": "Užlieti"}}],
          "populations": [{"id": "houses", "label": {"en": "Houses", "lt": "Namai"},
                           "note": {"en": "With people in them.", "lt": "Gyvenamieji."}}],
          "units": [{"id": "count", "label": {"en": "houses", "lt": "namai"}, "kind": "count"},
                    {"id": "boats", "label": {"en": "boats", "lt": "valtys"}, "kind": "count"},
                    {"id": "percent", "label": {"en": "per cent", "lt": "procentai"}, "kind": "percentage"}],
          "actors": [{"id": "town", "label": {"en": "The town", "lt": "Miestas"}}],
          "places": [{"id": "bank", "label": {"en": "The left bank", "lt": "Kairysis krantas"}}],
          "terms": [{"id": "crest", "label": {"en": "Crest", "lt": "Ketera"},
                     "note": {"en": "Where a wave is tallest.", "lt": "Bangos viršus."},
                     "forms": {"en": ["crest*", "tallest wave*"]}}]}}
        """,
        "sources.json": """
        {"$schema": "../../schemas/sources.json", "sources": [
         {"id": "chronicle", "type": "book", "title": "Upės kronika", "language": "lt",
          "translatedTitle": {"en": "Chronicle of the river", "lt": "Upės kronika"},
          "author": [{"family": "Upė", "given": "Ona"}, {"literal": "The town"}],
          "issued": {"date-parts": [[1932, 2, 28]]}, "container-title": "Kronikos", "volume": "1", "issue": "2",
          "publisher": "Miestas", "URL": "https://example.org/chronicle",
          "licence": {"id": "CC-BY-4.0", "URL": "https://creativecommons.org/licenses/by/4.0/"},
          "independence": {"kind": "main", "of": [], "statement": {"en": "The main one.", "lt": "Pagrindinis."}},
          "access": {"en": "Read whole.", "lt": "Skaityta visa."}, "sentences": [3, 2],
          "note": {"en": "Counted by full stops.", "lt": "Skaičiuota pagal taškus."},
          "citations": [{"source": "gazette", "printed": ["Chronicle"]}],
          "translations": [{"printed": "per 1 100", "text": {"en": "more than 1,100", "lt": "per 1 100"}}]},
         {"id": "gazette", "type": "article-newspaper", "title": "Gazette", "language": "en",
          "independence": {"kind": "citing", "of": ["chronicle"], "statement": {"en": "Cites it.", "lt": "Cituoja."}},
          "access": {"en": "Excerpts.", "lt": "Ištraukos."}}]}
        """,
        "statistics.json": """
        {"$schema": "../../schemas/statistics.json", "statistics": [
         {"id": "left", "title": {"en": "Left bank", "lt": "Kairysis krantas"}, "measure": "flooded",
          "population": "houses", "unit": "count", "period": "1931-04",
          "claims": [{"id": "left-main", "source": "chronicle", "value": 1100, "precision": 100, "qualifier": "stated",
                      "printed": "1,100", "attribution": "main", "rank": "preferred",
                      "locator": {"paragraph": 1, "sentence": 2}},
                     {"id": "left-other", "source": "gazette", "value": 1300, "qualifier": "about",
                      "printed": "some 1 300", "attribution": "other-data", "rank": "normal"}]},
         {"id": "right", "title": {"en": "Right bank", "lt": "Dešinysis krantas"}, "measure": "flooded",
          "population": "houses", "unit": "count", "period": "1931-04",
          "note": {"en": "With the island.", "lt": "Su sala."},
          "citations": [{"source": "chronicle", "locator": {"paragraph": 2, "sentence": 1}, "printed": ["April"]}],
          "claims": [{"id": "right-main", "source": "chronicle", "value": 801, "qualifier": "stated",
                      "printed": "801", "attribution": "main", "rank": "normal",
                      "locator": {"paragraph": 1, "sentence": 2}}]},
         {"id": "both", "title": {"en": "Both banks", "lt": "Abu krantai"}, "measure": "flooded",
          "population": "houses", "unit": "count", "period": "1931-04",
          "claims": [{"id": "both-main", "source": "chronicle", "value": 2001, "qualifier": "stated",
                      "printed": "2 001", "attribution": "main", "rank": "normal",
                      "locator": {"paragraph": 1, "sentence": 3}}]},
         {"id": "drowned", "title": {"en": "Drowned", "lt": "Žuvę"}, "measure": "flooded",
          "population": "houses", "unit": "count", "period": "../1931-05",
          "claims": [{"id": "drowned-main", "source": "chronicle", "value": null, "qualifier": "unknown",
                      "printed": "nobody knows", "attribution": "estimate", "rank": "normal",
                      "note": {"en": "Says so.", "lt": "Taip sako."}, "locator": {"paragraph": 2, "sentence": 2}}]},
         {"id": "share", "title": {"en": "Share", "lt": "Dalis"}, "measure": "flooded",
          "population": "houses", "unit": "percent", "period": "1931-04",
          "claims": [{"id": "share-main", "source": "chronicle", "value": 7.5, "qualifier": "stated",
                      "printed": "7.50", "attribution": "main", "rank": "normal",
                      "locator": {"paragraph": 2, "sentence": 2}}]},
         {"id": "boats", "title": {"en": "Boats", "lt": "Valtys"}, "measure": "flooded",
          "population": "houses", "unit": "boats", "period": "1931-04",
          "claims": [{"id": "boats-main", "source": "gazette", "value": 40, "qualifier": "at-least",
                      "printed": "forty", "attribution": "official-data", "rank": "deprecated"}]}]}
        """,
        "events.json": """
        {"$schema": "../../schemas/events.json", "events": [
         {"id": "flood", "title": {"en": "The flood", "lt": "Potvynis"},
          "summary": {"en": "The river rose.", "lt": "Upė pakilo."}, "date": "1931-04-10/1931-05", "category": "flood",
          "actors": ["town"], "places": ["bank"], "statistics": ["left", "right"],
          "citations": [{"source": "chronicle", "locator": {"paragraph": 1, "sentence": 1}, "printed": ["10 April"]}]},
         {"id": "relief", "title": {"en": "Relief comes", "lt": "Atvyksta pagalba"},
          "summary": {"en": "Boats came.", "lt": "Atplaukė valtys."}, "date": "1931-04-12", "category": "relief",
          "actors": [], "places": [], "statistics": ["boats"],
          "citations": [{"source": "gazette", "locator": {"article": "2"}, "printed": ["boats", "12 April"]}]}]}
        """,
        "relations.json": """
        {"$schema": "../../schemas/relations.json", "relations": [
         {"id": "left-claims", "kind": "same", "statistic": "left", "title": {"en": "Left", "lt": "Kairė"},
          "explanation": {"en": "Rounded.", "lt": "Suapvalinta."}, "question": {"en": "Why?", "lt": "Kodėl?"}},
         {"id": "banks", "kind": "sum", "parts": ["left", "right"], "whole": ["both"],
          "title": {"en": "The banks", "lt": "Krantai"}, "explanation": {"en": "Others.", "lt": "Kiti."},
          "question": {"en": "Which?", "lt": "Kuris?"}},
         {"id": "left-of-both", "kind": "part", "parts": ["left"], "whole": ["both"],
          "title": {"en": "Part", "lt": "Dalis"},
          "citations": [{"source": "gazette", "printed": ["both"]}]},
         {"id": "right-to-both", "kind": "cumulative", "earlier": ["right"], "later": ["both"],
          "title": {"en": "Later", "lt": "Vėliau"}},
         {"id": "share-of-both", "kind": "share", "share": "share", "base": ["both"], "count": ["right"],
          "title": {"en": "Share", "lt": "Dalis"}, "explanation": {"en": "Not the same.", "lt": "Ne tie patys."},
          "question": {"en": "Who?", "lt": "Kas?"},
          "comparability": {"differs": "population", "reason": {"en": "Others.", "lt": "Kiti."}}},
         {"id": "relief-in-flood", "kind": "within", "inner": {"event": "relief"}, "outer": {"event": "flood"},
          "bound": "both", "title": {"en": "In time", "lt": "Laiku"}},
         {"id": "left-in-flood", "kind": "within", "inner": {"statistic": "right"}, "outer": {"event": "flood"},
          "bound": "end", "title": {"en": "In time", "lt": "Laiku"}},
         {"id": "words", "kind": "editorial", "conflict": "textual", "verdict": "tension", "statistics": ["drowned"],
          "title": {"en": "Words", "lt": "Žodžiai"}, "explanation": {"en": "They differ.", "lt": "Jie skiriasi."},
          "question": {"en": "How?", "lt": "Kaip?"},
          "sides": [{"statement": {"en": "Many.", "lt": "Daug."},
                     "citations": [{"source": "gazette", "printed": ["many"]}]},
                    {"statement": {"en": "None.", "lt": "Nė vieno."},
                     "citations": [{"source": "chronicle", "locator": {"paragraph": 2, "sentence": 2},
                                    "printed": ["none"]}]}]}]}
        """,
        "changes.json": """
        {"$schema": "../../schemas/changes.json", "changes": [
         {"version": "1.0.0", "date": "2026-11-23", "summary": {"en": "The boats.", "lt": "Valtys."},
          "added": [{"kind": "events", "id": "relief"}, {"kind": "claims", "id": "left-other"}],
          "removed": [{"kind": "statistics", "id": "left-and-right"}]},
         {"version": "0.10.0", "date": "2026-11-22", "summary": {"en": "More sources.", "lt": "Daugiau šaltinių."},
          "added": [{"kind": "sources", "id": "gazette"}, {"kind": "statistics", "id": "left-and-right"}],
          "changed": [{"kind": "relations", "id": "words"}]},
         {"version": "0.9.0", "date": "2026-11-22", "summary": {"en": "First.", "lt": "Pirma."}}]}
        """,
    ]

    /// The dataset as it is.
    package init() {}

    /// Replaces the one place where `old` stands; nil when it does not stand exactly once.
    package func replacing(_ old: String, with new: String, in file: String) -> SmallDataset? {
        guard let parts = files[file]?.components(separatedBy: old), parts.count == 2 else { return nil }
        var copy = self
        copy.files[file] = parts.joined(separator: new)
        return copy
    }

    package func replacing(_ file: String, with text: String?) -> SmallDataset {
        var copy = self
        copy.files[file] = text
        return copy
    }

    /// The same in these languages. A text in one that it has no words in is the English one, with the tag before it.
    package func told(in languages: [String]) -> SmallDataset {
        var copy = self
        copy.files = files.mapValues { text in
            text.replacing(/\{"en": "((?:[^"\\]|\\.)*)",\s*"lt": "((?:[^"\\]|\\.)*)"\}/) { match in
                let texts = languages.map { language in
                    let own = language == "en" ? match.1 : language == "lt" ? match.2 : "\(language): \(match.1)"
                    return "\"\(language)\": \"\(own)\""
                }
                return "{" + texts.joined(separator: ", ") + "}"
            }.replacing("\"released\"", with: "\"languages\": \(languages), \"released\"")
                .replacing("\"forms\": {\"en\"", with: "\"forms\": {\"\(languages.first ?? "en")\"")
        }
        return copy
    }

    /// Loads it from a folder that is there only meanwhile.
    package func load() throws -> Snapshot {
        let folder = FileManager.default.temporaryDirectory.appending(path: "small-dataset-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try Snapshot.load(directory: folder.path)
    }

    /// Its warnings when it loads.
    package func warnings() throws -> ProblemList {
        try Loader.load { name in
            guard let text = files[name] else { throw CocoaError(.fileReadNoSuchFile) }
            return Array(text.utf8)
        }.warnings
    }

    /// Its problems when the events are decoded in batches of so many bytes.
    package func problems(batch: Int) throws -> [DatasetProblem] {
        do {
            _ = try Snapshot.load(batch: batch) { name in
                guard let text = files[name] else { throw CocoaError(.fileReadNoSuchFile) }
                return Array(text.utf8)
            }
            return []
        } catch {
            return error.problems
        }
    }

    /// Its problems; none when it loads.
    package func problems() throws -> [DatasetProblem] {
        do {
            _ = try load()
            return []
        } catch let error as DatasetError {
            return error.problems
        }
    }
}
