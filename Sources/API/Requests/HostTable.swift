import Evidence
import Foundations
import HTTPCore

/// The hosts by which clients reach one responder: each is read once, and has a number that answers are kept under. So many are
/// remembered, whatever clients make up; a host that takes the place of another has a new number.
struct HostTable {
    /// What a request says of the host.
    enum Reading {
        /// Nothing, as HTTP/1.0 allows.
        case none
        /// Where clients reach the service.
        case origin(Origin, number: UInt32)
        /// What is no host name.
        case invalid

        /// nil where the request names none.
        var origin: Origin? { if case .origin(let origin, _) = self { origin } else { nil } }

        /// 0 where the request names none.
        var number: UInt32 { if case .origin(_, let number) = self { number } else { 0 } }
    }

    private struct Known {
        /// As received.
        let authority: [UInt8]
        let reading: Reading
        /// Whether it was asked for since the table was last looked through for a place.
        var isUsed = false

        func isNamed(_ other: Span<UInt8>) -> Bool { authority.span.equals(other) }
    }

    /// Hosts that are remembered.
    static let most = 16

    private var known: [Known] = []
    private var hand = 0
    private var last: UInt32 = 0

    /// What the request says; every route reads it here.
    mutating func read(_ request: borrowing Request) -> Reading {
        let place = request.withAuthority { authority in
            known.firstIndex { $0.isNamed(authority) }
        }
        switch place {
        case nil: return .none
        case let place??:
            known[place].isUsed = true
            return known[place].reading
        case .some(nil):
            guard let origin = Origin(request) else { return .invalid }
            return remember(origin, Array((request.authority ?? "").utf8))
        }
    }

    private mutating func remember(_ origin: Origin, _ authority: [UInt8]) -> Reading {
        last &+= 1
        let host = Known(authority: authority, reading: .origin(origin, number: last))
        guard known.count == HostTable.most else {
            known.append(host)
            return host.reading
        }
        // The first that was not asked for since the hand last passed; each that was has its sign taken.
        while known[hand].isUsed {
            known[hand].isUsed = false
            hand = (hand + 1) % known.count
        }
        known[hand] = host
        hand = (hand + 1) % known.count
        return host.reading
    }
}
