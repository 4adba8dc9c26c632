import Evidence

/// The strands that are taken for a reading so far, and what they leave open: a part of a minimal cover of the places.
struct Cover {
    private let index: StrandIndex
    /// The numbers of the groups, in the order in which they were taken.
    private(set) var groups: [Int] = []
    /// By place, the figures that all of them say there; nil where none speaks.
    private(set) var figures: [[Int]?]
    /// By place, how many of them speak.
    private var counts: [Int]
    /// By place, the first of them that speaks.
    private var first: [Int]
    /// By group, the number of places at which it alone speaks.
    private var alone: [Int]
    /// The sources with several strands one of which is taken.
    private var rivals: Set<Int> = []
    /// The places that taking a group changed, and what was said there before.
    private var changes: [[(place: Int, figures: [Int]?)]] = []

    init(_ index: StrandIndex) {
        self.index = index
        figures = Array(repeating: nil, count: index.places.count)
        counts = Array(repeating: 0, count: index.places.count)
        first = counts
        alone = Array(repeating: 0, count: index.groups.count)
    }

    /// Takes a group. Returns false, and takes nothing, where its source speaks already, where it would be passed over or
    /// pass another over, or, unless `mayRepeat`, where one of them could then be left out.
    mutating func take(_ number: Int, mayRepeat: Bool = false) -> Bool {
        let group = index.groups[number]
        if let rival = group.rival, !rivals.insert(rival).inserted { return false }
        groups.append(number)
        changes.append([])
        var fits = true
        for entry in group.entries where fits {
            let before = figures[entry.place]
            let after = before.map { $0.common(withAscending: entry.figures) } ?? entry.figures
            fits = !after.isEmpty
            if fits { fits = speak(number, after, before, at: entry.place) || mayRepeat }
        }
        if fits, mayRepeat || alone[number] > 0 { return true }
        drop()
        return false
    }

    /// Says a figure on behalf of nobody at a place where none speaks.
    mutating func say(_ figure: Int, at place: Int) { figures[place] = [figure] }

    /// Takes back what ``say(_:at:)`` said.
    mutating func unsay(at place: Int) { figures[place] = nil }

    /// Lets the group go that was taken last.
    mutating func drop() {
        guard let number = groups.popLast(), let changed = changes.popLast() else { return }
        if let rival = index.groups[number].rival { rivals.remove(rival) }
        for (place, before) in changed.reversed() {
            figures[place] = before
            counts[place] -= 1
            switch counts[place] {
            case 0: alone[number] -= 1
            case 1: alone[first[place]] += 1
            default: break
            }
        }
    }

    /// Returns false where a group speaks alone nowhere any more.
    private mutating func speak(_ number: Int, _ after: [Int], _ before: [Int]?, at place: Int) -> Bool {
        figures[place] = after
        changes[changes.count - 1].append((place, before))
        counts[place] += 1
        switch counts[place] {
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
