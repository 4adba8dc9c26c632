import Dispatch
import Foundation

/// The number of files and sockets that the process may have open. Clients can use up all free ones, so whatever the
/// server itself needs must be open before it listens.
package enum Descriptors {
    /// The number of descriptors that libdispatch opens for its timers, and one to spare.
    private static let timers = 4

    /// Raises the soft limit to the hard one, which is intended for programs that can handle many descriptors, and
    /// returns it.
    package static func raiseLimit() -> Int {
        var limit = rlimit()
        getrlimit(Descriptors.resource, &limit)
        guard limit.rlim_cur < limit.rlim_max else { return Int(clamping: limit.rlim_cur) }
        let soft = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        // Not every platform allows as much as it claims.
        return Int(clamping: setrlimit(Descriptors.resource, &limit) == 0 ? limit.rlim_max : soft)
    }

    /// Makes libdispatch open what it needs for its first timer, as failing to do so later would end the process.
    /// Returns whether there were enough descriptors.
    package static func openTimers() -> Bool {
        let probes = (0..<timers).map { _ in fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) }
        for probe in probes where probe >= 0 { close(probe) }
        if probes.contains(where: { $0 < 0 }) { return false }
        // One that has fired before libdispatch looks at it needs no descriptor: one that is far off does.
        let distant = DispatchSource.makeTimerSource()
        distant.schedule(deadline: .now() + .seconds(3_600))
        distant.resume()
        // When a second one has come and gone, what the first one found has been seen to.
        for _ in 0..<2 {
            let fired = DispatchSemaphore(value: 0)
            let timer = DispatchSource.makeTimerSource()
            timer.setEventHandler { fired.signal() }
            timer.schedule(deadline: .now() + .milliseconds(1))
            timer.resume()
            fired.wait()
            timer.cancel()
        }
        distant.cancel()
        return true
    }

    /// Returns roughly how many more may be opened.
    package static func free(limit: Int) -> Int {
        let lowest = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
        guard lowest >= 0 else { return 0 }
        close(lowest)
        return limit - Int(lowest)
    }

    #if os(Linux)
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let resource = RLIMIT_NOFILE
    #endif
}
