/// Deadlines in buckets of 128 ms. Extending a deadline costs nothing: its entry stays and is looked at again when it
/// comes up. Bringing one forward adds a second entry.
struct TimerWheel {
    /// The length of a bucket: 128 ms, as a shift.
    private static let shift: UInt64 = 7
    private static let size = 1024

    private var buckets = [[PollToken]](repeating: [], count: size)
    /// The first tick that has not expired.
    private var current: UInt64
    private var count = 0
    /// The earliest tick at which an entry may come up.
    private var earliest = UInt64.max

    /// Creates an empty wheel at `now` milliseconds.
    init(now: UInt64) {
        current = now >> TimerWheel.shift
    }

    /// Returns the first tick at which a deadline, in milliseconds, has certainly passed. A deadline beyond the wheel's
    /// range gets an earlier tick, to be looked at again then.
    func tick(for deadline: UInt64) -> UInt64 {
        min(max((deadline >> TimerWheel.shift) + 1, current), current + UInt64(TimerWheel.size) - 1)
    }

    /// Adds an entry. `tick` must come from `tick(for:)`, called since the last `expire`.
    mutating func insert(_ token: PollToken, at tick: UInt64) {
        buckets[Int(tick % UInt64(TimerWheel.size))].append(token)
        earliest = min(earliest, tick)
        count += 1
    }

    /// Removes and returns all entries whose tick has come, each with its tick, in order of time.
    mutating func expire(now: UInt64) -> [(token: PollToken, tick: UInt64)] {
        let last = now >> TimerWheel.shift
        guard last >= current else { return [] }
        var expired: [(PollToken, UInt64)] = []
        if earliest <= last {
            // One revolution visits every bucket, however far the clock has jumped.
            for tick in max(earliest, current)...min(last, current + UInt64(TimerWheel.size) - 1) {
                let bucket = Int(tick % UInt64(TimerWheel.size))
                expired.append(contentsOf: buckets[bucket].map { ($0, tick) })
                buckets[bucket].removeAll()
            }
            count -= expired.count
            current = last + 1
            earliest = firstTick()
        }
        current = last + 1
        return expired
    }

    /// Returns the milliseconds from `now` until an entry may come up; negative if there is none.
    func timeout(now: UInt64) -> Int {
        guard count > 0 else { return -1 }
        let due = earliest << TimerWheel.shift
        return due > now ? Int(clamping: due - now) : 0
    }

    private func firstTick() -> UInt64 {
        guard count > 0 else { return .max }
        for tick in current..<current + UInt64(TimerWheel.size)
        where !buckets[Int(tick % UInt64(TimerWheel.size))].isEmpty {
            return tick
        }
        return .max
    }
}
