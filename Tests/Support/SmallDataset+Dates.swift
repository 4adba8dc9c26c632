extension SmallDataset {
    /// The date of its second event, as the file has it.
    package static let date = #""date": "1931-04-12""#

    /// What two sources say of that date: one sets it before the flood in which it must lie.
    package static let claims = #"""
        "claims": [
         {"id": "relief-chronicle", "date": "1931-04-08", "source": "chronicle", "printed": "8 April",
          "attribution": "main", "rank": "normal", "locator": {"paragraph": 1, "sentence": 2}},
         {"id": "relief-gazette", "date": "1931-04-12", "source": "gazette", "printed": "the 12th",
          "attribution": "main", "rank": "preferred", "locator": {"article": "3"},
          "note": {"en": "A Sunday.", "lt": "Sekmadienis."},
          "paraphrase": {"en": "They rowed in.", "lt": "Atplaukė."}},
         {"id": "relief-proof", "date": {"edtf": "1931-05-20", "calendar": "julian"}, "source": "gazette",
          "printed": "20 May", "attribution": "other-data", "rank": "deprecated"}]
        """#

    /// The small dataset with that in place of the date, which its last version added to; nil where the files have changed.
    package static var dated: SmallDataset? {
        SmallDataset().replacing(date, with: claims, in: "events.json")?.replacing(
            #""bound": "both""#,
            with: #"""
                "bound": "both", "explanation": {"en": "One is earlier.", "lt": "Viena ankstesnė."},
                "question": {"en": "Whose?", "lt": "Kieno?"}
                """#, in: "relations.json"
        )?.replacing(
            #"{"kind": "claims", "id": "left-other"}"#,
            with: #"{"kind": "claims", "id": "relief-proof", "event": "relief"}"#, in: "changes.json")
    }
}
