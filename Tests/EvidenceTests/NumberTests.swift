import Evidence
import Foundations
import Testing

@Suite("A number is an exact decimal")
struct NumberTests {
    @Test(
        "A JSON numeral is read exactly",
        arguments: [
            ("0", "0"), ("52000", "52000"), ("-5", "-5"), ("7.50", "7.5"), ("0.0001", "0.0001"), ("1e3", "1000"),
            ("12.5E1", "125"), ("25e-1", "2.5"), ("999999999999.9999", "999999999999.9999"), ("-0.25", "-0.25"),
        ])
    func reads(numeral: String, text: String) throws {
        #expect(try #require(Number(numeral: numeral)).description == text)
    }

    @Test(
        "What is no numeral, or too long to be exact, is refused",
        arguments: [
            "", "-", ".", "1.", ".5", "1,5", "1e", "1e31", "1000000000000", "0.00001", "1..2", "１２", "abc", "1e15",
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

    @Test("Arithmetic at the largest values does not overflow")
    func extremes() throws {
        let largest = try #require(Number(numeral: "999999999999"))
        let finest = try #require(Number(numeral: "0.0001"))
        let sum = (0..<64).reduce(Number.zero) { sum, _ in sum + largest + finest }
        #expect(sum * sum > sum)
        #expect((sum * sum).shifted(by: 2) - finest < sum * sum)
        #expect((sum - sum) == .zero)
    }
}
