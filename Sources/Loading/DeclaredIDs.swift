import Evidence
import Foundations

/// The ids that the files declare. They are collected before decoding, so that a reference may precede what it names,
/// and a record that cannot be decoded is not reported as missing too.
struct DeclaredIDs {
    /// The kinds of things that have ids; ids are unique within a kind.
    // Numbers, because those are hashed faster than words.
    enum Kind: Int, CaseIterable {
        case category, measure, population, unit, actor, place, witness, term
        case source, event, statistic, claim, relation

        /// The kind of the terms of a vocabulary.
        init?(_ vocabulary: Vocabulary.Kind) {
            guard let kind = Kind.allCases.first(where: { $0.word == vocabulary.rawValue }) else { return nil }
            self = kind
        }

        private var word: String { "\(self)" }

        /// The name of the vocabulary, if the kind is one of terms.
        var vocabulary: String? { Vocabulary.Kind(rawValue: word)?.plural }

        /// Whether a dataset must have the list of them.
        var isRequired: Bool { Vocabulary.Kind(rawValue: word)?.isRequired ?? true }

        /// What is expected in place of a repeated id.
        var unique: String { "an id that no other \(word) has" }

        /// The name of the kind with its article, for messages.
        var name: String {
            if let vocabulary { return "a term of the vocabulary \(vocabulary)" }
            return self == .event ? "an event" : "a \(word)"
        }
    }

    /// The ids of each kind; nil if its file could not be read, so that references to it cannot be checked.
    private var ids: [Kind: Set<String>] = [:]
    /// The unit of each statistic.
    private var unitIDs: [String: String] = [:]
    /// Which values each unit allows, by its id; without those that are not described right.
    private(set) var units: [String: Unit] = [:]
    /// The languages that texts may be in: those that the dataset names, by default English and Lithuanian, which all
    /// datasets had before they could name them.
    private(set) var languages = [LanguageTag("en"), LanguageTag("lt")]
    /// The number of sentences in each paragraph, for the sources that give it.
    private(set) var sentences: [String: [Int]] = [:]

    /// The sources whose licence is open, so that their words may be quoted.
    private(set) var quotable: Set<String> = []

    /// Collects the ids in the contents of the files, nil for a file that could not be read. The events are added after
    /// they are decoded, as only relations refer to them.
    init(identity: JSON?, sources: JSON?, statistics: JSON?) {
        let tags = identity?["languages"]?.elements.compactMap(\.string).filter(LanguageTag.isTag).uniqued() ?? []
        if !tags.isEmpty { languages = tags.prefix(Dataset.Identity.mostLanguages).map { LanguageTag($0) } }
        if let vocabularies = identity?["vocabularies"] {
            for kind in Kind.allCases {
                guard let name = kind.vocabulary else { continue }
                // A list that need not be there has no terms.
                if let terms = vocabularies[name] ?? (kind.isRequired ? nil : JSON.array([])) {
                    ids[kind] = Set(terms.elements.compactMap(\.id))
                }
            }
            // Whatever is wrong with them is told when their turn comes.
            let diagnostics = Diagnostics(self, declares: false)
            let descriptions = vocabularies["units"]?.elements ?? []
            units.reserveCapacity(descriptions.count)
            for unit in descriptions {
                if let id = unit.id { units[id] = UnitFile.unit(unit, diagnostics) }
            }
        }
        for (kind, records) in [
            (Kind.source, sources?["sources"]), (.statistic, statistics?["statistics"]),
        ] {
            if let records { ids[kind] = Set(records.elements.compactMap(\.id)) }
        }
        for source in sources?["sources"]?.elements ?? [] {
            if let id = source.id, let licence = source["licence"]?["id"]?.string, Licence(id: licence, url: "").isOpen
            {
                quotable.insert(id)
            }
            guard let id = source.id, let counts = source["sentences"] else { continue }
            sentences[id] = counts.elements.map { count in
                if case .number(let numeral) = count { Double(numeral).flatMap(Int.init(exactly:)) ?? 0 } else { 0 }
            }
        }
        for statistic in statistics?["statistics"]?.elements ?? [] {
            if let id = statistic.id { unitIDs[id] = statistic["unit"]?.string }
        }
    }

    /// Whether the file that declares the kind could be read.
    func isKnown(_ kind: Kind) -> Bool { ids[kind] != nil }

    /// Adds the ids of the events.
    mutating func add(events: Set<String>) { ids[.event] = events }

    /// Whether something with this id exists. True if that cannot be known because the file could not be read.
    func has(_ kind: Kind, _ id: String) -> Bool { ids[kind]?.contains(id) ?? true }

    /// Returns the stored copy of an id, so that a million references share its memory; nil if it is not declared. If
    /// the file that declares it could not be read, returns `id` itself.
    func known(_ kind: Kind, _ id: String) -> String? {
        guard let ids = ids[kind] else { return id }
        return ids.firstIndex(of: id).map { ids[$0] }
    }

    /// Returns all ids of a kind in ascending order.
    func sorted(_ kind: Kind) -> [String] { (ids[kind] ?? []).sorted() }

    /// Returns the unit of a statistic.
    func unit(ofStatistic id: String) -> String? { unitIDs[id] }

    /// Returns which values a unit allows.
    func unit(_ id: String) -> Unit? { units[id] }
}

extension JSON {
    fileprivate var id: String? { self["id"]?.string }

    /// Returns the ids of the records in the list that the member `list` has; nil if there is no such member.
    func ids(of list: String) -> Set<String>? {
        self[list].map { Set($0.elements.compactMap(\.id)) }
    }
}
