import Foundation

/// Datasets that lack whole kinds of records, down to one source and nothing else.
package enum SparseDataset: String, CaseIterable, Sendable {
    case withoutEvents, withoutStatistics, withoutRelations, oneSource

    /// Its files: those of ``SmallDataset``, with fewer records.
    package var dataset: SmallDataset {
        SmallDataset()
            .replacing("sources.json", with: "{\"sources\": [\(SparseDataset.source)]}")
            .replacing("statistics.json", with: "{\"statistics\": [\(hasStatistics ? SparseDataset.statistics : "")]}")
            .replacing("events.json", with: "{\"events\": [\(hasEvents ? SparseDataset.events : "")]}")
            .replacing("relations.json", with: "{\"relations\": [\(relations.joined(separator: ", "))]}")
            .replacing("changes.json", with: SparseDataset.changes)
    }

    private var hasStatistics: Bool { self == .withoutEvents || self == .withoutRelations }

    private var hasEvents: Bool { self == .withoutStatistics || self == .withoutRelations }

    private var relations: [String] {
        switch self {
        case .withoutEvents: [SparseDataset.compared]
        case .withoutStatistics: [SparseDataset.dated]
        case .withoutRelations, .oneSource: []
        }
    }

    private static let source = """
        {"id": "chronicle", "type": "book", "title": "Upės kronika", "language": "lt",
         "independence": {"kind": "main", "of": [], "statement": {"en": "The main one.", "lt": "Pagrindinis."}},
         "access": {"en": "Read whole.", "lt": "Skaityta visa."}}
        """

    private static let statistics = """
        {"id": "boats", "title": {"en": "Boats", "lt": "Valtys"}, "measure": "flooded", "population": "houses",
         "unit": "boats", "period": "1931-04",
         "claims": [{"id": "boats-main", "source": "chronicle", "value": 41, "qualifier": "stated", "printed": "41",
                     "attribution": "main", "rank": "normal"},
                    {"id": "boats-other", "source": "chronicle", "value": 47, "qualifier": "stated",
                     "printed": "47", "attribution": "other-data", "rank": "normal"}]}
        """

    private static let events = """
        {"id": "flood", "title": {"en": "The flood", "lt": "Potvynis"},
         "summary": {"en": "The river rose.", "lt": "Upė pakilo."}, "date": "1931-04", "category": "flood",
         "actors": [], "places": [], "statistics": [], "citations": [{"source": "chronicle", "printed": ["April"]}]},
        {"id": "relief", "title": {"en": "Relief comes", "lt": "Atvyksta pagalba"},
         "summary": {"en": "Boats came.", "lt": "Atplaukė valtys."}, "date": "1931-06", "category": "relief",
         "actors": [], "places": [], "statistics": [], "citations": [{"source": "chronicle", "printed": ["June"]}]}
        """

    private static let compared = """
        {"id": "boats-claims", "kind": "same", "statistic": "boats", "title": {"en": "Boats", "lt": "Valtys"},
         "explanation": {"en": "Six more.", "lt": "Šešiomis daugiau."}, "question": {"en": "Why?", "lt": "Kodėl?"}}
        """

    private static let dated = """
        {"id": "relief-in-flood", "kind": "within", "inner": {"event": "relief"}, "outer": {"event": "flood"},
         "bound": "both", "title": {"en": "In time", "lt": "Laiku"},
         "explanation": {"en": "Too late.", "lt": "Per vėlai."}, "question": {"en": "Why?", "lt": "Kodėl?"}}
        """

    private static let changes = """
        {"changes": [{"version": "1.0.0", "date": "2026-11-23", "summary": {"en": "First.", "lt": "Pirma."}}]}
        """
}
