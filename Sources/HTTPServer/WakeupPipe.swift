#if os(Linux)
    internal import CEpoll
#endif
internal import Foundation

/// Interrupts a waiting poller from any thread: an eventfd on Linux, a pipe elsewhere.
final class WakeupPipe: Sendable {
    /// The descriptor to watch for reading.
    let descriptor: Int32
    private let writing: Int32

    init() throws(SocketError) {
        #if os(Linux)
            descriptor = try System.require("eventfd") {
                eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
            }
            writing = descriptor
        #else
            var ends: [Int32] = [-1, -1]
            try System.require("pipe") { pipe(&ends) }
            (descriptor, writing) = (ends[0], ends[1])
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        #endif
    }

    deinit {
        close(descriptor)
        if writing != descriptor { close(writing) }
    }

    /// Wakes the poller. If the counter or pipe is full, the poller is awake anyway.
    func wake() {
        var one: UInt64 = 1
        _ = write(writing, &one, MemoryLayout<UInt64>.size)
    }

    /// Resets the pipe for the next wake.
    func clear() {
        var count: UInt64 = 0
        while read(descriptor, &count, MemoryLayout<UInt64>.size) > 0 && writing != descriptor {}
    }
}
