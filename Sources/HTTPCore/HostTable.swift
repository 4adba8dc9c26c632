import Foundations

/// The hosts by which clients reach one responder, each with its scheme. Each is parsed once and gets a number that is part
/// of cache keys.
/// The table is small, whatever hosts clients make up; a host that replaces another gets a new number.
package struct HostTable {
    /// What a request says about the host.
    package enum Reading {
        /// Nothing, as HTTP/1.0 allows.
        case none
        /// The origin at which clients reach the service.
        case origin(Origin, number: UInt32)
        /// Something that is not a host name.
        case invalid

        /// The origin; nil if the request names no host.
        package var origin: Origin? { if case .origin(let origin, _) = self { origin } else { nil } }

        /// The number of the host; 0 if the request names none.
        package var number: UInt32 { if case .origin(_, let number) = self { number } else { 0 } }
    }

    private struct Known {
        /// The host as received.
        let authority: [UInt8]
        let scheme: Scheme
        let reading: Reading
        /// Whether the host has been requested since the table was last searched for a free place.
        var isUsed = false

        func isNamed(_ other: Span<UInt8>, _ scheme: Scheme) -> Bool {
            scheme == self.scheme && authority.span.equals(other)
        }
    }

    /// The number of hosts remembered.
    package static let most = 16

    private var known: [Known] = []
    private var hand = 0
    private var last: UInt32 = 0

    /// Creates a table that knows no host.
    package init() {}

    /// Returns what the request says about the host. All routes use this.
    package mutating func read(_ request: borrowing Request) -> Reading {
        let place = request.withAuthority { authority in
            known.firstIndex { $0.isNamed(authority, request.scheme) }
        }
        switch place {
        case nil: return .none
        case let place??:
            known[place].isUsed = true
            return known[place].reading
        case .some(nil):
            guard let origin = Origin(request) else { return .invalid }
            return remember(origin, Array((request.authority ?? "").utf8), request.scheme)
        }
    }

    private mutating func remember(_ origin: Origin, _ authority: [UInt8], _ scheme: Scheme) -> Reading {
        last &+= 1
        let host = Known(authority: authority, scheme: scheme, reading: .origin(origin, number: last))
        guard known.count == HostTable.most else {
            known.append(host)
            return host.reading
        }
        // The first host not requested since the hand last passed. The others lose their marks.
        while known[hand].isUsed {
            known[hand].isUsed = false
            hand = (hand + 1) % known.count
        }
        known[hand] = host
        hand = (hand + 1) % known.count
        return host.reading
    }
}
