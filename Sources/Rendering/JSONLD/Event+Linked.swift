package import Archive
package import Evidence
package import Foundations
package import Wording

extension Event: LinkedRecord {
    package func title(in language: Language, from snapshot: Snapshot) -> String { title[language] }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        let vocabulary = snapshot.dataset.identity.vocabulary
        node.types("Event")
        node.member("identifier", id)
        node.texts("name", title, in: languages)
        node.texts("description", summary, in: languages)
        if hasClaims {
            node.member("date", values: dates.map { $0.gregorianText(.someDay) }.uniqued())
        } else {
            node.member("date", date.gregorianText(.someDay))
        }
        // What sources contradict each other on is asserted as the word of each.
        if date.set?.choice != .oneOf, !isContested {
            node.bound("startDate", date.start)
            node.bound("endDate", date.end)
        }
        node.keywords(
            vocabulary[.category, category].map { [($0.id, .text($0.label))] } ?? [], in: languages)
        node.things("location", of: "Place", vocabulary[.place].filter { places.contains($0.id) }, in: languages)
        // Not `performer`: the sources do not say so of every actor.
        node.things("about", of: "Thing", vocabulary[.actor].filter { actors.contains($0.id) }, in: languages)
        node.paths("relation", "statistics", statistics)
        if hasClaims {
            node.key("subjectOf")
            node.array(standingClaims) { json, claim in
                json.object { json in
                    json.member("@id", claim.path)
                    json.types("Claim")
                    json.member("identifier", claim.id)
                    json.member("date", claim.date.gregorianText(.someDay))
                    json.texts("description", claim.note, in: languages)
                    json.provenance([claim.citation], from: snapshot)
                }
            }
        }
        node.provenance(citations, from: snapshot)
    }
}

extension JSONText {
    fileprivate mutating func things(
        _ name: String, of type: String, _ terms: [Vocabulary.Term], in languages: [Language]
    ) {
        guard !terms.isEmpty else { return }
        key(name)
        array(terms) { json, term in
            json.object { json in
                json.types(type)
                json.member("identifier", term.id)
                json.texts("name", term.label, in: languages)
                json.identity(of: term)
            }
        }
    }

    /// Appends a day, month or year if the end is exactly that; nothing if it is less certain or less exact than such a
    /// value asserts. `date` always has it as it is.
    fileprivate mutating func bound(_ name: String, _ end: EDTF.Endpoint) {
        guard let date = end.date, date.qualifier == nil, date.calendar == .gregorian || date.precision == .day
        else { return }
        let day = date.earliest
        let year = day.year.padded(to: 4)
        let month = year + (day.month < 10 ? "-0" : "-") + "\(day.month)"
        let value: (text: String, type: String)? =
            switch date.precision {
            case .day: (month + (day.day < 10 ? "-0" : "-") + "\(day.day)", "xsd:date")
            case .month: (month, "xsd:gYearMonth")
            case .year: (year, "xsd:gYear")
            default: nil
            }
        guard let value else { return }
        key(name)
        object { json in
            json.member("@value", value.text)
            json.member("@type", value.type)
        }
    }
}
