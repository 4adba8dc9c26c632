import Evidence
import TestSupport
import Testing

@testable import Reasoning

@Suite("Rational numbers are exact, however many digits they have")
struct RationalTests {
    private func integer(_ random: inout SeededGenerator, limbs: Int) -> BigInteger {
        var value = BigInteger.zero
        for _ in 0..<limbs {
            // Limbs of ones and zeros are where a carry is lost.
            let limb =
                [0, 1, 0xffff_ffff, 0x8000_0000, Int.random(in: 0...0xffff_ffff, using: &random)]
                .randomElement(using: &random) ?? 0
            value = value * BigInteger(1 << 32) + BigInteger(Int128(limb))
        }
        return Bool.random(using: &random) ? value : -value
    }

    @Test("A dividend is its quotient times the divisor, and the rest, which is less than the divisor")
    func division() {
        var random = SeededGenerator(seed: 7)
        for round in 0..<20_000 {
            let dividend = integer(&random, limbs: 1 + round % 9)
            let divisor = integer(&random, limbs: 1 + round % 5)
            guard !divisor.isZero else { continue }
            let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
            #expect(quotient * divisor + rest == dividend)
            #expect((rest.isNegative ? -rest : rest) < (divisor.isNegative ? -divisor : divisor))
            #expect(rest.isZero || rest.isNegative == dividend.isNegative)
        }
    }

    @Test("The greatest common divisor divides both, and leaves no other")
    func sharedDivisor() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<2_000 {
            let (one, other) = (integer(&random, limbs: 3), integer(&random, limbs: 4))
            guard !one.isZero, !other.isZero else { continue }
            let shared = BigInteger.sharedDivisor(one, other)
            let (a, b) = (one.quotientAndRemainder(dividingBy: shared), other.quotientAndRemainder(dividingBy: shared))
            #expect(a.remainder.isZero && b.remainder.isZero)
            #expect(BigInteger.sharedDivisor(a.quotient, b.quotient).isOne)
        }
    }

    @Test("What is added and taken away again, or multiplied and divided, is what it was, at any size")
    func inverses() {
        var random = SeededGenerator(seed: 9)
        var numbers = [Rational.one, Rational(Int.max), Rational(Int.min + 1), Rational(Int.min), Rational(3) / 7]
        for _ in 0..<500 {
            let one = numbers.randomElement(using: &random) ?? .one
            let other = numbers.randomElement(using: &random) ?? .one
            #expect(one + other - other == one)
            #expect((one < other) == ((one - other).sign < 0))
            guard !other.isZero else { continue }
            #expect(one * other / other == one)
            #expect((one / other).floor.isWhole)
            let rest = one / other - (one / other).floor
            #expect(rest >= .zero && rest < .one)
            let next = Bool.random(using: &random) ? one * other : one / other + 1
            if next.size < 24 { numbers.append(next) }
        }
        #expect(numbers.contains { $0.size > 4 })
    }

    @Test("A number of the evidence comes back as it was")
    func numbers() throws {
        let long = try #require(Number(numeral: "123456789012345.678901"))
        let third = try #require(Number(1, over: 3))
        let numbers: [Number] = [long, -7, 0, third, -third]
        for number in numbers {
            #expect(Rational(number).number == number)
        }
    }
}
