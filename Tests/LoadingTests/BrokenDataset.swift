import Evidence
import Testing

@testable import Foundations
@testable import Loading

/// The small dataset with one thing changed, and the one problem that this makes.
struct BrokenDataset: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let old: String
    let new: String
    let pointer: String
    let kind: DatasetProblem.Kind

    init(
        _ what: String, _ file: String, _ old: String, _ new: String, at pointer: String,
        _ kind: DatasetProblem.Kind = .meaning
    ) {
        testDescription = what
        self.file = file + ".json"
        self.old = old
        self.new = new
        self.pointer = pointer
        self.kind = kind
    }

    static let all = structure + meaning + places + variables + terms + passages + dates

    private static let boatClaims =
        #",\#n  "claims": [{"id": "boats-main", "source": "gazette", "value": 40, "qualifier": "at-least",\#n"#
        + #"              "printed": "forty", "attribution": "official-data", "rank": "deprecated"}]}"#

    private static let structure = [
        BrokenDataset("No JSON", "events", #"{"$schema""#, "{$schema", at: "", .structure),
        BrokenDataset("A name twice", "events", #""category": "flood""#, #""id": "x""#, at: "", .structure),
        BrokenDataset(
            "A list for an object", "events", #"{"en": "The flood", "lt": "Potvynis"}"#, "[]",
            at: "/events/0/title", .structure),
        BrokenDataset("A member left out", "events", #""category": "flood","#, "", at: "/events/0", .structure),
        BrokenDataset(
            "A misspelt member", "sources", #""publisher""#, #""publischer""#,
            at: "/sources/0/publischer", .structure),
        BrokenDataset(
            "A member beside the kind", "relations", #""bound": "both""#,
            #""bound": "both", "parts": ["left"]"#, at: "/relations/5/parts", .structure),
        BrokenDataset(
            "A member with a slash and a tilde", "events", #"{"en": "The flood""#,
            #"{"a/b~c": 1, "en": "The flood""#, at: "/events/0/title/a~1b~0c", .structure),
        BrokenDataset(
            "A figure in quotation marks", "statistics", "801, ", #""801", "#,
            at: "/statistics/1/claims/0/value", .structure),
        BrokenDataset(
            "A figure above the limit", "statistics", "801, ", "1e15, ",
            at: "/statistics/1/claims/0/value", .structure),
        BrokenDataset(
            "An unknown figure with a value", "statistics", "null, ", "3, ",
            at: "/statistics/3/claims/0/value", .structure),
        BrokenDataset(
            "No figure that is not said to be unknown", "statistics", "801, ", "null, ",
            at: "/statistics/1/claims/0/value", .structure),
        BrokenDataset(
            "A precision of an unknown figure", "statistics", "null, ", #"null, "precision": 10, "#,
            at: "/statistics/3/claims/0/precision", .structure),
        BrokenDataset(
            "A range without its upper end", "statistics", #""value": 1100, "precision": 100, "qualifier": "stated""#,
            #""low": 1050, "qualifier": "between""#, at: "/statistics/0/claims/0", .structure),
        BrokenDataset(
            "A range with a value", "statistics", #""value": 1100, "precision": 100, "qualifier": "stated""#,
            #""value": 1100, "low": 1050, "high": 1149, "qualifier": "between""#, at: "/statistics/0/claims/0/value",
            .structure),
        BrokenDataset(
            "A ratio beside no number", "statistics", "7.5, ", #"null, "ratio": [3, 40], "#,
            at: "/statistics/4/claims/0/value", .structure),
        BrokenDataset(
            "A ratio of one number", "statistics", #""value": 7.5, "#, #""ratio": [3], "#,
            at: "/statistics/4/claims/0/ratio", .structure),
        BrokenDataset(
            "A ratio of halves", "statistics", #""value": 7.5, "#, #""ratio": [1.5, 20], "#,
            at: "/statistics/4/claims/0/ratio/0", .structure),
        BrokenDataset(
            "A scale that is no power of ten", "statistics", #""precision": 100"#, #""scale": 12"#,
            at: "/statistics/0/claims/0/scale", .structure),
        BrokenDataset(
            "A scale of an unknown figure", "statistics", "null, ", #"null, "scale": 1000, "#,
            at: "/statistics/3/claims/0/scale", .structure),
        BrokenDataset(
            "A unit of a kind that there is not", "dataset", #""kind": "percentage""#, #""kind": "weight""#,
            at: "/vocabularies/units/2/kind", .structure),
        BrokenDataset(
            "A bound in words", "dataset", #""kind": "percentage""#, #""kind": "percentage", "maximum": "none""#,
            at: "/vocabularies/units/2/maximum", .structure),
        BrokenDataset(
            "Seven decimals", "dataset", #""kind": "percentage""#, #""kind": "percentage", "decimals": 7"#,
            at: "/vocabularies/units/2/decimals", .structure),
        BrokenDataset(
            "A conversion of nothing", "dataset", #""kind": "percentage""#,
            #""kind": "percentage", "convertsTo": {"unit": "count", "factor": 0}"#,
            at: "/vocabularies/units/2/convertsTo/factor", .structure),
        BrokenDataset(
            "A conversion without factor", "dataset", #""kind": "percentage""#,
            #""kind": "percentage", "convertsTo": {"unit": "count"}"#, at: "/vocabularies/units/2/convertsTo",
            .structure),
        BrokenDataset(
            "A precision of zero", "statistics", #""precision": 100"#, #""precision": 0"#,
            at: "/statistics/0/claims/0/precision", .structure),
        BrokenDataset(
            "A word outside the vocabulary", "statistics", #""at-least""#, #""at-leest""#,
            at: "/statistics/5/claims/0/qualifier", .structure),
        BrokenDataset(
            "Claims that are none", "statistics",
            #"[{"id": "right-main", "source": "chronicle", "value": 801, "qualifier": "stated",\#n"#
                + #"              "printed": "801", "attribution": "main", "rank": "normal",\#n"#
                + #"              "locator": {"paragraph": 1, "sentence": 2}}]"#, "null",
            at: "/statistics/1/claims", .structure),
        BrokenDataset(
            "An id with capitals", "statistics", #""boats-main""#, #""Boats-main""#,
            at: "/statistics/5/claims/0/id", .structure),
        BrokenDataset(
            "A text in no language", "dataset", #"{"en": "The river", "lt": "Upė"}"#, "{}", at: "/attribution",
            .structure),
        BrokenDataset("An empty text", "dataset", #""lt": "Upė""#, #""lt": """#, at: "/attribution/lt", .structure),
        BrokenDataset(
            "A date that is no EDTF", "events", #""1931-04-12""#, #""12 April 1931""#,
            at: "/events/1/date", .structure),
        BrokenDataset("A version of two numbers", "dataset", #""1.0.0""#, #""1.0""#, at: "/version", .structure),
        BrokenDataset(
            "An address without scheme", "sources", "https://example.org/", "example.org/",
            at: "/sources/0/URL", .structure),
        BrokenDataset(
            "A fourteenth month of issue", "sources", "[1932, 2, 28]", "[1932, 14, 28]",
            at: "/sources/0/issued/date-parts/0/1", .structure),
        BrokenDataset(
            "A sum of one", "relations", #""parts": ["left", "right"]"#, #""parts": ["left"]"#,
            at: "/relations/1/parts", .structure),
        BrokenDataset(
            "The same part twice", "relations", #""parts": ["left", "right"]"#,
            #""parts": ["left", "left"]"#, at: "/relations/1/parts/1", .structure),
        BrokenDataset(
            "A period of both a statistic and an event", "relations", #"{"event": "relief"}"#,
            #"{"event": "relief", "statistic": "left"}"#, at: "/relations/5/inner", .structure),
        BrokenDataset(
            "An editor who finds a conflict consistent", "relations", #""verdict": "tension""#,
            #""verdict": "consistent""#, at: "/relations/7/verdict", .structure),
        BrokenDataset(
            "A conflict of one side", "relations",
            #",\#n            {"statement": {"en": "None.", "lt": "Nė vieno."},\#n"#
                + #"             "citations": [{"source": "chronicle","#
                + #" "locator": {"paragraph": 2, "sentence": 2},\#n"#
                + #"                            "printed": ["none"]}]}"#, "",
            at: "/relations/7/sides", .structure),
        BrokenDataset(
            "A change of something that has no list", "changes", #""kind": "relations""#, #""kind": "checks""#,
            at: "/changes/1/changed/0/kind", .structure),
        BrokenDataset(
            "A change of an event beside an event", "changes", #""kind": "events""#,
            #""kind": "events", "event": "flood""#, at: "/changes/0/added/0/event", .structure),
    ]

    private static let meaning = [
        BrokenDataset(
            "A text in no language of the dataset", "dataset", #"{"en": "The river", "lt": "Upė"}"#,
            #"{"pl": "Rzeka"}"#, at: "/attribution/pl"),
        BrokenDataset(
            "A language that the dataset does not name", "dataset", #""lt": "Upė""#, #""lt": "Upė", "pl": "Rzeka""#,
            at: "/attribution/pl"),
        BrokenDataset(
            "A day that the calendar has not", "events", #""1931-04-12""#, #""1931-04-31""#,
            at: "/events/1/date"),
        BrokenDataset(
            "A reversed interval", "statistics", #""../1931-05""#, #""1931-05/1931-04""#,
            at: "/statistics/3/period"),
        BrokenDataset("A day of release that is none", "dataset", "2026-11-23", "2026-02-30", at: "/released"),
        BrokenDataset(
            "A day of issue that is none", "sources", "[1932, 2, 28]", "[1931, 2, 29]",
            at: "/sources/0/issued/date-parts/0"),
        BrokenDataset("A blank text", "dataset", #""lt": "Upė""#, #""lt": "  ""#, at: "/attribution/lt"),
        BrokenDataset(
            "A main source that is not there", "dataset", #""chronicle""#, #""chronicles""#,
            at: "/mainSource"),
        BrokenDataset(
            "A category that is not there", "events", #""category": "relief""#, #""category": "releif""#,
            at: "/events/1/category"),
        BrokenDataset(
            "An actor that is not there", "events", #"["town"]"#, #"["town", "bank"]"#,
            at: "/events/0/actors/1"),
        BrokenDataset("A place that is not there", "events", #"["bank"]"#, #"["tank"]"#, at: "/events/0/places/0"),
        BrokenDataset(
            "A statistic of an event that is not there", "events", #"["boats"]"#, #"["boat"]"#,
            at: "/events/1/statistics/0"),
        BrokenDataset(
            "A measure that is not there", "statistics",
            #"Valtys"}, "measure": "flooded""#, #"Valtys"}, "measure": "sunk""#, at: "/statistics/5/measure"),
        BrokenDataset(
            "A unit that is not there", "statistics", #""unit": "boats""#, #""unit": "boots""#,
            at: "/statistics/5/unit"),
        BrokenDataset(
            "A source of a claim that is not there", "statistics",
            #""boats-main", "source": "gazette""#, #""boats-main", "source": "gazete""#,
            at: "/statistics/5/claims/0/source"),
        BrokenDataset(
            "A source of a citation that is not there", "relations",
            #"[{"source": "gazette", "printed": ["both"]"#,
            #"[{"source": "nobody", "printed": ["both"]"#, at: "/relations/2/citations/0/source"),
        BrokenDataset(
            "A relation of a statistic that is not there", "relations", #""statistic": "left""#,
            #""statistic": "loft""#, at: "/relations/0/statistic"),
        BrokenDataset(
            "A relation of an event that is not there", "relations", #"{"event": "relief"}"#,
            #"{"event": "belief"}"#, at: "/relations/5/inner/event"),
        BrokenDataset("A relation twice", "relations", #""id": "words""#, #""id": "banks""#, at: "/relations/7/id"),
        BrokenDataset(
            "Nobody's figure that nothing bounds", "statistics", boatClaims, #","claims": []}"#, at: "/statistics/5"),
        BrokenDataset("Nobody's figure without a word of claims", "statistics", boatClaims, "}", at: "/statistics/5"),
        BrokenDataset(
            "A claim of another statistic twice", "statistics", #""id": "both-main""#,
            #""id": "left-main""#, at: "/statistics/2/claims/0/id"),
        BrokenDataset(
            "A term twice", "dataset", #""places": [{"id": "bank""#,
            #""places": [{"id": "bank", "label": {"en": "A", "lt": "B"}}, {"id": "bank""#,
            at: "/vocabularies/places/1/id"),
        BrokenDataset(
            "A range that ends before it begins", "statistics",
            #""value": 1100, "precision": 100, "qualifier": "stated""#,
            #""low": 1149, "high": 1050, "qualifier": "between""#, at: "/statistics/0/claims/0"),
        BrokenDataset(
            "A count that is rounded to a tenth", "statistics", #""precision": 100"#, #""precision": 0.1"#,
            at: "/statistics/0/claims/0/precision"),
        BrokenDataset(
            "A negative figure where nothing is below zero", "statistics", "801, ", "-801, ",
            at: "/statistics/1/claims/0/value"),
        BrokenDataset(
            "Less than the least", "statistics", #"801, "qualifier": "stated",\#n              "printed": "801""#,
            #"0, "qualifier": "less-than", "printed": "none""#, at: "/statistics/1/claims/0/value"),
        BrokenDataset(
            "More than the most", "statistics", #"7.5, "qualifier": "stated",\#n              "printed": "7.50""#,
            #"100, "qualifier": "more-than", "printed": "all""#, at: "/statistics/4/claims/0/value"),
        BrokenDataset(
            "A value that is not the ratio beside it", "statistics", "7.5, ", #"7.5, "ratio": [3, 41], "#,
            at: "/statistics/4/claims/0/value"),
        BrokenDataset(
            "A ratio of a count", "statistics", #""value": 40, "#, #""ratio": [1, 40], "#,
            at: "/statistics/5/claims/0/ratio"),
        BrokenDataset(
            "A ratio above the whole", "statistics", #""value": 7.5, "#, #""ratio": [3, 2], "#,
            at: "/statistics/4/claims/0/ratio"),
        BrokenDataset(
            "One in none", "statistics", #""value": 7.5, "#, #""ratio": [1, 0], "#,
            at: "/statistics/4/claims/0/ratio"),
        BrokenDataset(
            "A shortened numeral without the scale of its table", "statistics", #""printed": "801""#,
            #""printed": "80.1", "scale": 100"#, at: "/statistics/1/claims/0/printed"),
        BrokenDataset(
            "A least that is above the most", "dataset", #""kind": "percentage""#,
            #""kind": "percentage", "minimum": 100"#, at: "/vocabularies/units/2"),
        BrokenDataset(
            "A bound of a count that is not whole", "dataset", #""en": "boats", "lt": "valtys"}, "kind": "count""#,
            #""en": "boats", "lt": "valtys"}, "kind": "count", "minimum": 0.5"#,
            at: "/vocabularies/units/1/minimum"),
        BrokenDataset(
            "Decimals of a count", "dataset", #""en": "boats", "lt": "valtys"}, "kind": "count""#,
            #""en": "boats", "lt": "valtys"}, "kind": "count", "decimals": 1"#,
            at: "/vocabularies/units/1/decimals"),
        BrokenDataset(
            "A conversion to a unit that is not there", "dataset", #""kind": "percentage""#,
            #""kind": "percentage", "convertsTo": {"unit": "permille", "factor": 10}"#,
            at: "/vocabularies/units/2/convertsTo/unit"),
        BrokenDataset(
            "A unit that converts to itself", "dataset", #""kind": "percentage""#,
            #""kind": "percentage", "convertsTo": {"unit": "percent", "factor": 2}"#,
            at: "/vocabularies/units/2/convertsTo/unit"),
        BrokenDataset(
            "A factor of too many decimals", "dataset", #""kind": "percentage""#,
            #""kind": "percentage", "convertsTo": {"unit": "count", "factor": 0.1234567890123456}"#,
            at: "/vocabularies/units/2/convertsTo/factor"),
        BrokenDataset("A count that is not whole", "statistics", "40, ", "40.5, ", at: "/statistics/5/claims/0/value"),
        BrokenDataset(
            "A percentage above the whole", "statistics",
            #""value": 7.5, "qualifier": "stated",\#n"#
                + #"              "printed": "7.50""#,
            #""value": 107.5, "qualifier": "stated",\#n"#
                + #"              "printed": "107.50""#,
            at: "/statistics/4/claims/0/value"),
        BrokenDataset(
            "A figure of seven decimals", "statistics", "7.5, ", "7.5000001, ",
            at: "/statistics/4/claims/0/value"),
        BrokenDataset(
            "A numeral that is not the value", "statistics", #""printed": "801""#, #""printed": "810""#,
            at: "/statistics/1/claims/0/printed"),
        BrokenDataset(
            "A paragraph too far", "statistics", #"{"paragraph": 2, "sentence": 1}"#,
            #"{"paragraph": 3, "sentence": 1}"#, at: "/statistics/1/citations/0/locator"),
        BrokenDataset(
            "A sentence too far", "events", #"{"paragraph": 1, "sentence": 1}"#,
            #"{"paragraph": 1, "sentence": 4}"#, at: "/events/0/citations/0/locator"),
        BrokenDataset(
            "A sentence of a source that does not count them", "events", #"{"article": "2"}"#,
            #"{"paragraph": 1, "sentence": 1}"#, at: "/events/1/citations/0/locator"),
        BrokenDataset(
            "No sentence of a source that counts them", "events",
            #""locator": {"paragraph": 1, "sentence": 1}, "#, "", at: "/events/0/citations/0"),
        BrokenDataset(
            "A sum of houses and boats", "relations", #""parts": ["left", "right"]"#,
            #""parts": ["left", "boats"]"#, at: "/relations/1/parts/1"),
        BrokenDataset(
            "A share that is a count", "relations", #""share": "share""#, #""share": "left""#,
            at: "/relations/4/share"),
        BrokenDataset(
            "The same statistic on both sides", "relations",
            #""earlier": ["right"]"#, #""earlier": ["both"]"#, at: "/relations/3/later/0"),
        BrokenDataset(
            "A period inside itself", "relations", #"{"event": "relief"}"#, #"{"event": "flood"}"#,
            at: "/relations/5/outer"),
        BrokenDataset(
            "A source that depends on itself", "sources", #""of": []"#, #""of": ["chronicle"]"#,
            at: "/sources/0/independence/of"),
        BrokenDataset(
            "A failing check without question", "relations",
            #""question": {"en": "Which?", "lt": "Kuris?"}"#,
            #""citations": [{"source": "gazette", "printed": ["x"]}]"#, at: "/relations/1"),
        BrokenDataset(
            "A newest version that is not the dataset's", "changes", #""version": "1.0.0""#, #""version": "1.0.1""#,
            at: "/changes/0/version"),
        BrokenDataset(
            "A newest version of another day", "changes", #""date": "2026-11-23""#, #""date": "2026-11-22""#,
            at: "/changes/0/date"),
        BrokenDataset(
            "Versions that do not fall", "changes", #""version": "0.9.0""#, #""version": "0.10.0""#,
            at: "/changes/2/version"),
        BrokenDataset(
            "An older version of a later day", "changes", #""date": "2026-11-22", "summary": {"en": "First.""#,
            #""date": "2026-11-23", "summary": {"en": "First.""#, at: "/changes/2/date"),
        BrokenDataset(
            "A change of a record that is not there", "changes", #""id": "words""#, #""id": "wordss""#,
            at: "/changes/1/changed/0/id"),
        BrokenDataset(
            "A record that was added and is not there", "changes", #""id": "relief""#, #""id": "reliefs""#,
            at: "/changes/0/added/0/id"),
        BrokenDataset(
            "A removed record that is there", "changes",
            #""removed": [{"kind": "statistics", "id": "left-and-right"}]"#,
            #""removed": [{"kind": "statistics", "id": "left-and-right"}, {"kind": "events", "id": "flood"}]"#,
            at: "/changes/0/removed/1/id"),
    ]
}
