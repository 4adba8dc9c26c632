extension Int {
    /// Returns at least `width` digits after any sign: -44 padded to 4 is `-0044`, as in ISO 8601 and XML Schema years.
    package func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
