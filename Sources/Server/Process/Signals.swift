import Foundation

/// The signals that the server handles. Created before any thread, so that all threads inherit that these signals are
/// blocked: from then on none is lost, and none ends the process before it has answered what is under way.
package struct Signals {
    private static let names = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"]

    private var held = sigset_t()

    /// Blocks the signals.
    package init() {
        sigemptyset(&held)
        for number in Signals.names.keys { sigaddset(&held, number) }
        pthread_sigmask(SIG_BLOCK, &held, nil)
    }

    /// Waits for SIGTERM or SIGINT and returns its name; calls `onHangup` for every SIGHUP until then. The next such
    /// signal ends the process at once, as people at a terminal expect of a second Ctrl-C.
    package func wait(onHangup: () -> Void) -> String {
        var held = held
        var number: Int32 = 0
        repeat {
            if number == SIGHUP { onHangup() }
            // Fails only for an invalid set.
            sigwait(&held, &number)
        } while number == SIGHUP
        // SIGHUP no longer requests anything, and must not end the process either.
        sigdelset(&held, SIGHUP)
        pthread_sigmask(SIG_UNBLOCK, &held, nil)
        return Signals.names[number] ?? "signal \(number)"
    }
}
