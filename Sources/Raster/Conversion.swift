import HTTPCore

/// The conversion of one picture from SVG to PNG. Everyone who requests the same picture in the meantime waits for it.
package final class Conversion: DeferredWork {
    /// The outcome of a conversion.
    enum Result: Sendable {
        case png([UInt8])
        /// The program cannot convert it, so trying again soon is pointless.
        case failed
        /// The machine lacked the resources at that moment.
        case prevented
    }

    /// The picture in UTF-8.
    let svg: [UInt8]
    let outcome = Deferred<Result>()

    init(_ svg: [UInt8]) {
        self.svg = svg
    }

    package func whenDone(_ notify: @escaping @Sendable () -> Void) {
        outcome.whenDone(notify)
    }
}
