import HTTPCore
import Synchronization

/// Names every request, so that an answer and its log line can be found from each other: by the client's own
/// `X-Request-Id` where it is fit to be written anywhere, else by a name that no other request of this process has.
final class RequestIdentifier: Sendable {
    /// Longer names are not kept.
    private static let longest = 128

    private let prefix = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)
    private let counter = Atomic<UInt64>(0)

    func name(_ request: borrowing Request) -> String {
        if let given = request.field(.requestId), RequestIdentifier.isFit(given) { return given }
        return name()
    }

    /// For what is no request, and so gives no name.
    func name() -> String {
        prefix + "-" + String(counter.wrappingAdd(1, ordering: .relaxed).newValue, radix: 16)
    }

    /// Letters, digits and the signs that identifiers are made of: nothing that a log, a shell or a page would read
    /// as more than text.
    private static func isFit(_ name: String) -> Bool {
        (1...longest).contains(name.utf8.count)
            && name.utf8.allSatisfy { octet in
                switch octet {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "-._~+/=:".utf8.contains(octet)
                }
            }
    }
}
