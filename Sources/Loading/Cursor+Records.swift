import Evidence
import Foundations

/// Decoding of what several files share, as `common.json` does among the schemas.
extension Cursor {
    /// Decodes the records of a file that has a single list of them; nil in place of one that cannot be decoded.
    func records<Record>(
        _ name: String, count: ClosedRange<Int> = 0...Int.max, _ decode: (Cursor) -> Record?
    ) -> [Record?]? {
        records(name) { $0.partialList("an array of \(name)", count: count, decode) }
    }

    /// Decodes the records of a file that has a single list of them, with a `decode` that takes the whole list.
    func records<Record>(_ name: String, inList decode: (Cursor) -> [Record?]?) -> [Record?]? {
        guard var members = members() else { return nil }
        _ = members.optional("$schema") { $0.schema() }
        let records = members.required(name, decode)
        members.close()
        return records
    }

    /// Decodes the path of the file's schema, which is for editors and otherwise unused.
    func schema() -> String? {
        if case .string(let path) = json { path } else { refused("the path of the schema") }
    }

    /// Decodes an id of at most 80 lower-case Latin letters, digits and single hyphens.
    func slug() -> String? {
        guard case .string(let text) = json, text.isSlug else {
            return refused("an id of at most 80 lower-case Latin letters, digits and single hyphens")
        }
        return text
    }

    /// Decodes and declares the id of a record.
    func declaration(of kind: DeclaredIDs.Kind) -> String? {
        guard let id = slug() else { return nil }
        if !diagnostics.declare(id, as: kind) { problem(.meaning, expected: kind.unique) }
        return id
    }

    /// Decodes the id of a record, which must exist.
    func reference(to kind: DeclaredIDs.Kind) -> String? {
        guard let id = slug() else { return nil }
        if let known = diagnostics.ids.known(kind, id) { return known }
        problem(
            .meaning,
            expected: "the id of \(kind.name)" + diagnostics.hint(kind, for: id))
        return id
    }

    func references(to kind: DeclaredIDs.Kind, count: ClosedRange<Int> = 0...Int.max) -> [String]? {
        list("an array of ids", count: count, isUnique: true) { $0.reference(to: kind) }.map(diagnostics.shared)
    }

    /// Decodes a text in at least one of the dataset's languages. In those that it lacks, the first of the others stands
    /// for it.
    func localizedText() -> LocalizedText? {
        guard var members = members() else { return nil }
        guard !members.isEmpty else { return refused("a text in one language at least") }
        let languages = diagnostics.ids.languages
        var (isSound, isInAnother) = (true, false)
        let text = LocalizedText(in: languages) { language in
            guard let text = members.optional(language.rawValue, { $0.text() }) else {
                isSound = false
                return ""
            }
            return text ?? ""
        }
        members.forEachUnknown { member, name, nearest in
            // A schema knows what a language tag looks like, but not which languages the dataset has.
            let isTag = LanguageTag.isTag(name)
            if isTag { _ = member.text() }
            isInAnother = isInAnother || isTag
            member.unknown(isTag ? .meaning : .structure, name, nearest)
        }
        guard isSound else { return nil }
        guard !text.isEmpty else {
            if isInAnother { return nil }
            let tags = languages.prefix(8).map(\.rawValue).joined(separator: ", ")
            return refused("a text in one of the languages of the dataset: \(tags)", .meaning)
        }
        diagnostics.translations.add(text, at: path)
        return text
    }

    func url() -> String? {
        guard case .string(let text) = json, text.isAddress else {
            return refused("an ASCII web address that starts with http:// or https://")
        }
        return text
    }

    func licence() -> Licence? {
        guard var members = members() else { return nil }
        let id = members.required("id") { $0.text() }
        let url = members.required("URL") { $0.url() }
        members.close()
        guard let id, let url else { return nil }
        return Licence(id: id, url: url)
    }

    func citations() -> [Citation]? {
        list("an array of citations", count: 1...Int.max) { $0.citation() }
    }

    private func citation() -> Citation? {
        guard var members = members() else { return nil }
        let source = members.required("source") { $0.reference(to: .source) }
        let locator = members.optional("locator") { $0.locator() }
        let printed = members.required("printed") { cursor in
            cursor.list("an array of printed tokens", count: 1...Int.max) { $0.text(longest: 120) }
        }
        let paraphrase = members.optional("paraphrase") { $0.localizedText() }
        let quotation = members.optional("quotation") { $0.quotation(of: source) }
        members.close()
        guard let source, let locator, let printed, let paraphrase, let quotation else { return nil }
        let place = locator ?? .printedToken
        check(place, in: source)
        return Citation(
            source: source, locator: place, printed: printed, paraphrase: paraphrase, quotation: quotation)
    }

    /// Decodes words of a source, whose licence must allow them to stand here.
    func quotation(of source: String?) -> Quotation? {
        guard var members = members() else { return nil }
        let text = members.required("text") { $0.text(longest: Quotation.longest) }
        let language = members.required("language") { $0.languageTag() }
        members.close()
        guard let text, let language else { return nil }
        if let source, diagnostics.ids.isKnown(.source), diagnostics.ids.has(.source, source),
            !diagnostics.ids.quotable.contains(source)
        {
            problem(
                .meaning, expected: "a paraphrase, because \(source) has no open licence that is known by its SPDX id")
        }
        return Quotation(text, in: language)
    }
}

extension String {
    /// Whether this is at most 80 lower-case Latin letters, digits and single hyphens.
    var isSlug: Bool {
        guard utf8.count <= 80 else { return false }
        var last = UInt8(ascii: "-")
        for byte in utf8 {
            guard byte.isSlugPart || byte == UInt8(ascii: "-") && last != byte else { return false }
            last = byte
        }
        return last != UInt8(ascii: "-")
    }

    fileprivate var isAddress: Bool {
        let rest = ["http://", "https://"].first(where: hasPrefix).map { utf8.dropFirst($0.utf8.count) }
        return rest.map { !$0.isEmpty && $0.allSatisfy { (0x21...0x7E).contains($0) } } ?? false
    }
}

extension UInt8 {
    fileprivate var isSlugPart: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
