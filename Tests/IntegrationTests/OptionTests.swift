import Testing

@Suite("Options with bounds")
struct OptionTests {
    @Test(
        "What is out of bounds is named with its bounds, as an option and as a variable",
        arguments: [
            ("max-head", "1023", "1024 to 1048576"), ("max-target", "63", "64 to 1048576"),
            ("max-fields", "7", "8 to 10000"), ("max-content", "1073741825", "0 to 1073741824"),
            ("max-connections", "0", "1 to 1000000"), ("max-connections-per-address", "1000001", "1 to 1000000"),
            ("max-requests-per-connection", "0", "1 to 1000000000"), ("backlog", "65536", "1 to 65535"),
            ("loops", "1025", "1 to 1024"), ("head-timeout", "99ms", "100ms to 60m"),
            ("content-timeout", "61m", "100ms to 60m"), ("idle-timeout", "0s", "100ms to 60m"),
            ("write-timeout", "3600001ms", "100ms to 60m"), ("linger-timeout", "1ms", "100ms to 60m"),
            ("drain-delay", "11m", "0s to 10m"), ("drain-timeout", "61m", "0s to 60m"),
        ])
    func outOfBounds(option: String, value: String, bounds: String) throws {
        let variable = "AKISTATA_" + option.uppercased().replacing("-", with: "_")
        let runs = [
            try Program.run(["serve", "--\(option)", value]),
            try Program.run(["serve"], environment: [variable: value]),
        ]
        for run in runs {
            #expect(run.exit == .code(64))
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("--\(option) (\(variable)) may be \(bounds), not \(value)."))
        }
    }

    @Test(
        "What is no time, or no number, is refused by name",
        arguments: [
            ("idle-timeout", "10"), ("idle-timeout", "-1s"), ("idle-timeout", "+1s"), ("idle-timeout", "1.5s"),
            ("idle-timeout", "s"), ("idle-timeout", "1h"), ("idle-timeout", "99999999999999999999s"),
            ("idle-timeout", "9223372036854775807s"), ("max-head", "many"), ("max-head", "9223372036854775808"),
        ])
    func malformed(option: String, value: String) throws {
        let variable = "AKISTATA_" + option.uppercased().replacing("-", with: "_")
        let option = try Program.run(["serve", "--\(option)=\(value)"])
        #expect(option.exit == .code(64))
        #expect(option.errors.contains("'\(value)'"))
        let environment = try Program.run(["serve"], environment: [variable: value])
        #expect(environment.exit == .code(64))
        #expect(environment.errors.contains("The variable \(variable) is “\(value)”"))
    }
}
