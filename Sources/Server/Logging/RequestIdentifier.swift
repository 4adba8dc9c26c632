import HTTPCore

/// Names the requests of one loop, so that an answer and its log line can be found from each other. Uses the client's
/// own `X-Request-Id` if it is safe to write anywhere, and otherwise a name that no other request of this process has.
struct RequestIdentifier {
    /// Longer names are not accepted.
    private static let longest = 128
    /// Distinguishes this process from others.
    private static let process = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)

    /// The last name given: process, loop, and a hexadecimal number.
    private var last: [UInt8]
    /// Where the number begins.
    private let number: Int

    init(loop: Int) {
        last = Array("\(RequestIdentifier.process)-\(loop)-".utf8)
        number = last.count
    }

    mutating func name(_ request: borrowing Request) -> [UInt8] {
        if let given = request.field(.requestId), RequestIdentifier.isFit(given) { return Array(given.utf8) }
        return name()
    }

    /// Returns a name for something that is not a request, and so brings no name.
    mutating func name() -> [UInt8] {
        increase()
        return last
    }

    /// Adds one to the number in place. Nobody holds the last name any more, so nothing is copied.
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

    /// Accepts letters, digits and the signs that identifiers are made of: nothing that a log, a shell or a page would
    /// take for more than text.
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
