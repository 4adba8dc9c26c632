package import Evidence
package import Foundations
package import Wording

/// The dates that sources give an event, as records have them.
extension JSONText {
    /// Appends all claims of an event.
    package mutating func dates(of event: Event, in language: Language) {
        let claims = event.claims
        let withdrawals = claims.withdrawals
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
                json.member("witness", claim.witness)
                json.member("corrects", value: claim.corrects)
                json.member("withdrawnBy", value: withdrawals[claim.id])
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

    /// Appends whose dates take part in a check or a reading, and of which events.
    mutating func datedBy(_ claims: [DatedClaim]) {
        array(claims) { json, claim in
            json.object { json in
                json.member("event", claim.event)
                json.member("claim", claim.id)
                json.member("source", claim.source)
                json.member("date", claim.date.gregorianText(.someDay))
            }
        }
    }
}

extension TextPage {
    /// Appends the dates one below another, each with who gives it and where; nothing for none. `withdrawals` are those of
    /// their events.
    mutating func dates(_ claims: [DatedClaim], without withdrawals: [String: String] = [:], in language: Language) {
        guard !claims.isEmpty else { return }
        let standing = DateStanding.allCases.filter { standing in
            claims.contains { standing.isTold(of: $0, withdrawals) }
        }
        let names = ["date", "attribution"] + standing.map(\.rawValue) + ["citations"]
        let rows = claims.map { claim in
            [language.format(claim.date), claim.attribution.label[language]]
                + standing.map { $0.text(of: claim, withdrawals, in: language) } + [claim.citation.text(in: language)]
        }
        grid(names.map { TextGrid.Column(language.words.column($0)) }, rows)
    }
}

/// A column that tells how claims stand, which a table has where it tells something of one of them.
enum DateStanding: String, CaseIterable {
    case rank, witness, corrects, withdrawnBy

    func isTold(of claim: some SourcedClaim, _ withdrawals: [String: String]) -> Bool {
        switch self {
        case .rank: claim.rank != .normal
        case .witness: claim.namedWitness != nil
        case .corrects: claim.corrects != nil
        case .withdrawnBy: withdrawals[claim.id] != nil
        }
    }

    fileprivate func text(of claim: DatedClaim, _ withdrawals: [String: String], in language: Language) -> String {
        switch self {
        case .rank: claim.rank.label[language]
        case .witness: claim.witness
        case .corrects: claim.corrects ?? ""
        case .withdrawnBy: withdrawals[claim.id] ?? ""
        }
    }
}
