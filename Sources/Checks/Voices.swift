import Evidence

/// Who says what at the places of a relation: the strands, and which of them say the same everywhere.
struct Voices {
    /// What a strand says at one place.
    struct Word: Hashable {
        let place: Int
        /// The numbers of its figures, ascending; more than one where it says several.
        fileprivate(set) var figures: [Int]
    }

    /// Strands of different sources that say the same at every place: any one of them stands for all.
    struct Chorus {
        /// The numbers of the strands; at least one.
        fileprivate(set) var strands: [Int]
        /// Ascending by place, those that its main text lends to it included.
        let words: [Word]
        /// By word, the first claim of the first strand with each of its figures.
        let claims: [[Int]]
        /// The number of the source's main text where the source has several strands, only one of which can speak.
        let rival: Int?
    }

    let places: [[Saying]]
    /// In the order of the claims.
    let choruses: [Chorus]
    /// By place, the choruses that say something there, ascending.
    let speakers: [[Int]]

    init(_ places: [[Saying]]) {
        self.places = places
        var strands: [Own] = []
        var numbers: [Int: Int] = [:]
        var counts: [Int: Int] = [:]
        for (place, sayings) in places.enumerated() {
            for (claim, saying) in sayings.enumerated() {
                let number = numbers[saying.strand] ?? strands.count
                if number == strands.count {
                    numbers[saying.strand] = number
                    counts[StrandTable.main(of: saying.strand), default: 0] += 1
                    strands.append(Own(strand: saying.strand))
                }
                strands[number].add(saying.figure, of: claim, at: place)
            }
        }
        var choruses: [Chorus] = []
        var known: [[Word]: Int] = [:]
        for own in strands {
            let main = StrandTable.main(of: own.strand)
            let isAlone = counts[main] == 1
            let lent = own.strand == main ? nil : numbers[main].map { strands[$0] }
            let (words, claims) = lent.map(own.lent) ?? (own.words, own.claims)
            if isAlone, let chorus = known[words] {
                choruses[chorus].strands.append(own.strand)
                continue
            }
            if isAlone { known[words] = choruses.count }
            choruses.append(
                Chorus(strands: [own.strand], words: words, claims: claims, rival: isAlone ? nil : main))
        }
        self.choruses = choruses
        var speakers = [[Int]](repeating: [], count: places.count)
        for (number, chorus) in choruses.enumerated() {
            for word in chorus.words { speakers[word.place].append(number) }
        }
        self.speakers = speakers
    }

    /// The places, those first at which the fewest speak: there a search has the fewest ways to go.
    var order: [Int] {
        places.indices.sorted { (speakers[$0].count, $0) < (speakers[$1].count, $1) }
    }

    /// How many ways there are to take one claim at each place; nil for more than can be counted.
    var combinations: Int128? {
        places.reduce(1) { product, sayings in
            guard let (count, overflow) = product?.multipliedReportingOverflow(by: Int128(sayings.count)), !overflow
            else { return sayings.isEmpty ? 0 : nil }
            return count
        }
    }

    /// What a strand says of its own.
    private struct Own {
        let strand: Int
        private(set) var words: [Word] = []
        private(set) var claims: [[Int]] = []

        init(strand: Int) { self.strand = strand }

        mutating func add(_ figure: Int, of claim: Int, at place: Int) {
            guard let last = words.indices.last, words[last].place == place else {
                words.append(Word(place: place, figures: [figure]))
                return claims.append([claim])
            }
            // Figures are numbered as they appear at a place, so that a new one is the greatest of it, or known.
            let spot = words[last].figures.firstIndex { $0 >= figure } ?? words[last].figures.endIndex
            if spot < words[last].figures.endIndex, words[last].figures[spot] == figure { return }
            words[last].figures.insert(figure, at: spot)
            claims[last].insert(claim, at: spot)
        }

        /// Returns the words with those of the main text at the places where this strand is silent.
        func lent(_ main: Own) -> (words: [Word], claims: [[Int]]) {
            var words: [Word] = []
            var claims: [[Int]] = []
            var next = 0
            for (word, said) in zip(main.words, main.claims) {
                while next < self.words.count, self.words[next].place < word.place {
                    words.append(self.words[next])
                    claims.append(self.claims[next])
                    next += 1
                }
                if next < self.words.count, self.words[next].place == word.place { continue }
                words.append(word)
                claims.append(said)
            }
            return (words + self.words[next...], claims + self.claims[next...])
        }
    }
}
