/// A whole number of any size: a sign and a magnitude, in limbs of 32 bits from the lowest. It has no limb of zero at its end,
/// so that equal values are equal structs.
struct BigInteger: Hashable, Sendable {
    private let limbs: [UInt32]
    let isNegative: Bool

    private init(_ limbs: [UInt32], isNegative: Bool) {
        var limbs = limbs
        while limbs.last == 0 { limbs.removeLast() }
        self.limbs = limbs
        self.isNegative = isNegative && !limbs.isEmpty
    }

    init(_ value: Int128) {
        var rest = value.magnitude
        var limbs: [UInt32] = []
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
        self.init(limbs, isNegative: value < 0)
    }

    static let zero = BigInteger(0), one = BigInteger(1)

    var isZero: Bool { limbs.isEmpty }
    var isOne: Bool { limbs == [1] && !isNegative }

    /// How many limbs it has: what it costs to work with it.
    var size: Int { limbs.count }

    /// The value where it fits, `Int128.min` excepted.
    var fixed: Int128? {
        guard limbs.count <= 4 else { return nil }
        let magnitude = limbs.reversed().reduce(UInt128(0)) { $0 << 32 | UInt128($1) }
        return Int128(exactly: magnitude).map { isNegative ? -$0 : $0 }
    }

    static prefix func - (operand: BigInteger) -> BigInteger {
        BigInteger(operand.limbs, isNegative: !operand.isNegative)
    }

    static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        if left.isNegative == right.isNegative {
            return BigInteger(sum(left.limbs, right.limbs), isNegative: left.isNegative)
        }
        return isLess(left.limbs, right.limbs)
            ? BigInteger(difference(right.limbs, left.limbs), isNegative: right.isNegative)
            : BigInteger(difference(left.limbs, right.limbs), isNegative: left.isNegative)
    }

    static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        guard !left.isZero, !right.isZero else { return zero }
        var product = [UInt32](repeating: 0, count: left.size + right.size)
        for (place, limb) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (other, factor) in right.limbs.enumerated() {
                let sum = UInt64(limb) * UInt64(factor) + UInt64(product[place + other]) + carry
                product[place + other] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            product[place + right.size] = UInt32(truncatingIfNeeded: carry)
        }
        return BigInteger(product, isNegative: left.isNegative != right.isNegative)
    }

    /// Returns the quotient, cut towards zero, and the rest, which has the sign of the dividend. The divisor is not zero.
    func quotientAndRemainder(dividingBy divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
        guard !divisor.isZero, !BigInteger.isLess(limbs, divisor.limbs) else { return (.zero, self) }
        let isNegative = self.isNegative != divisor.isNegative
        if let small = divisor.limbs.first, divisor.size == 1 {
            var quotient = limbs
            var rest: UInt64 = 0
            for place in limbs.indices.reversed() {
                let value = rest << 32 | UInt64(limbs[place])
                quotient[place] = UInt32(truncatingIfNeeded: value / UInt64(small))
                rest = value % UInt64(small)
            }
            return (
                BigInteger(quotient, isNegative: isNegative),
                BigInteger([UInt32(truncatingIfNeeded: rest)], isNegative: self.isNegative)
            )
        }
        // Knuth, The Art of Computer Programming, volume 2, section 4.3.1, algorithm D.
        let shift = (divisor.limbs.last ?? 1).leadingZeroBitCount
        let low = BigInteger.shifted(divisor.limbs, by: shift)
        var rest = BigInteger.shifted(limbs + [0], by: shift)
        let count = divisor.size
        let (top, second) = (UInt64(low[count - 1]), UInt64(low[count - 2]))
        var quotient = [UInt32](repeating: 0, count: rest.count - count)
        for place in quotient.indices.reversed() {
            let head = UInt64(rest[place + count]) << 32 | UInt64(rest[place + count - 1])
            var (digit, left) = head.quotientAndRemainder(dividingBy: top)
            while digit >> 32 > 0 || digit * second > left << 32 | UInt64(rest[place + count - 2]) {
                digit -= 1
                left += top
                if left >> 32 > 0 { break }
            }
            var (borrow, carry): (Int64, UInt64) = (0, 0)
            for other in 0..<count {
                carry += digit * UInt64(low[other])
                let value = Int64(rest[place + other]) - Int64(carry & 0xffff_ffff) + borrow
                rest[place + other] = UInt32(truncatingIfNeeded: value)
                (borrow, carry) = (value >> 32, carry >> 32)
            }
            let value = Int64(rest[place + count]) - Int64(carry) + borrow
            rest[place + count] = UInt32(truncatingIfNeeded: value)
            if value < 0 {
                digit -= 1
                var carry: UInt64 = 0
                for other in 0..<count {
                    carry += UInt64(rest[place + other]) + UInt64(low[other])
                    rest[place + other] = UInt32(truncatingIfNeeded: carry)
                    carry >>= 32
                }
                rest[place + count] &+= UInt32(truncatingIfNeeded: carry)
            }
            quotient[place] = UInt32(truncatingIfNeeded: digit)
        }
        let remainder = BigInteger.shifted(Array(rest[..<count]), by: -shift)
        return (
            BigInteger(quotient, isNegative: isNegative), BigInteger(remainder, isNegative: self.isNegative)
        )
    }

    /// The greatest common divisor, not below zero.
    static func sharedDivisor(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        var (a, b) = (left, right)
        while !b.isZero { (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder) }
        return a.isNegative ? -a : a
    }

    private static func shifted(_ limbs: [UInt32], by bits: Int) -> [UInt32] {
        guard bits != 0 else { return limbs }
        var result = limbs
        for place in limbs.indices {
            if bits > 0 {
                result[place] = limbs[place] << bits | (place > 0 ? limbs[place - 1] >> (32 - bits) : 0)
            } else {
                let above = place + 1 < limbs.count ? limbs[place + 1] << (32 + bits) : 0
                result[place] = limbs[place] >> -bits | above
            }
        }
        return result
    }

    private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        let (long, short) = left.count < right.count ? (right, left) : (left, right)
        var result = long
        var carry: UInt64 = 0
        for place in long.indices {
            carry += UInt64(long[place]) + (place < short.count ? UInt64(short[place]) : 0)
            result[place] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        return result + [UInt32(carry)]
    }

    /// Takes a magnitude from one that is not less.
    private static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var result = left
        var borrow: Int64 = 0
        for place in left.indices {
            let value = Int64(left[place]) - (place < right.count ? Int64(right[place]) : 0) + borrow
            result[place] = UInt32(truncatingIfNeeded: value)
            borrow = value >> 32
        }
        return result
    }

    private static func isLess(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        guard left.count == right.count else { return left.count < right.count }
        for place in left.indices.reversed() where left[place] != right[place] { return left[place] < right[place] }
        return false
    }
}

extension BigInteger: Comparable {
    static func < (left: BigInteger, right: BigInteger) -> Bool {
        guard left.isNegative == right.isNegative else { return left.isNegative }
        return left.isNegative ? isLess(right.limbs, left.limbs) : isLess(left.limbs, right.limbs)
    }
}
