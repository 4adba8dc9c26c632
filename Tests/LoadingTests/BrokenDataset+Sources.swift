@testable import Loading

/// Places in sources, what sources are described with, and what terms are identified by.
extension BrokenDataset {
    static let places = [
        BrokenDataset(
            "A place without a part", "events", #"{"article": "2"}"#, "{}",
            at: "/events/1/citations/0/locator", .structure),
        BrokenDataset(
            "A misspelt part of a place", "events", #"{"article": "2"}"#, #"{"pagee": "2"}"#,
            at: "/events/1/citations/0/locator/pagee", .structure),
        BrokenDataset(
            "A sentence of no paragraph", "events", #"{"article": "2"}"#, #"{"page": "2", "sentence": 1}"#,
            at: "/events/1/citations/0/locator", .structure),
        BrokenDataset(
            "A page as a fraction", "events", #"{"article": "2"}"#, #"{"page": 2.5}"#,
            at: "/events/1/citations/0/locator/page", .structure),
        BrokenDataset(
            "A page of more than 40 characters", "events", #"{"article": "2"}"#,
            #"{"page": "12345678901234567890123456789012345678901"}"#,
            at: "/events/1/citations/0/locator/page", .structure),
        BrokenDataset(
            "Pages that end before they begin", "events", #"{"article": "2"}"#, #"{"page": "215-212"}"#,
            at: "/events/1/citations/0/locator/page"),
        BrokenDataset(
            "A page of a source that counts its sentences", "events", #"{"paragraph": 1, "sentence": 1}"#,
            #"{"page": "3"}"#, at: "/events/0/citations/0/locator"),
    ]

    static let variables = [
        BrokenDataset(
            "A person without a family name", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "editor": [{"given": "A"}],"#, at: "/sources/1/editor/0", .structure),
        BrokenDataset(
            "A person who is a body too", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "editor": [{"literal": "A", "family": "B"}],"#, at: "/sources/1/editor/0/family",
            .structure),
        BrokenDataset(
            "A date that is neither one nor words", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "accessed": {},"#, at: "/sources/1/accessed", .structure),
        BrokenDataset(
            "Words that are approximate", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "accessed": {"literal": "x", "circa": true},"#, at: "/sources/1/accessed", .structure),
        BrokenDataset(
            "Three dates in one", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "accessed": {"date-parts": [[1], [2], [3]]},"#, at: "/sources/1/accessed/date-parts",
            .structure),
        BrokenDataset(
            "A misspelt variable", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "archive-location": "f. 1","#, at: "/sources/1/archive-location", .structure),
        BrokenDataset(
            "A page that is a fraction", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "page": 1.5,"#, at: "/sources/1/page", .structure),
        BrokenDataset(
            "A season of a month", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "accessed": {"date-parts": [[1969, 2]], "season": 1},"#, at: "/sources/1/accessed"),
        BrokenDataset(
            "A range of years that ends before it begins", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "accessed": {"date-parts": [[1971], [1969]]},"#, at: "/sources/1/accessed"),
        BrokenDataset(
            "A date that no calendar has", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "accessed": {"date-parts": [[1971, 2, 29]]},"#, at: "/sources/1/accessed/date-parts/0"
        ),
        BrokenDataset(
            "A DOI as an address", "sources", #""title": "Gazette","#,
            #""title": "Gazette", "DOI": "https://doi.org/10.1000/1","#, at: "/sources/1/DOI"),
    ]

    static let terms = [
        BrokenDataset(
            "A term that nothing explains", "dataset",
            #""note": {"en": "Where a wave is tallest.", "lt": "Bangos viršus."},"#, "", at: "/vocabularies/terms/0",
            .structure),
        BrokenDataset(
            "A form without a word", "dataset", #""tallest wave*""#, #""**""#,
            at: "/vocabularies/terms/0/forms/en/1"),
        BrokenDataset(
            "A form that is empty", "dataset", #""tallest wave*""#, #""""#,
            at: "/vocabularies/terms/0/forms/en/1", .structure),
        BrokenDataset(
            "A form that is too long", "dataset", #""tallest wave*""#, "\"\(String(repeating: "a", count: 81))\"",
            at: "/vocabularies/terms/0/forms/en/1", .structure),
        BrokenDataset(
            "A form twice", "dataset", #""tallest wave*""#, #""crest*""#,
            at: "/vocabularies/terms/0/forms/en/1", .structure),
        BrokenDataset(
            "Too many forms", "dataset", #"["crest*", "tallest wave*"]"#, "\((0...32).map { "f\($0)" })",
            at: "/vocabularies/terms/0/forms/en", .structure),
        BrokenDataset(
            "Forms in a language that the dataset has not", "dataset", #"{"en": ["crest*""#,
            #"{"de": ["a"], "en": ["crest*""#,
            at: "/vocabularies/terms/0/forms/de"),
        BrokenDataset(
            "Forms in no language", "dataset", #"{"en": ["crest*", "tallest wave*"]}"#, "{}",
            at: "/vocabularies/terms/0/forms", .structure),
        BrokenDataset(
            "A place with forms", "dataset", #""lt": "Kairysis krantas"}}"#,
            #""lt": "Kairysis krantas"}, "forms": {"en": ["bank"]}}"#, at: "/vocabularies/places/0/forms", .structure),
        BrokenDataset(
            "Too many terms", "dataset", #""terms": ["#,
            #""terms": ["#
                + (0..<500).map { #"{"id": "t\#($0)", "label": {"en": "T"}, "note": {"en": "N"}}, "# }.joined(),
            at: "/vocabularies/terms", .structure),
        BrokenDataset(
            "A place beyond the pole", "dataset", #""lt": "Kairysis krantas"}"#,
            #""lt": "Kairysis krantas"}, "coordinates": {"latitude": 90.5, "longitude": 0}"#,
            at: "/vocabularies/places/0/coordinates/latitude", .structure),
        BrokenDataset(
            "A place without a longitude", "dataset", #""lt": "Kairysis krantas"}"#,
            #""lt": "Kairysis krantas"}, "coordinates": {"latitude": 50}"#, at: "/vocabularies/places/0/coordinates",
            .structure),
        BrokenDataset(
            "A place named lat", "dataset", #""lt": "Kairysis krantas"}"#,
            #""lt": "Kairysis krantas"}, "coordinates": {"latitude": 5, "longitude": 5, "lat": 5}"#,
            at: "/vocabularies/places/0/coordinates/lat", .structure),
        BrokenDataset(
            "A place to a millimetre", "dataset", #""lt": "Kairysis krantas"}"#,
            #""lt": "Kairysis krantas"}, "coordinates": {"latitude": 54.6871571, "longitude": 0}"#,
            at: "/vocabularies/places/0/coordinates/latitude"),
        BrokenDataset(
            "An identifier that is no address", "dataset", #""lt": "Kairysis krantas"}"#,
            #""lt": "Kairysis krantas"}, "sameAs": ["wd:Q216"]"#, at: "/vocabularies/places/0/sameAs/0", .structure),
        BrokenDataset(
            "An identifier twice", "dataset", #""lt": "Kairysis krantas"}"#,
            #""lt": "Kairysis krantas"}, "sameAs": ["http://a.example", "http://a.example"]"#,
            at: "/vocabularies/places/0/sameAs/1", .structure),
        BrokenDataset(
            "Coordinates of an actor", "dataset", #""lt": "Miestas"}"#,
            #""lt": "Miestas"}, "coordinates": {"latitude": 5, "longitude": 5}"#,
            at: "/vocabularies/actors/0/coordinates", .structure),
    ]

    static let passages = [
        BrokenDataset(
            "A quotation from a source without a licence", "events", #""printed": ["boats", "12 April"]"#,
            #""printed": ["boats"], "quotation": {"text": "The boats came.", "language": "en"}"#,
            at: "/events/1/citations/0/quotation"),
        BrokenDataset(
            "A quotation in no language", "events", #""printed": ["10 April"]"#,
            #""printed": ["10 April"], "quotation": {"text": "The river rose."}"#,
            at: "/events/0/citations/0/quotation", .structure),
        BrokenDataset(
            "A paraphrase that is no text of languages", "events", #""printed": ["10 April"]"#,
            #""printed": ["10 April"], "paraphrase": "It rose.""#,
            at: "/events/0/citations/0/paraphrase", .structure),
    ]
}
