/// Relations of change, order and anything else, for the small dataset. Two of them fail, and the others with
/// ``failing``.
package enum FurtherRelations {
    package static let all = [
        "change": #"""
        {"id": "rose", "kind": "change", "before": ["right"], "change": "share", "after": ["both"],
         "title": {"en": "It rose", "lt": "Išaugo"}, "explanation": {"en": "By more.", "lt": "Daugiau."},
         "question": {"en": "By what?", "lt": "Kiek?"}}
        """#,
        "before": #"""
        {"id": "first", "kind": "before", "earlier": {"event": "flood"}, "later": {"event": "relief"},
         "gap": {"least": 2, "most": 90}, "title": {"en": "First", "lt": "Pirma"},
         "explanation": {"en": "Boats came in time.", "lt": "Valtys atplaukė laiku."},
         "question": {"en": "When?", "lt": "Kada?"}}
        """#,
        "formula": #"""
        {"id": "rest", "kind": "formula", "terms": {"all": "both", "others": "right"},
         "formula": "all - others >= 1.5 * (400 + 400)", "title": {"en": "Rest", "lt": "Likutis"}}
        """#,
        "days": #"""
        {"id": "wait", "kind": "formula", "formula": "days(rise, boats) <= 2",
         "terms": {"rise": {"event": "flood", "bound": "start"}, "boats": {"event": "relief", "bound": "start"}},
         "title": {"en": "Wait", "lt": "Laukimas"}}
        """#,
    ]

    /// The same of which none holds.
    package static let failing = all.mapValues { relation in
        relation.replacing("1.5 * (400 + 400)", with: "1.5 * (400 + 600)").replacing("<= 2", with: "<= 1").replacing(
            #""title": {"en": "Rest""#, with: explained + #""title": {"en": "Rest""#
        ).replacing(#""title": {"en": "Wait""#, with: explained + #""title": {"en": "Wait""#)
    }

    private static let explained =
        #""explanation": {"en": "Too few.", "lt": "Per mažai."}, "question": {"en": "Why?", "lt": "Kodėl?"}, "#

    /// The small dataset with relations before its own.
    package static func dataset(_ relations: String...) -> SmallDataset? {
        SmallDataset().replacing(
            #""relations": ["#, with: #""relations": ["# + relations.map { $0 + ", " }.joined(), in: "relations.json")
    }
}
