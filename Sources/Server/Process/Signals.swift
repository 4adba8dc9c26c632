import Foundation

/// The signals that the server handles.
///
/// They must be blocked before there are other threads, which inherit that: from then on no signal is lost, and none
/// ends the process before it has finished the requests in progress.
package struct Signals {
    private static let names = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"]

    private var held = sigset_t()

    /// Blocks the signals.
    package init() {
        sigemptyset(&held)
        for number in Signals.names.keys { sigaddset(&held, number) }
        pthread_sigmask(SIG_BLOCK, &held, nil)
    }

    /// Waits for SIGTERM or SIGINT and returns its name; until then, calls `onHangup` for every SIGHUP. The next of
    /// these signals ends the process immediately, as people at a terminal expect of a second Ctrl-C.
    package func wait(onHangup: () -> Void) -> String {
        var held = held
        var number: Int32 = 0
        repeat {
            if number == SIGHUP { onHangup() }
            // Fails only if the set is invalid.
            sigwait(&held, &number)
        } while number == SIGHUP
        // SIGHUP no longer requests anything, but must not end the process either.
        sigdelset(&held, SIGHUP)
        pthread_sigmask(SIG_UNBLOCK, &held, nil)
        return Signals.names[number] ?? "signal \(number)"
    }
}
