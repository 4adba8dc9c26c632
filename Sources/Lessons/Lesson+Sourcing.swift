import Archive
import Checks
import Evidence
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
            let isWeb = ["https://", "http://"].contains { source.url?.hasPrefix($0) == true }
            return Witness(
                letter: letter(of: source.id), title: title(source.id), facts: facts(of: source),
                address: isWeb ? source.url : nil, passages: passages(of: source.id))
        }
    }

    private func facts(of source: Source) -> [Fact] {
        let unknown = words["lessonNotKnown"]
        let author = source.author.prefix(Lesson.mostPlaces).map { source.marked($0.spoken, for: language) }
        let year = source.issued == nil ? words["lessonYearNotKnown"] : nil
        let facts: [(String, String?)] = [
            ("author", author.isEmpty ? unknown : author.joined(separator: ", ")),
            ("lessonDocument", words[source.kindKey]),
            ("published", [source.imprint(in: language), year].compactMap { $0 }.joined(separator: "; ")),
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
        return counters.uniqued().map { counter in
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

    /// What is known of each source, for the teacher: how it depends on others, and whose count it repeats.
    var origins: [String] {
        let vocabulary = snapshot.dataset.identity.vocabulary
        let named = claims(of: check.relation.figures).compactMap(\.namedWitness).uniqued()
        return sources.prefix(mostRecords).compactMap { snapshot.sources[$0] }.map { source in
            mark(of: source.id) + ": " + source.independenceStatement.marked(for: language)
        }
            + named.compactMap { vocabulary[.witness, $0] }.compactMap { term in
                term.note.map { term.label.marked(for: language) + ": " + $0.marked(for: language) }
            }
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
