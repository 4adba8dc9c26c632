import Evidence

/// The strands that are taken for a reading so far, and what they leave open.
struct Cast {
    private let voices: Voices
    /// The numbers of the choruses, in the order in which they were taken.
    private(set) var choruses: [Int] = []
    /// By place, the figures that all of them say there; nil where none speaks.
    private(set) var figures: [[Int]?]
    /// By place, how many of them speak.
    private var speakers: [Int]
    /// By place, the first of them that speaks.
    private var first: [Int]
    /// By chorus, the number of places at which it alone speaks.
    private var alone: [Int]
    /// The sources with several strands one of which is taken.
    private var rivals: Set<Int> = []
    /// The places that taking a chorus changed, and what was said there before.
    private var changes: [[(place: Int, figures: [Int]?)]] = []

    init(_ voices: Voices) {
        self.voices = voices
        figures = Array(repeating: nil, count: voices.places.count)
        speakers = Array(repeating: 0, count: voices.places.count)
        first = speakers
        alone = Array(repeating: 0, count: voices.choruses.count)
    }

    /// Takes a chorus. Returns false, and takes nothing, where its source speaks already, where it would be passed over or
    /// pass another over, or, unless `mayRepeat`, where one of them could then be left out.
    mutating func take(_ number: Int, mayRepeat: Bool = false) -> Bool {
        let chorus = voices.choruses[number]
        if let rival = chorus.rival, !rivals.insert(rival).inserted { return false }
        choruses.append(number)
        changes.append([])
        var fits = true
        for word in chorus.words where fits {
            let before = figures[word.place]
            let after = before.map { $0.filter(word.figures.contains) } ?? word.figures
            fits = !after.isEmpty
            if fits { fits = speak(number, after, before, at: word.place) || mayRepeat }
        }
        if fits, mayRepeat || alone[number] > 0 { return true }
        drop()
        return false
    }

    /// Says a figure on behalf of nobody at a place where none speaks.
    mutating func say(_ figure: Int, at place: Int) { figures[place] = [figure] }

    /// Takes back what ``say(_:at:)`` said.
    mutating func unsay(at place: Int) { figures[place] = nil }

    /// Lets the chorus go that was taken last.
    mutating func drop() {
        guard let number = choruses.popLast(), let changed = changes.popLast() else { return }
        if let rival = voices.choruses[number].rival { rivals.remove(rival) }
        for (place, before) in changed.reversed() {
            figures[place] = before
            speakers[place] -= 1
            switch speakers[place] {
            case 0: alone[number] -= 1
            case 1: alone[first[place]] += 1
            default: break
            }
        }
    }

    /// Returns false where a chorus speaks alone nowhere any more.
    private mutating func speak(_ number: Int, _ after: [Int], _ before: [Int]?, at place: Int) -> Bool {
        figures[place] = after
        changes[changes.count - 1].append((place, before))
        speakers[place] += 1
        switch speakers[place] {
        case 1:
            first[place] = number
            alone[number] += 1
        case 2:
            alone[first[place]] -= 1
            return alone[first[place]] > 0
        default: break
        }
        return true
    }
}
