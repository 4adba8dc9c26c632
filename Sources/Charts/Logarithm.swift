/// Logarithms from IEEE operations alone: a picture has the same bytes on every machine, which the system's own do not
/// promise.
enum Logarithm {
    private static let ofTwo = 0.693_147_180_559_945_3
    private static let ofTen = 2.302_585_092_994_046

    /// Returns the common logarithm of a positive, finite number.
    static func common(_ number: Double) -> Double {
        // ln m = 2 artanh((m − 1) / (m + 1)); the significand m is less than 2, so that 20 terms are exact enough.
        let ratio = (number.significand - 1) / (number.significand + 1)
        var power = ratio
        var sum = 0.0
        for term in 0..<20 {
            sum += power / Double(2 * term + 1)
            power *= ratio * ratio
        }
        return (Double(number.exponent) * ofTwo + 2 * sum) / ofTen
    }
}
