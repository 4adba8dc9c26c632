import Foundation

/// The signals that end the server. Made before any other thread is, for these to inherit which signals are held back;
/// from then on none is lost, and none ends the process before it can answer what is under way.
struct Signals {
    private static let names = [SIGTERM: "SIGTERM", SIGINT: "SIGINT"]

    private var held = sigset_t()

    init() {
        sigemptyset(&held)
        for number in Signals.names.keys { sigaddset(&held, number) }
        pthread_sigmask(SIG_BLOCK, &held, nil)
        // A reader of the log that goes away must not end the server.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Blocks until SIGTERM or SIGINT, and answers its name. The next one ends the process at once, as a person at a
    /// terminal expects of a second Ctrl-C.
    func wait() -> String {
        var held = held
        var number: Int32 = 0
        // It fails only for a set that is none.
        sigwait(&held, &number)
        pthread_sigmask(SIG_UNBLOCK, &held, nil)
        return Signals.names[number] ?? "signal \(number)"
    }
}
