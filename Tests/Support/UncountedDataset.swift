import Foundation

/// ``SmallDataset`` with statistics that no source gives a figure for.
package enum UncountedDataset {
    /// One each: within two ends, with an upper end only, with a lower end only, where not all other figures fit, and where nothing
    /// limits it.
    package static let ids = ["carts-lent", "carts-lost", "carts-later", "tents-lent", "sacks"]

    /// Its files; nil where those of the small dataset are no longer what they were.
    package static var dataset: SmallDataset? {
        SmallDataset()
            .replacing(
                #""measures": ["#,
                with: #""measures": [{"id": "carried", "label": {"en": "Carried", "lt": "Nešta"}}, "#,
                in: "dataset.json")?
            .replacing(#""statistics": ["#, with: #""statistics": ["# + statistics, in: "statistics.json")?
            .replacing(#""statistics": ["boats"]"#, with: #""statistics": ["carts-lent"]"#, in: "events.json")?
            .replacing(#""relations": ["#, with: #""relations": ["# + relations, in: "relations.json")
    }

    private static func statistic(_ id: String, _ title: String, _ more: String = "") -> String {
        #"{"id": "\#(id)", "title": {"en": "\#(title)", "lt": "\#(title) (lt)"}, "measure": "carried", "#
            + #""population": "houses", "unit": "count", "period": "1931-04"\#(more)}, "#
    }

    private static func claims(_ id: String, _ value: Int, _ qualifier: String) -> String {
        #", "claims": [{"id": "\#(id)", "source": "chronicle", "value": \#(value), "qualifier": "\#(qualifier)", "#
            + #""printed": "\#(value)", "attribution": "main", "rank": "normal", "#
            + #""locator": {"paragraph": 2, "sentence": 1}}]"#
    }

    private static var statistics: String {
        statistic("carts", "All carts", claims("carts-main", 1251, "stated"))
            + statistic("carts-own", "Own carts", claims("carts-own-main", 901, "about"))
            + statistic("carts-lent", "Lent carts") + statistic("carts-lost", "Lost carts", #", "claims": []"#)
            + statistic("carts-later", "Later carts") + statistic("sacks", "Sacks")
            + statistic("sacks-full", "Full sacks")
            + statistic("tents", "All tents", claims("tents-main", 101, "stated"))
            + statistic("tents-new", "New tents", claims("tents-new-main", 151, "stated"))
            + statistic("tents-later", "Later tents", claims("tents-later-main", 501, "stated"))
            + statistic("tents-lent", "Lent tents")
    }

    private static func relation(_ id: String, _ members: String) -> String {
        #"{"id": "\#(id)", "title": {"en": "Of \#(id)", "lt": "Apie \#(id)"}, \#(members)}, "#
    }

    private static var relations: String {
        relation("lent", #""kind": "sum", "parts": ["carts-own", "carts-lent"], "whole": ["carts"]"#)
            + relation("lost", #""kind": "part", "parts": ["carts-lost"], "whole": ["carts"]"#)
            + relation("later", #""kind": "cumulative", "earlier": ["carts"], "later": ["carts-later"]"#)
            + relation("tents-lent-of", #""kind": "part", "parts": ["tents-lent"], "whole": ["tents"]"#)
            + relation("tents-more", #""kind": "cumulative", "earlier": ["tents"], "later": ["tents-later"]"#)
            + relation(
                "tents-new-of",
                #""kind": "part", "parts": ["tents-new"], "whole": ["tents"], "explanation": {"en": "?", "lt": "?"}, "#
                    + #""question": {"en": "?", "lt": "?"}"#)
            + relation("full", #""kind": "part", "parts": ["sacks-full"], "whole": ["sacks"]"#)
    }
}
