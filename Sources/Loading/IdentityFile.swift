import Evidence
import Foundations

/// The file `dataset.json`: what the dataset is, and its vocabularies.
enum IdentityFile {
    static let name = "dataset.json"

    static func decode(_ cursor: Cursor) -> Dataset.Identity? {
        guard var members = cursor.members() else { return nil }
        _ = members.optional("$schema") { $0.schema() }
        let id = members.required("id") { $0.slug() }
        let version = members.required("version") { $0.version() }
        let released = members.required("released") { $0.day() }
        let languages = members.optional("languages") { cursor in
            cursor.list("an array of language tags", count: 1...Dataset.Identity.mostLanguages, isUnique: true) {
                $0.languageTag()
            }
        }
        let title = members.required("title") { $0.localizedText() }
        let description = members.required("description") { $0.localizedText() }
        let licence = members.required("licence") { $0.licence() }
        let attribution = members.required("attribution") { $0.localizedText() }
        let period = members.required("period") { $0.date() }
        let mainSource = members.required("mainSource") { $0.reference(to: .source) }
        let vocabulary = members.required("vocabularies", vocabulary)
        members.close()
        guard let id, let version, let released, languages != nil, let title, let description, let licence,
            let attribution, let period,
            let mainSource, let vocabulary
        else { return nil }
        return Dataset.Identity(
            id: id, version: version, released: released, languages: cursor.diagnostics.ids.languages, title: title,
            description: description, attribution: attribution, licence: licence, period: period,
            mainSource: mainSource,
            vocabulary: vocabulary)
    }

    private static func vocabulary(_ cursor: Cursor) -> Vocabulary? {
        guard var members = cursor.members() else { return nil }
        var terms: [Vocabulary.Kind: [Vocabulary.Term]] = [:]
        for kind in Vocabulary.Kind.allCases {
            let declared = DeclaredIDs.Kind(kind)
            guard kind.isRequired || members.has(kind.plural) else {
                terms[kind] = []
                continue
            }
            terms[kind] = members.required(kind.plural) { list in
                list.list(count: 0...kind.most) { cursor in
                    term(cursor, of: kind, declared) { id, members in
                        guard kind == .unit else { return true }
                        return UnitFile.unit(of: id, &members, cursor) != nil
                    }
                }
            }
        }
        members.close()
        guard terms.count == Vocabulary.Kind.allCases.count else { return nil }
        // They were decoded before all else.
        return Vocabulary(terms, units: cursor.diagnostics.ids.units)
    }

    /// Decodes a term. `more` decodes the members that its kind has besides, and returns whether it succeeded.
    private static func term(
        _ cursor: Cursor, of kind: Vocabulary.Kind, _ declared: DeclaredIDs.Kind?,
        more: (String?, inout Members) -> Bool
    ) -> Vocabulary.Term? {
        guard var members = cursor.members() else { return nil }
        let id = members.required("id") { cursor in declared.flatMap { cursor.declaration(of: $0) } }
        let label = members.required("label") { $0.localizedText() }
        let note: LocalizedText?? =
            kind == .term
            ? members.required("note") { $0.localizedText() } : members.optional("note") { $0.localizedText() }
        let sameAs = members.optional("sameAs") { list in
            list.list("an array of addresses", count: 1...Int.max, isUnique: true) { $0.url() }
        }
        let coordinates = kind == .place ? members.optional("coordinates") { $0.coordinates() } : .some(nil)
        let forms = kind == .term ? members.optional("forms", TermForms.decode) : .some(nil)
        let isComplete = more(id, &members)
        members.close()
        guard isComplete, let id, let label, let note, let sameAs, let coordinates, let forms else { return nil }
        return Vocabulary.Term(
            id: id, label: label, note: note, sameAs: sameAs ?? [], coordinates: coordinates, forms: forms ?? [:])
    }
}

extension Cursor {
    /// Decodes a point on the Earth.
    fileprivate func coordinates() -> Coordinates? {
        guard var members = members() else { return nil }
        let latitude = members.required("latitude") { $0.degrees(most: 90) }
        let longitude = members.required("longitude") { $0.degrees(most: 180) }
        members.close()
        guard let latitude, let longitude else { return nil }
        return Coordinates(latitude: latitude, longitude: longitude)
    }

    private func degrees(most: Int64) -> Number? {
        guard case .number(let numeral) = json, let rough = Double(numeral), rough.magnitude <= Double(most) else {
            return refused("a number from -\(most) to \(most)")
        }
        let parts = numeral.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.count <= Coordinates.mostDecimals, let digits = Int64(parts.joined()) else {
            return refused("degrees with at most \(Coordinates.mostDecimals) decimals and no exponent", .meaning)
        }
        return Number(digits: Int128(digits), scale: decimals.count)
    }

    /// Decodes a version: three numbers separated by dots, at most 32 characters.
    func version() -> String? {
        json.string.flatMap { SemanticVersion($0)?.text } ?? refused("three numbers such as \"1.0.0\"")
    }

    /// Decodes a day in the form `YYYY-MM-DD`.
    func day() -> CalendarDay? {
        let shape = json.string?.unicodeScalars.map { ("0"..."9").contains($0) ? "0" : $0 }
        guard let text = json.string, shape == Array("0000-00-00".unicodeScalars) else {
            return refused("a day in the form YYYY-MM-DD")
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]) else {
            return refused("a day that exists in the calendar", .meaning)
        }
        return day
    }
}
