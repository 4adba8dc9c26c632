import Evidence

/// All records of a table in the order of a key, and which of them have equal keys.
struct Ranking: Sendable {
    /// The positions in the order of keys, those with equal keys in the order of the table.
    private let order: [UInt32]
    /// For each position, the place in `order` of the first record with an equal key.
    private let groups: [UInt32]
    /// Whether this is the order of the table itself.
    private let isOfTable: Bool

    /// Ranks records by `keys`; nil sorts first.
    init<Key: Comparable>(_ keys: [Key?]) {
        let positions = keys.indices.map { UInt32(clamping: $0) }
        let order = positions.sorted { left, right in
            switch (keys[Int(left)], keys[Int(right)]) {
            case (let key?, let other?): key == other ? left < right : key < other
            case (nil, nil): left < right
            case (let key, _): key == nil
            }
        }
        self.init(order) { keys[$0] == keys[$1] }
    }

    /// Ranks `count` records by the bytes of the text that `write` appends for each position.
    init(_ count: Int, _ write: (Int, inout [UInt8]) -> Void) {
        var texts = PackedTexts()
        for position in 0..<count { texts.append { write(position, &$0) } }
        self.init(texts.sorted(), areEqual: texts.areEqual)
    }

    private init(_ order: [UInt32], areEqual: (Int, Int) -> Bool) {
        self.order = order
        var groups = [UInt32](repeating: 0, count: order.count)
        var group = 0
        for (place, position) in order.enumerated() {
            if place > 0, !areEqual(Int(order[place - 1]), Int(position)) { group = place }
            groups[Int(position)] = UInt32(clamping: group)
        }
        self.groups = groups
        isOfTable = zip(order, order.dropFirst()).allSatisfy(<)
    }

    /// Returns the selected records in the given places of this order. Equal ones stay in the order of the table, even
    /// in descending order.
    func positions(of selection: Selection, _ places: Range<Int>, descending: Bool) -> [Int] {
        guard !places.isEmpty else { return [] }
        if isOfTable, !descending { return selection.positions(places) }
        if selection.count == order.count {
            return Array(walk(from: places.lowerBound, descending).prefix(places.count))
        }
        // Walking the order visits about this many records; sorting the matches costs more for each.
        let steps = order.count / max(1, selection.count) * places.upperBound
        if selection.count < steps / 8 {
            return Array(sorted(selection.positions(0..<selection.count), descending)[places])
        }
        let start = isOfTable ? order.count - group(at: max(0, selection.end - 1)).upperBound : 0
        let matches = walk(from: start, descending).lazy.filter(selection.contains)
        return Array(matches.dropFirst(places.lowerBound).prefix(places.count))
    }

    /// Returns the first position in this order for which `isBefore` is false; nil if there is none.
    func firstPosition(notBefore isBefore: (Int) -> Bool) -> Int? {
        let place = order.partitionPoint { isBefore(Int($0)) }
        return place < order.count ? Int(order[place]) : nil
    }

    /// Returns the positions in this order around the place where `isBefore` turns false, at most half of `most` on
    /// either side.
    func positions(around isBefore: (Int) -> Bool, most: Int) -> [Int] {
        let place = order.partitionPoint { isBefore(Int($0)) }
        return order[max(0, place - most / 2)..<min(order.count, place + most / 2)].map { Int($0) }
    }

    private func sorted(_ positions: [Int], _ descending: Bool) -> [Int] {
        positions.sorted { left, right in
            if groups[left] == groups[right] { return left < right }
            return descending ? groups[left] > groups[right] : groups[left] < groups[right]
        }
    }

    /// Returns all positions from a place in the order on.
    private func walk(from start: Int, _ descending: Bool) -> some Sequence<Int> {
        sequence(state: (place: start, group: 0..<0)) { state in
            guard state.place < order.count else { return nil }
            defer { state.place += 1 }
            guard descending else { return Int(order[state.place]) }
            // In descending order, groups of equal keys are reversed but the records within each are not.
            let mirrored = order.count - 1 - state.place
            if !state.group.contains(mirrored) { state.group = group(at: mirrored) }
            return Int(order[state.group.lowerBound + state.group.upperBound - 1 - mirrored])
        }
    }

    /// Returns the places of all records whose key equals the one at `place`.
    private func group(at place: Int) -> Range<Int> {
        let start = groups[Int(order[place])]
        let count = order[place...].partitionPoint { groups[Int($0)] == start }
        return Int(start)..<count
    }
}
