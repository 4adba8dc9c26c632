import Evidence

/// What the files declare, gathered before they are decoded, so that a reference may stand before what it names, and
/// something that cannot be decoded is not also missing.
struct Outline {
    /// What has ids, each kind apart.
    enum Kind: String, CaseIterable {
        case category, measure, population, unit, actor, place
        case source, event, statistic, claim, relation

        /// The name of the vocabulary, when it is one.
        var vocabulary: String? {
            switch self {
            case .category: "categories"
            case .measure, .population, .unit, .actor, .place: rawValue + "s"
            case .source, .event, .statistic, .claim, .relation: nil
            }
        }

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
    /// How many sentences each paragraph has, of the sources that count them.
    private(set) var sentences: [String: [Int]] = [:]

    /// The files' contents; nil where a file could not be read.
    init(identity: JSON?, sources: JSON?, events: JSON?, statistics: JSON?) {
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
            (Kind.source, sources?["sources"]), (.event, events?["events"]), (.statistic, statistics?["statistics"]),
        ] {
            if let records { ids[kind] = Set(records.elements.compactMap(\.id)) }
        }
        for source in sources?["sources"]?.elements ?? [] {
            guard let id = source.id, let counts = source["sentences"] else { continue }
            sentences[id] = counts.elements.map { count in
                if case .number(let numeral) = count { Int(numeral) ?? 0 } else { 0 }
            }
        }
        for statistic in statistics?["statistics"]?.elements ?? [] {
            if let id = statistic.id { units[id] = statistic["unit"]?.string }
        }
    }

    /// Whether the file that declares the kind could be read.
    func isKnown(_ kind: Kind) -> Bool { ids[kind] != nil }

    /// Whether there is something of that id, as far as the files can be read.
    func has(_ kind: Kind, _ id: String) -> Bool { ids[kind]?.contains(id) ?? true }

    /// The nearest of the ids that there are.
    func nearest(_ kind: Kind, to id: String) -> String? {
        Archive.nearest(to: id, in: (ids[kind] ?? []).sorted())
    }

    /// The id of a statistic's unit.
    func unit(ofStatistic id: String) -> String? { units[id] }

    /// What the values of a unit can be.
    func kind(ofUnit id: String) -> UnitKind? { kinds[id] }
}

extension JSON {
    fileprivate var id: String? { self["id"]?.string }
}
