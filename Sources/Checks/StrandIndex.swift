import Evidence

/// Who says what at the places of a relation: the strands, and which of them say the same everywhere.
package struct StrandIndex {
    /// The figures of a strand at one place.
    struct Entry: Hashable {
        let place: Int
        /// The numbers of its figures, ascending; more than one where it says several.
        fileprivate(set) var figures: [Int]
    }

    /// Strands of different sources that say the same at every place: any one of them stands for all.
    struct Group {
        /// The numbers of the strands; at least one.
        fileprivate(set) var strands: [Int]
        /// Ascending by place, those that its main text lends to it included.
        let entries: [Entry]
        /// By entry, the first claim of the first strand with each of its figures.
        let claims: [[Int]]
        /// The number of the source's main text where the source has several strands, only one of which can speak.
        let rival: Int?
    }

    let places: [[StrandFigure]]
    /// In the order of the claims.
    let groups: [Group]
    /// By place, the groups that say something there, ascending.
    let groupsThere: [[Int]]

    init(_ places: [[StrandFigure]]) {
        self.places = places
        var strands: [Own] = []
        var numbers: [Int: Int] = [:]
        var counts: [Int: Int] = [:]
        for (place, strandFigures) in places.enumerated() {
            for (claim, strandFigure) in strandFigures.enumerated() {
                let number = numbers[strandFigure.strand] ?? strands.count
                if number == strands.count {
                    numbers[strandFigure.strand] = number
                    counts[StrandTable.main(of: strandFigure.strand), default: 0] += 1
                    strands.append(Own(strand: strandFigure.strand))
                }
                strands[number].add(strandFigure.figure, of: claim, at: place)
            }
        }
        for number in strands.indices { strands[number].sort() }
        var groups: [Group] = []
        var known: [[Entry]: Int] = [:]
        for own in strands {
            let main = StrandTable.main(of: own.strand)
            let isAlone = counts[main] == 1
            let lent = own.strand == main ? nil : numbers[main].map { strands[$0] }
            let (entries, claims) = lent.map(own.lent) ?? (own.entries, own.claims)
            if isAlone, let group = known[entries] {
                groups[group].strands.append(own.strand)
                continue
            }
            if isAlone { known[entries] = groups.count }
            groups.append(
                Group(strands: [own.strand], entries: entries, claims: claims, rival: isAlone ? nil : main))
        }
        self.groups = groups
        var groupsThere = [[Int]](repeating: [], count: places.count)
        for (number, group) in groups.enumerated() {
            for entry in group.entries { groupsThere[entry.place].append(number) }
        }
        self.groupsThere = groupsThere
    }

    /// The places, those first at which the fewest speak: there a search has the fewest ways to go.
    var order: [Int] {
        places.indices.sorted { (groupsThere[$0].count, $0) < (groupsThere[$1].count, $1) }
    }

    /// How many ways there are to take one claim at each place; nil for more than can be counted.
    var combinations: Int128? {
        places.reduce(1) { product, strandFigures in
            guard let (count, overflow) = product?.multipliedReportingOverflow(by: Int128(strandFigures.count)),
                !overflow
            else { return strandFigures.isEmpty ? 0 : nil }
            return count
        }
    }

    /// What a strand says of its own.
    private struct Own {
        let strand: Int
        private(set) var entries: [Entry] = []
        private(set) var claims: [[Int]] = []
        /// The figures at the last place.
        private var known: Set<Int> = []

        init(strand: Int) { self.strand = strand }

        mutating func add(_ figure: Int, of claim: Int, at place: Int) {
            guard let last = entries.indices.last, entries[last].place == place else {
                entries.append(Entry(place: place, figures: [figure]))
                known = [figure]
                return claims.append([claim])
            }
            guard known.insert(figure).inserted else { return }
            entries[last].figures.append(figure)
            claims[last].append(claim)
        }

        /// Puts the figures of each place in ascending order, with their claims.
        mutating func sort() {
            for place in entries.indices where entries[place].figures.count > 1 {
                let sorted = zip(entries[place].figures, claims[place]).sorted { $0.0 < $1.0 }
                entries[place].figures = sorted.map(\.0)
                claims[place] = sorted.map(\.1)
            }
        }

        /// Returns the entries with those of the main text at the places where this strand is silent.
        func lent(_ main: Own) -> (entries: [Entry], claims: [[Int]]) {
            var entries: [Entry] = []
            var claims: [[Int]] = []
            var next = 0
            for (entry, said) in zip(main.entries, main.claims) {
                while next < self.entries.count, self.entries[next].place < entry.place {
                    entries.append(self.entries[next])
                    claims.append(self.claims[next])
                    next += 1
                }
                if next < self.entries.count, self.entries[next].place == entry.place { continue }
                entries.append(entry)
                claims.append(said)
            }
            return (entries + self.entries[next...], claims + self.claims[next...])
        }
    }
}
