import Archive
import Checks
import Evidence
import Foundations
import Rendering
import Wording

/// Where the words come from: who wrote them, when, and who counted, with what is not known of it.
extension Lesson {
    /// One source, with the passages that are read in it.
    package struct Witness {
        /// The letter that stands for it on the rest of the sheet; nil if there is no other source.
        package let letter: String?
        package let title: String
        package let facts: [Fact]
        /// Where the original can be read; nil if that is not known.
        package let address: String?
        /// The address as a picture for the camera of a phone; nil also of one that is too long.
        package let code: String?
        package let passages: [Passage]
    }

    package struct Fact {
        package let name, value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The sources in the order in which the relation comes to them.
    package var witnesses: [Witness] {
        sources.compactMap { snapshot.sources[$0] }.map { source in
            let address = source.url.flatMap { url in
                ["https://", "http://"].contains(where: url.hasPrefix) ? url : nil
            }
            let code = address.flatMap { QRCode($0) }
            return Witness(
                letter: letter(of: source.id), title: title(source.id), facts: facts(of: source), address: address,
                code: code?.svg(titled: HTMLText.escape(words["lessonCode"])), passages: passages(of: source.id))
        }
    }

    private func facts(of source: Source) -> [Fact] {
        let facts: [(String, String?)] = [
            ("lessonAuthor", author(of: source) ?? (source.isLegal ? nil : words["lessonNotKnown"])),
            ("lessonDocument", kind(of: source)),
            ("published", imprint(of: source)),
            ("lessonKind", source.independence.label[language]),
            ("sourceLanguage", Phrase.label(.language, source.language)[language]),
            ("lessonCounted", counters(of: source.id)),
            ("access", source.access.marked(for: language)),
        ]
        return facts.compactMap { key, value in value.map { Fact(name: words[key], value: $0) } }
    }

    /// Returns whose counts the source gives, each with its figures; nil where it gives none here.
    private func counters(of source: String) -> String? {
        let own = claims(of: check.relation.figures).filter { $0.source == source }
        guard !own.isEmpty else { return nil }
        let counters = own.map { counter(of: $0) }
        // Names begin with a capital, which stands best at the beginning.
        let unknown = words["lessonNotRecorded"]
        let ordered = counters.uniqued().filter { $0 != unknown } + (counters.contains(unknown) ? [unknown] : [])
        return ordered.map { counter in
            let figures = zip(own, counters).filter { $1 == counter }.map { $0.0.quantity.text(in: language) }
            return counter + " (" + figures.uniqued().joined(separator: "; ") + ")"
        }.joined(separator: "; ")
    }

    private func counter(of claim: Claim) -> String {
        let vocabulary = snapshot.dataset.identity.vocabulary
        if let witness = claim.namedWitness {
            return vocabulary[.witness, witness]?.label.marked(for: language) ?? mark(of: witness)
        }
        return claim.attribution == .main ? words["lessonNotRecorded"] : claim.attribution.label[language]
    }

    /// What is known of each source, for the teacher: whose it is and when it appeared, whose counts it gives and how it depends on
    /// others; then what is known of these counts, and what no record says.
    var origins: [String] {
        let vocabulary = snapshot.dataset.identity.vocabulary
        let named = claims(of: check.relation.figures).compactMap(\.namedWitness).uniqued()
        return sources.prefix(mostRecords).compactMap { snapshot.sources[$0] }.map(origin)
            + named.compactMap { vocabulary[.witness, $0] }.compactMap { term in
                term.note.map { term.label.marked(for: language) + ": " + $0.marked(for: language) }
            } + [words["lessonForWhom"]]
    }

    private func origin(of source: Source) -> String {
        let author = author(of: source) ?? (source.isLegal ? nil : words["lessonAuthorNotKnown"])
        let known = [author, kind(of: source), imprint(of: source)].compactMap { $0 }.joined(separator: "; ")
        let told = [letter(of: source.id), known].compactMap { $0 }.joined(separator: ": ").capitalizedFirst
        let counted = counters(of: source.id).map { "\(words["lessonCounted"]): \($0)".withFullStop }
        let statement = source.independence == .main ? nil : source.independenceStatement.marked(for: language)
        return [told.withFullStop, counted, statement].compactMap { $0 }.joined(separator: " ")
    }

    /// What the editor has pupils told of a source.
    private func told(of source: Source) -> LessonPlans.Origin? { snapshot.dataset.lessons.origins[source.id] }

    /// Returns who wrote a source; nil if that is not known.
    private func author(of source: Source) -> String? {
        if let author = told(of: source)?.author { return author.marked(for: language) }
        let authors = source.author.prefix(Lesson.mostPlaces).map { source.marked($0.spoken, for: language) }
        return authors.isEmpty ? nil : authors.joined(separator: ", ")
    }

    private func kind(of source: Source) -> String {
        told(of: source)?.kind?.marked(for: language) ?? words[source.kindKey]
    }

    private func imprint(of source: Source) -> String {
        if let published = told(of: source)?.published { return published.marked(for: language) }
        let year = source.issued == nil ? words["lessonYearNotKnown"] : nil
        return [source.imprint(in: language), year].compactMap { $0 }.joined(separator: "; ")
    }

    /// Returns the letter of one of several sources.
    func letter(of source: String) -> String? {
        guard sources.count > 1, let place = sources.firstIndex(of: source) else { return nil }
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return letters.indices.contains(place) ? String(letters[place]) : "\(place + 1)"
    }

    /// Returns the letter of a source, or its author where it has none.
    func mark(of source: String) -> String { letter(of: source) ?? name(source) }
}

extension Source {
    /// Whether it is a treaty, a law or a judgment, which has no author.
    fileprivate var isLegal: Bool { ["kindLaw", "kindJudgment"].contains(kindKey) }

    /// The key of the word for what sort of document it is.
    fileprivate var kindKey: String {
        switch type {
        case "book", "chapter", "classic": "kindBook"
        case "article-journal", "article", "paper-conference", "review": "kindArticle"
        case "article-newspaper", "article-magazine", "periodical": "kindPress"
        case "entry", "entry-encyclopedia", "entry-dictionary": "kindEntry"
        case "webpage", "post", "post-weblog": "kindPage"
        case "treaty", "legislation", "bill", "regulation": "kindLaw"
        case "legal_case", "hearing": "kindJudgment"
        case "report", "dataset", "standard": "kindReport"
        case "interview": "kindInterview"
        case "manuscript": "kindManuscript"
        default: "kindDocument"
        }
    }
}
