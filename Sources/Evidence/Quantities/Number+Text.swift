extension Number: CustomStringConvertible {
    /// The value as a JSON numeral without an exponent: `63000`, `-7.5`; of one that is no decimal, the nearest of six
    /// decimals.
    package var description: String { text(group: "", point: ".") }

    /// Returns the numeral with `group` between thousands and `point` before the decimals, of which there are at least so
    /// many.
    package func text(group: String, point: String, decimals: Int = 0) -> String {
        guard isDecimal else { return rounded(to: Number.mostFractionDigits).text(group: group, point: point) }
        if scale == 0, group.isEmpty, decimals == 0, let whole = Int64(exactly: self.digits) { return String(whole) }
        // Most values fit into 64 bits, which are faster to divide.
        let digits = UInt64(exactly: self.digits.magnitude).map { String($0) } ?? String(self.digits.magnitude)
        let zeros = max(0, scale + 1 - digits.utf8.count)
        let figures = [UInt8](repeating: UInt8(ascii: "0"), count: zeros) + digits.utf8
        let whole = figures.count - scale
        var text: [UInt8] = []
        text.reserveCapacity(figures.count + 8)
        if self.digits < 0 { text.append(UInt8(ascii: "-")) }
        for (place, figure) in figures.prefix(whole).enumerated() {
            if place > 0, (whole - place) % 3 == 0 { text += group.utf8 }
            text.append(figure)
        }
        if scale > 0 || decimals > 0 { text += Array(point.utf8) + figures[whole...] }
        if scale < decimals { text += [UInt8](repeating: UInt8(ascii: "0"), count: decimals - scale) }
        return String(decoding: text, as: UTF8.self)
    }
}
