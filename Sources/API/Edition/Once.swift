import Synchronization

/// A value that is made when it is first asked for.
final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    /// The value; two who ask first at the same time may both make it, and one is kept.
    func value<Failure>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
        if let value = made.withLock({ $0 }) { return value }
        let value = try make()
        made.withLock { $0 = value }
        return value
    }
}
