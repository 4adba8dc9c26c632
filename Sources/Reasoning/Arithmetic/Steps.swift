/// How many steps a part of the work may take: counted in numbers that are worked out, and never in time, so that the same
/// evidence has the same answer everywhere.
struct Steps {
    /// The steps are used up. What was to be worked out is not known.
    struct Exhausted: Error {}

    private(set) var left: Int

    init(_ count: Int) { left = max(count, 0) }

    mutating func spend(_ count: Int) throws(Exhausted) {
        guard count <= left else {
            left = 0
            throw Exhausted()
        }
        left -= count
    }

    /// Lets work take one of so many parts of what is left. What it does not take stays.
    mutating func lend<Result>(
        _ parts: Int, _ work: (inout Steps) throws(Exhausted) -> Result
    ) throws(Exhausted) -> Result {
        var own = Steps(left / max(parts, 1))
        let lent = own.left
        defer { left -= lent - own.left }
        return try work(&own)
    }
}
