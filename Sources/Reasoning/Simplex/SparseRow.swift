/// A sum of variables with factors, none of them zero, in the order of the variables.
struct SparseRow {
    struct Entry {
        let variable: Int
        let factor: Rational
    }

    private(set) var entries: [Entry]

    init(_ entries: [Entry] = []) { self.entries = entries }

    /// Creates a row of factors by variable.
    init(_ factors: [Int: Rational]) {
        entries = factors.filter { !$0.value.isZero }.map { Entry(variable: $0.key, factor: $0.value) }
            .sorted { $0.variable < $1.variable }
    }

    /// How many steps it costs to work with it.
    var size: Int { entries.reduce(1) { $0 + $1.factor.size } }

    subscript(variable: Int) -> Rational {
        let place = self.place(of: variable)
        return place < entries.count && entries[place].variable == variable ? entries[place].factor : .zero
    }

    private func place(of variable: Int) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].variable < variable { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Returns the row with a row in place of a variable.
    func replacing(_ variable: Int, by other: SparseRow) -> SparseRow {
        let factor = self[variable]
        guard !factor.isZero else { return self }
        var result: [Entry] = []
        result.reserveCapacity(entries.count + other.entries.count)
        var next = 0
        for entry in entries where entry.variable != variable {
            while next < other.entries.count, other.entries[next].variable < entry.variable {
                result.append(other.entries[next].times(factor))
                next += 1
            }
            if next < other.entries.count, other.entries[next].variable == entry.variable {
                let sum = entry.factor + other.entries[next].factor * factor
                if !sum.isZero { result.append(Entry(variable: entry.variable, factor: sum)) }
                next += 1
            } else {
                result.append(entry)
            }
        }
        while next < other.entries.count {
            result.append(other.entries[next].times(factor))
            next += 1
        }
        return SparseRow(result)
    }

    /// Returns what `variable` is, where `basic` is this row.
    func solved(for variable: Int, of basic: Int) -> SparseRow {
        let factor = self[variable]
        let rest = entries.filter { $0.variable != variable }.map {
            Entry(variable: $0.variable, factor: -$0.factor / factor)
        }
        let own = Entry(variable: basic, factor: Rational.one / factor)
        let place = SparseRow(rest).place(of: basic)
        return SparseRow(rest[..<place] + [own] + rest[place...])
    }
}

extension SparseRow.Entry {
    fileprivate func times(_ factor: Rational) -> Self { .init(variable: variable, factor: self.factor * factor) }
}
