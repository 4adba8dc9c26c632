import Evidence
import Foundations

/// What the files declare, gathered before they are decoded, so that a reference may stand before what it names, and
/// something that cannot be decoded is not also missing.
struct DeclaredIDs {
    /// What has ids, each kind apart.
    enum Kind: String, CaseIterable {
        case category, measure, population, unit, actor, place
        case source, event, statistic, claim, relation

        /// The name of the vocabulary, when it is one.
        var vocabulary: String? { Vocabulary.Kind(rawValue: rawValue)?.plural }

        /// What a repeated id is not.
        var unique: String { "an id that no other \(rawValue) has" }

        /// With its article.
        var name: String {
            if let vocabulary { return "a term of the vocabulary \(vocabulary)" }
            return self == .event ? "an event" : "a \(rawValue)"
        }
    }

    /// nil for a kind whose file could not be read: then nothing can be said of references to it.
    private var ids: [Kind: Set<String>] = [:]
    private var units: [String: String] = [:]
    private var kinds: [String: UnitKind] = [:]
    /// Those in which every text is: as the dataset says, else English and Lithuanian, as all were before they said.
    private(set) var languages = [LanguageTag("en"), LanguageTag("lt")]
    /// How many sentences each paragraph has, of the sources that count them.
    private(set) var sentences: [String: [Int]] = [:]

    /// The files' contents; nil where a file could not be read. The events are added once they are decoded: none of the
    /// other files but that of the relations refers to them.
    init(identity: JSON?, sources: JSON?, statistics: JSON?) {
        let tags = identity?["languages"]?.elements.compactMap(\.string).filter(LanguageTag.isTag).uniqued() ?? []
        if !tags.isEmpty { languages = tags.prefix(Dataset.Identity.mostLanguages).map { LanguageTag($0) } }
        if let vocabularies = identity?["vocabularies"] {
            for kind in Kind.allCases {
                guard let name = kind.vocabulary, let terms = vocabularies[name] else { continue }
                ids[kind] = Set(terms.elements.compactMap(\.id))
            }
            for unit in vocabularies["units"]?.elements ?? [] {
                if let id = unit.id { kinds[id] = unit["kind"]?.string.flatMap(UnitKind.init) }
            }
        }
        for (kind, records) in [
            (Kind.source, sources?["sources"]), (.statistic, statistics?["statistics"]),
        ] {
            if let records { ids[kind] = Set(records.elements.compactMap(\.id)) }
        }
        for source in sources?["sources"]?.elements ?? [] {
            guard let id = source.id, let counts = source["sentences"] else { continue }
            sentences[id] = counts.elements.map { count in
                if case .number(let numeral) = count { Double(numeral).flatMap(Int.init(exactly:)) ?? 0 } else { 0 }
            }
        }
        for statistic in statistics?["statistics"]?.elements ?? [] {
            if let id = statistic.id { units[id] = statistic["unit"]?.string }
        }
    }

    /// Whether the file that declares the kind could be read.
    func isKnown(_ kind: Kind) -> Bool { ids[kind] != nil }

    /// Adds the ids of the events.
    mutating func add(events: Set<String>) { ids[.event] = events }

    /// Whether there is something of that id, as far as the files can be read.
    func has(_ kind: Kind, _ id: String) -> Bool { ids[kind]?.contains(id) ?? true }

    /// The id as it is kept here, so that a million references share its memory; itself where the file that declares it
    /// could not be read, and nil when there is none.
    func known(_ kind: Kind, _ id: String) -> String? {
        guard let ids = ids[kind] else { return id }
        return ids.firstIndex(of: id).map { ids[$0] }
    }

    /// All ids of a kind, ascending.
    func sorted(_ kind: Kind) -> [String] { (ids[kind] ?? []).sorted() }

    /// The id of a statistic's unit.
    func unit(ofStatistic id: String) -> String? { units[id] }

    /// What the values of a unit can be.
    func kind(ofUnit id: String) -> UnitKind? { kinds[id] }
}

extension JSON {
    fileprivate var id: String? { self["id"]?.string }

    /// The ids in the list that a member has; nil when there is no such member.
    func ids(of list: String) -> Set<String>? {
        self[list].map { Set($0.elements.compactMap(\.id)) }
    }
}
