import Foundation

/// The signals that the server heeds. Made before any other thread is, for these to inherit which signals are held back;
/// from then on none is lost, and none ends the process before it can answer what is under way.
package struct Signals {
    private static let names = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"]

    private var held = sigset_t()

    /// Holds them back.
    package init() {
        sigemptyset(&held)
        for number in Signals.names.keys { sigaddset(&held, number) }
        pthread_sigmask(SIG_BLOCK, &held, nil)
    }

    /// Blocks until SIGTERM or SIGINT, and answers its name; calls `onHangup` for every SIGHUP until then. The next one
    /// ends the process at once, as a person at a terminal expects of a second Ctrl-C.
    package func wait(onHangup: () -> Void) -> String {
        var held = held
        var number: Int32 = 0
        repeat {
            if number == SIGHUP { onHangup() }
            // It fails only for a set that is none.
            sigwait(&held, &number)
        } while number == SIGHUP
        // SIGHUP asks for nothing any more, and must not end the process either.
        sigdelset(&held, SIGHUP)
        pthread_sigmask(SIG_UNBLOCK, &held, nil)
        return Signals.names[number] ?? "signal \(number)"
    }
}
