@testable import Evidence
import Foundations
import Testing

@Suite("A number is an exact decimal")
struct NumberTests {
    @Test(
        "A JSON numeral is read exactly",
        arguments: [
            ("0", "0"), ("52000", "52000"), ("-5", "-5"), ("7.50", "7.5"), ("0.0001", "0.0001"), ("1e3", "1000"),
            ("12.5E1", "125"), ("25e-1", "2.5"), ("999999999999999.999999", "999999999999999.999999"),
            ("-0.25", "-0.25"),
        ])
    func reads(numeral: String, text: String) throws {
        #expect(try #require(Number(numeral: numeral)).description == text)
    }

    @Test(
        "What is no numeral, or too long to be exact, is refused",
        arguments: [
            "", "-", ".", "1.", ".5", "1,5", "1e", "1e31", "1000000000000000", "0.0000001", "1..2", "１２", "abc", "1e15",
            "9999999999999999999999999999999999999999", "+1", "1 2", "1e-31", "1e--1",
            "1e-9223372036854775808", "1e9223372036854775807", "1e9223372036854775808",
        ])
    func refuses(numeral: String) {
        #expect(Number(numeral: numeral) == nil)
    }

    @Test("Equal values are equal, however they are written")
    func equality() {
        #expect(Number(numeral: "8.0") == 8)
        #expect(Number(numeral: "0.10") == Number(numeral: "1e-1"))
    }

    @Test("Decimals that binary floating point gets wrong are right")
    func exactness() throws {
        let sum = try #require(Number(numeral: "0.1")) + #require(Number(numeral: "0.2"))
        #expect(sum == Number(numeral: "0.3"))
        #expect(try #require(Number(numeral: "1.1")) * #require(Number(numeral: "1.1")) == Number(numeral: "1.21"))
    }

    @Test(
        "A ratio is rounded to its places, half away from zero",
        arguments: [(1, 3, "0.3333"), (2, 3, "0.6667"), (1, 16, "0.0625"), (-1, 32, "-0.0313"), (967, 36144, "0.0268")])
    func ratio(dividend: Int, divisor: Int, text: String) {
        let ratio = Number(Int64(dividend)).divided(by: Number(Int64(divisor)), places: 4)
        #expect(ratio?.description == text)
    }

    @Test("Nothing is divided by zero")
    func zero() {
        #expect(Number(5).divided(by: 0, places: 4) == nil)
    }

    @Test("A sum of a hundred thousand of the largest values is exact")
    func sums() throws {
        let largest = try #require(Number(numeral: "999999999999999"))
        let finest = try #require(Number(numeral: "0.000001"))
        let sum = (0..<100_000).reduce(Number.zero) { sum, _ in sum + largest + finest }
        #expect(sum.description == "99999999999999900000.1")
        #expect((sum - sum) == .zero)
    }

    @Test("The finest percentage of a sum of the largest values is exact, with their margins")
    func products() throws {
        let largest = try #require(Number(numeral: "999999999999999.9999995", decimals: 7))
        let share = try #require(Number(numeral: "99.9999995", decimals: 7))
        let sum = (0..<100_000).reduce(Number.zero) { sum, _ in sum + largest }
        let product = try #require(Number.product(sum, share))
        #expect(product.shifted(by: 2).description == "99999999499999999999.95000000025")
    }

    @Test("What has too many digits is told, and never traps")
    func extremes() throws {
        let largest = try #require(Number(numeral: "999999999999999.999999"))
        #expect(Number.product(largest, largest) == nil)
        #expect(largest * largest == .most)
        #expect(-largest * largest == -.most)
        let power = (0..<9).reduce(Number(1)) { power, _ in power * 999_999_937 }
        #expect(power == .most)
        #expect(Number.sum(Number(digits: .max, scale: 0), 1) == nil)
        #expect(Number(digits: .max, scale: 0) + 1 == .most)
        #expect(Interval(largest, largest) * Interval(largest, largest) == Interval(nil, nil))
        #expect(Number(.min, over: 1) == nil)
        #expect(Number(1, over: 0) == nil)
    }

    @Test(
        "The greatest divisor that two numbers share is found, however many bits they have",
        arguments: [
            (0, 0, 1), (0, -7, 7), (12, 18, 6), (-12, 35, 1), (1 << 64, 3 << 40, 1 << 40), (6, 3 << 100, 6),
            (3 << 100, 9 << 90, 3 << 90), (7 * 11 << 63, 13 << 63, 1 << 63), (1 << 126, (1 << 126) - 1, 1),
        ] as [(Int128, Int128, Int128)])
    func sharedDivisor(left: Int128, right: Int128, shared: Int128) {
        #expect(Number.sharedDivisor(left, right) == shared)
        #expect(Number.sharedDivisor(right, left) == shared)
    }

    @Test("Fractions that are no decimals are exact, and in lowest terms")
    func fractions() throws {
        let third = try #require(Number(1, over: 3))
        #expect(third + third + third == 1)
        #expect(third * 3 == 1)
        #expect(Number(2, over: -6) == -third)
        #expect(Number(7, over: 8) == Number(numeral: "0.875"))
        #expect(Number(1, over: 6) != nil)
        #expect(try third - #require(Number(1, over: 6)) == Number(1, over: 6))
        #expect(Number.quotient(1, third) == 3)
        #expect(third.shifted(by: 2) == Number(1, over: 300))
        #expect(third.description == "0.333333")
    }

    @Test(
        "Fractions are compared by what they are",
        arguments: [
            (1, 3, 33, 100), (-1, 3, -33, 100), (1, 3, 34, 100), (0, 1, 1, 7), (-1, 7, 1, 7),
            (99_999_999_999_999_999, 100_000_000_000_000_001, 99_999_999_999_999_998, 100_000_000_000_000_000),
        ] as [(Int128, Int128, Int128, Int128)])
    func order(first: Int128, of: Int128, second: Int128, over: Int128) throws {
        let (left, right) = (try #require(Number(first, over: of)), try #require(Number(second, over: over)))
        // The products are small enough here.
        #expect((left < right) == (first * over < second * of))
        #expect((right < left) == (second * of < first * over))
        #expect(left == left && !(left < left))
    }

    @Test(
        "A fraction is rounded to its places, outwards where it must not be less",
        arguments: [
            (1, 3, 2, "0.33", "0.34", "0.33"), (-1, 3, 2, "-0.34", "-0.33", "-0.33"), (2, 3, 0, "0", "1", "1"),
            (5, 2, 0, "2", "3", "3"), (-5, 2, 0, "-3", "-2", "-3"), (1, 4, 6, "0.25", "0.25", "0.25"),
        ] as [(Int128, Int128, Int, String, String, String)])
    func rounding(part: Int128, of: Int128, places: Int, down: String, up: String, nearest: String) throws {
        let number = try #require(Number(part, over: of))
        #expect(number.rounded(to: places, .down).description == down)
        #expect(number.rounded(to: places, .up).description == up)
        #expect(number.rounded(to: places).description == nearest)
    }
}
