/// The connections of one loop by token.
///
/// A token consists of a slot and how often the slot has been used, so that a late event does not reach the connection
/// that occupies it now.
struct ConnectionTable {
    private var places: [(generation: UInt32, connection: Connection?)] = []
    private var free: [Int] = []
    /// The number of connections.
    private(set) var count = 0

    /// Returns a token that no connection ever gets, for the loop's own descriptors.
    static func reserved(_ number: UInt32) -> PollToken {
        PollToken(raw: UInt64(number) << 32 | UInt64(UInt32.max))
    }

    /// The tokens of all current connections.
    var tokens: [PollToken] {
        places.indices.compactMap { places[$0].connection == nil ? nil : token($0) }
    }

    subscript(_ token: PollToken) -> Connection? {
        let place = Int(token.raw & 0xFFFF_FFFF)
        guard place < places.count, places[place].generation == UInt32(token.raw >> 32) else { return nil }
        return places[place].connection
    }

    mutating func insert(_ connection: Connection) -> PollToken {
        count += 1
        if let place = free.popLast() {
            places[place].connection = connection
            return token(place)
        }
        places.append((0, connection))
        return token(places.count - 1)
    }

    mutating func remove(_ token: PollToken) -> Connection? {
        guard let connection = self[token] else { return nil }
        let place = Int(token.raw & 0xFFFF_FFFF)
        places[place] = (places[place].generation &+ 1, nil)
        free.append(place)
        count -= 1
        return connection
    }

    private func token(_ place: Int) -> PollToken {
        PollToken(raw: UInt64(places[place].generation) << 32 | UInt64(place))
    }
}
