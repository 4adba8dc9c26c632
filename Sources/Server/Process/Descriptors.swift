import Dispatch
import Foundation

/// How many files and sockets the process may have open. A client can take all that are free, so that whatever the server
/// needs for itself must be open before it listens.
package enum Descriptors {
    /// As many as libdispatch opens for its timers, and one to spare.
    private static let timers = 4

    /// Raises the soft limit to the hard one, which is there for programs that know to handle many; answers it.
    package static func raiseLimit() -> Int {
        var limit = rlimit()
        getrlimit(Descriptors.resource, &limit)
        guard limit.rlim_cur < limit.rlim_max else { return Int(clamping: limit.rlim_cur) }
        let soft = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        // Not all platforms let it go as far as they say.
        return Int(clamping: setrlimit(Descriptors.resource, &limit) == 0 ? limit.rlim_max : soft)
    }

    /// Has libdispatch open what it opens with the first timer, for where it cannot do so later, it ends the process.
    /// Answers whether there were descriptors for that.
    package static func openTimers() -> Bool {
        let probes = (0..<timers).map { _ in fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) }
        for probe in probes where probe >= 0 { close(probe) }
        if probes.contains(where: { $0 < 0 }) { return false }
        let fired = DispatchSemaphore(value: 0)
        let timer = DispatchSource.makeTimerSource()
        timer.setEventHandler { fired.signal() }
        timer.schedule(deadline: .now())
        timer.resume()
        fired.wait()
        timer.cancel()
        return true
    }

    /// How many more may be opened, about.
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
