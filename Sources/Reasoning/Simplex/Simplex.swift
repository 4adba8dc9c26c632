/// Linear arithmetic, decided exactly: variables between bounds, and rows that are sums of them.
///
/// The general simplex method of Dutertre and de Moura (2006): bounds come and go, and the tableau stays, so that a question
/// that differs little from the last one costs little. Of several variables, the first is taken (Bland's rule), so that it ends.
struct Simplex {
    /// The steps that are left; a step is a number that is worked out.
    var steps: Steps

    /// By basic variable, what it is in the others; nil of the others.
    private var rows: [SparseRow?] = []
    /// By variable, the basic ones in whose rows it stands, perhaps.
    private var users: [Set<Int>] = []
    private var lows: [Limit?] = []
    private var highs: [Limit?] = []
    private var values: [Limit] = []
    /// The variables that hold the last answer of ``solve()`` or ``extreme(of:up:)`` back, by their bounds: with any one of
    /// these away, it would be another, as far as these go. It is of no use where there were values, or no end.
    private(set) var support: [Int] = []
    /// The variable that moves, with those that rest on it, where the last answer of ``extreme(of:up:)`` is without end.
    private var ray: (variable: Int, isUp: Bool)?
    /// The basic variables that may be out of their bounds.
    private var suspects: Set<Int> = []

    init(variables count: Int, steps: Steps) {
        self.steps = steps
        for _ in 0..<count { _ = addVariable() }
    }

    private mutating func addVariable() -> Int {
        rows.append(nil)
        users.append([])
        lows.append(nil)
        highs.append(nil)
        values.append(.zero)
        return rows.count - 1
    }

    /// Adds a variable that is a sum of earlier ones, by their factors. Returns its number.
    mutating func add(_ factors: [Int: Rational]) throws(Steps.Exhausted) -> Int {
        var row = SparseRow(factors)
        for entry in row.entries {
            guard let basic = rows[entry.variable] else { continue }
            row = row.replacing(entry.variable, by: basic)
            try steps.spend(row.entries.count)
        }
        try steps.spend(row.size)
        let variable = addVariable()
        rows[variable] = row
        for entry in row.entries { users[entry.variable].insert(variable) }
        values[variable] = row.entries.reduce(.zero) { $0 + values[$1.variable] * $1.factor }
        return variable
    }

    /// How many variables there are.
    var count: Int { rows.count }

    func value(of variable: Int) -> Limit { values[variable] }

    /// Sets both bounds of a variable; nil for none. The lower one is not above the upper one.
    mutating func bound(_ variable: Int, _ low: Limit?, _ high: Limit?) throws(Steps.Exhausted) {
        lows[variable] = low
        highs[variable] = high
        guard rows[variable] == nil else {
            suspects.insert(variable)
            return
        }
        if let low, values[variable] < low {
            try move(variable, to: low)
        } else if let high, values[variable] > high {
            try move(variable, to: high)
        }
    }

    /// Moves a variable that is not basic, and what rests on it.
    private mutating func move(_ variable: Int, to value: Limit) throws(Steps.Exhausted) {
        let change = value - values[variable]
        values[variable] = value
        try steps.spend(1)
        for basic in users[variable] {
            guard let factor = rows[basic]?[variable], !factor.isZero else { continue }
            values[basic] = values[basic] + change * factor
            try steps.spend(values[basic].value.size)
            suspects.insert(basic)
        }
    }

    /// Makes a basic variable one of the others, and the other way round.
    private mutating func pivot(_ basic: Int, _ other: Int) throws(Steps.Exhausted) {
        guard let row = rows[basic] else { return }
        let solved = row.solved(for: other, of: basic)
        rows[basic] = nil
        for entry in row.entries { users[entry.variable].remove(basic) }
        for user in users[other] {
            guard let before = rows[user], !before[other].isZero else { continue }
            let after = before.replacing(other, by: solved)
            try steps.spend(before.entries.count + after.size)
            rows[user] = after
            for entry in solved.entries { users[entry.variable].insert(user) }
        }
        users[other] = []
        rows[other] = solved
        for entry in solved.entries { users[entry.variable].insert(other) }
        suspects.insert(other)
    }

    private func isBelow(_ variable: Int) -> Bool { lows[variable].map { values[variable] < $0 } ?? false }
    private func isAbove(_ variable: Int) -> Bool { highs[variable].map { values[variable] > $0 } ?? false }

    /// Whether the variable can go up, or down.
    private func canMove(_ variable: Int, up: Bool) -> Bool {
        up
            ? highs[variable].map { values[variable] < $0 } ?? true
            : lows[variable].map { values[variable] > $0 } ?? true
    }

    /// Looks for values of all variables within their bounds. Returns whether there are any.
    mutating func solve() throws(Steps.Exhausted) -> Bool {
        while let basic = try nextSuspect() {
            guard let row = rows[basic] else { continue }
            let isBelow = isBelow(basic)
            guard let target = isBelow ? lows[basic] : highs[basic] else { continue }
            try steps.spend(row.entries.count)
            let entry = row.entries.first { canMove($0.variable, up: ($0.factor.sign > 0) == isBelow) }
            guard let entry else {
                support = [basic] + row.entries.map(\.variable)
                return false
            }
            let change = (target - values[basic]) / entry.factor
            try move(entry.variable, to: values[entry.variable] + change)
            try pivot(basic, entry.variable)
        }
        return true
    }

    /// The first basic variable that is out of its bounds.
    private mutating func nextSuspect() throws(Steps.Exhausted) -> Int? {
        try steps.spend(suspects.count + 1)
        suspects = suspects.filter { rows[$0] != nil && (isBelow($0) || isAbove($0)) }
        return suspects.min()
    }

    /// Moves a variable as far up, or down, as all bounds let it, from values within them. Returns how far: nil without end.
    mutating func extreme(of variable: Int, up: Bool) throws(Steps.Exhausted) -> Limit? {
        while true {
            guard canMove(variable, up: up) else {
                support = [variable]
                return values[variable]
            }
            let entries = rows[variable]?.entries ?? [.init(variable: variable, factor: .one)]
            try steps.spend(entries.count)
            let entry = entries.first { canMove($0.variable, up: ($0.factor.sign > 0) == up) }
            guard let entry else {
                support = entries.map(\.variable)
                return values[variable]
            }
            let isUp = (entry.factor.sign > 0) == up
            guard let (length, blocking) = try reach(of: entry.variable, up: isUp) else {
                ray = (entry.variable, isUp)
                return nil
            }
            let target = isUp ? values[entry.variable] + length : values[entry.variable] - length
            try move(entry.variable, to: target)
            if let blocking { try pivot(blocking, entry.variable) }
        }
    }

    /// Returns by how much a variable moves on the way that is without end.
    func rate(of variable: Int) -> Rational {
        guard let ray else { return .zero }
        let rate = variable == ray.variable ? .one : rows[variable]?[ray.variable] ?? .zero
        return ray.isUp ? rate : -rate
    }

    /// Returns how far a variable that is not basic can move before it, or a basic one, comes to a bound; and the basic one
    /// that does, where it is that. nil where none does.
    private mutating func reach(of variable: Int, up: Bool) throws(Steps.Exhausted) -> (Limit, Int?)? {
        var found: (length: Limit, blocking: Int?)?
        if let end = up ? highs[variable] : lows[variable] {
            found = (up ? end - values[variable] : values[variable] - end, nil)
        }
        try steps.spend(users[variable].count + 1)
        for basic in users[variable].sorted() {
            try steps.spend(values[basic].value.size)
            guard let factor = rows[basic]?[variable], !factor.isZero else { continue }
            let rises = (factor.sign > 0) == up
            guard let end = rises ? highs[basic] : lows[basic] else { continue }
            let length = (rises ? end - values[basic] : values[basic] - end) / (factor.sign > 0 ? factor : -factor)
            if found.map({ length < $0.length }) ?? true { found = (length, basic) }
        }
        return found.map { ($0.length, $0.blocking) }
    }
}
