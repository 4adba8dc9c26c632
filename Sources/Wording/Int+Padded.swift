extension Int {
    /// At least so many digits, the sign before them: -44 to 4 is `-0044`, as ISO 8601 and XML Schema have years.
    package func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
