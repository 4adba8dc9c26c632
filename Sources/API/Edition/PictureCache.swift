import Synchronization

/// Pictures of one edition that were converted. Which there can be is known beforehand: those of its records, in each
/// language and theme. It holds a bounded number of octets: when it is full it is emptied.
final class PictureCache: Sendable {
    private static let capacity = 32 << 20
    /// When so many conversions have failed, none is tried again: each may take the whole deadline, and others wait.
    private static let mostFailures = 3

    private struct Kept {
        var pictures: [String: [UInt8]] = [:]
        var failures = 0
        var octets = 0
    }

    private let kept = Mutex(Kept())

    /// The picture of this name, made where it is not there; nil where that fails.
    func picture(_ name: String, _ make: () -> [UInt8]?) -> [UInt8]? {
        let (known, failures) = kept.withLock { ($0.pictures[name], $0.failures) }
        if let known { return known }
        guard failures < PictureCache.mostFailures else { return nil }
        let made = make()
        kept.withLock { kept in
            guard let made else {
                kept.failures += 1
                return
            }
            if kept.octets + made.count > PictureCache.capacity { kept = Kept(failures: kept.failures) }
            if kept.pictures.updateValue(made, forKey: name) == nil { kept.octets += made.count }
        }
        return made
    }
}
