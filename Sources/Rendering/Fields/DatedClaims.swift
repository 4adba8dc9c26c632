package import Evidence
package import Foundations
package import Wording

/// The dates that sources give an event, as its record has them.
extension JSONText {
    package mutating func dates(_ claims: [DatedClaim], in language: Language) {
        array(claims) { json, claim in
            json.object { json in
                json.member("id", claim.id)
                json.member("date", claim.date.gregorianText(.someDay))
                json.member("dateInWords", language.format(claim.date))
                json.member("calendar", claim.date.calendar.rawValue)
                json.member("written", claim.date.text)
                json.member("earliest", value: claim.date.earliest?.description)
                json.member("latest", value: claim.date.latest?.description)
                json.member("source", claim.source)
                json.key("locator")
                json.locator(claim.citation.locator)
                json.member("printed", claim.printed)
                json.member("attribution", claim.attribution.rawValue)
                json.member("rank", claim.rank.rawValue)
                json.member("note", value: claim.note?[language])
                json.member("paraphrase", claim.citation.paraphrase?[language])
                if let quotation = claim.citation.quotation {
                    json.key("quotation")
                    json.quotation(quotation)
                }
            }
        }
    }
}

extension TextPage {
    /// Appends the dates one below another, each with who gives it and where; nothing for none.
    package mutating func dates(_ claims: [DatedClaim], in language: Language) {
        guard !claims.isEmpty else { return }
        let columns = ["date", "attribution", "rank", "citations"].map { TextGrid.Column(language.words.column($0)) }
        let rows = claims.map { claim in
            [
                language.format(claim.date), claim.attribution.label[language], claim.rank.label[language],
                claim.citation.text(in: language),
            ]
        }
        grid(columns, rows)
    }
}
