internal import Foundation

/// A source of time for deadlines, durations and the Date field.
package protocol ServerClock: Sendable {
    /// Monotonic time from an arbitrary start.
    var nanoseconds: UInt64 { get }
    /// Wall-clock time, in seconds since 1970-01-01T00:00:00Z.
    var secondsSinceEpoch: Int { get }
}

/// The system's clocks.
package struct SystemClock: ServerClock {
    /// Creates a clock.
    package init() {}

    /// The time of CLOCK_MONOTONIC.
    package var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }

    /// The time of CLOCK_REALTIME.
    package var secondsSinceEpoch: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec)
    }
}
