extension String {
    /// The text with no-break spaces for those that group the digits of a number, as in “1 300 000”, so that no number is
    /// divided between two lines.
    package var withWholeNumbers: String {
        let bytes = Array(utf8)
        let isDigit = { (place: Int) in bytes.indices.contains(place) && bytes[place] &- 0x30 < 10 }
        let isGrouping = { (place: Int) in
            bytes[place] == 0x20 && isDigit(place - 1) && isDigit(place + 1) && isDigit(place + 2) && isDigit(place + 3)
                && !isDigit(place + 4)
        }
        guard bytes.indices.contains(where: isGrouping) else { return self }
        var whole: [UInt8] = []
        whole.reserveCapacity(bytes.count + 8)
        for place in bytes.indices {
            if isGrouping(place) { whole += [0xC2, 0xA0] } else { whole.append(bytes[place]) }
        }
        return String(decoding: whole, as: UTF8.self)
    }
}
