import HTTPCore

/// Assigns identifiers to the requests of one loop, which connect a response with its log line. The client's own
/// `X-Request-Id` is used if it is safe to write anywhere, otherwise one that is unique within this process.
struct RequestIdentifier {
    /// The maximum length of a client's identifier.
    private static let longest = 128
    /// A prefix that distinguishes this process from others.
    private static let process = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)

    /// The last identifier assigned: process, loop and a hexadecimal number.
    private var last: [UInt8]
    /// The start of the number in `last`.
    private let number: Int

    init(loop: Int) {
        last = Array("\(RequestIdentifier.process)-\(loop)-".utf8)
        number = last.count
    }

    mutating func name(_ request: borrowing Request) -> [UInt8] {
        if let given = request.field(.requestId), RequestIdentifier.isFit(given) { return Array(given.utf8) }
        return name()
    }

    /// Returns an identifier for something that is not a request and so has none of its own.
    mutating func name() -> [UInt8] {
        increase()
        return last
    }

    /// Increments the number in place. Nobody holds the last identifier any more, so nothing is copied.
    private mutating func increase() {
        for place in stride(from: last.count - 1, through: number, by: -1) {
            switch last[place] {
            case UInt8(ascii: "9"): last[place] = UInt8(ascii: "a")
            case UInt8(ascii: "f"): last[place] = UInt8(ascii: "0")
            default: last[place] &+= 1
            }
            if last[place] != UInt8(ascii: "0") { return }
        }
        last.insert(UInt8(ascii: "1"), at: number)
    }

    /// Whether an identifier consists only of letters, digits and common punctuation, so that no log, shell or page
    /// could take it for more than text.
    private static func isFit(_ name: String) -> Bool {
        (1...longest).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "-._~+/=:".utf8.contains(byte)
                }
            }
    }
}
