import Evidence

/// How the texts of a dataset write a term, by language: `{"lt": ["karin* komisariat*"]}`.
enum TermForms {
    /// The most forms in a language.
    static let most = 32
    /// The most characters of a form.
    static let longest = 80

    static func decode(_ cursor: Cursor) -> [LanguageTag: [String]]? {
        guard var members = cursor.members() else { return nil }
        guard !members.isEmpty else { return cursor.refused("forms in one language at least") }
        var forms: [LanguageTag: [String]] = [:]
        var isComplete = true
        for language in cursor.diagnostics.ids.languages {
            guard let own = members.optional(language.rawValue, list) else {
                isComplete = false
                continue
            }
            forms[language] = own
        }
        members.forEachUnknown { member, name, nearest in
            // A schema knows what a language tag looks like, but not which languages the dataset has.
            let isTag = LanguageTag.isTag(name)
            if isTag { _ = list(member) }
            member.unknown(isTag ? .meaning : .structure, name, nearest)
        }
        return isComplete ? forms : nil
    }

    private static func list(_ cursor: Cursor) -> [String]? {
        cursor.list("an array of forms", count: 1...most, isUnique: true) { form in
            guard let text = form.text(longest: longest) else { return nil }
            let hasWord = text.contains { $0.isLetter || $0.isNumber }
            return hasWord ? text : form.refused("words, each of them with * after it if it is a beginning", .meaning)
        }
    }
}
