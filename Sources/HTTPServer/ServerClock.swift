internal import Foundation

/// What time it is, for deadlines, durations and `Date`.
package protocol ServerClock: Sendable {
    /// Monotonic, from any beginning.
    var nanoseconds: UInt64 { get }
    /// Seconds since 1970-01-01T00:00:00Z.
    var secondsSinceEpoch: Int { get }
}

/// The machine's clocks.
package struct SystemClock: ServerClock {
    /// They need no setting up.
    package init() {}

    /// CLOCK_MONOTONIC.
    package var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }

    /// CLOCK_REALTIME.
    package var secondsSinceEpoch: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec)
    }
}
