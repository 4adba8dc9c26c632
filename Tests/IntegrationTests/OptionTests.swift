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
            ("port", "99999", "0 to 65535"), ("port", "65536", "0 to 65535"),
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
            #expect(run.errors.contains("--\(option) (\(variable)) must be \(bounds), not \(value)."))
        }
    }

    /// A wrong value for each option of `serve` that takes one, and how the line about it names what is right.
    private static let wrongValues: [(String, String, String)] = [
        ("idle-timeout", "5", "a time with its unit (250ms, 10s, 2m) from 100ms to 60m. Did you mean “5s”?"),
        ("head-timeout", "10", "from 100ms to 60m. Did you mean “10s”?"),
        ("content-timeout", "ten", "from 100ms to 60m."),
        ("write-timeout", "1 s", "from 100ms to 60m."),
        ("linger-timeout", "1d", "from 100ms to 60m."),
        ("drain-delay", "5", "from 0s to 10m. Did you mean “5s”?"),
        ("drain-timeout", "5", "from 0s to 60m. Did you mean “5s”?"),
        ("max-head", "many", "a whole number from 1024 to 1048576."),
        ("max-target", "1e3", "a whole number from 64 to 1048576."),
        ("max-fields", "0x10", "a whole number from 8 to 10000."),
        ("max-content", "1k", "a whole number from 0 to 1073741824."),
        ("max-connections", "1.5", "a whole number from 1 to 1000000."),
        ("max-connections-per-address", "-", "a whole number from 1 to 1000000."),
        ("max-requests-per-connection", "all", "a whole number from 1 to 1000000000."),
        ("port", "http", "a whole number from 0 to 65535."), ("port", "-1", "0 to 65535"),
        ("backlog", "long", "a whole number from 1 to 65535."),
        ("loops", "two", "a whole number from 1 to 1024."),
        (
            "log-level", "warn",
            "trace or debug or info or notice or warning or error or critical. Did you mean “warning”?"
        ),
        ("log-level", "loud", "or critical."), ("log-format", "xml", "text or json."),
        ("poller", "kqueue", "epoll or poll."),
        ("public-url", "akistata.example", "a scheme and a host"),
        ("public-url", "https://akistata.example/a/", "an address below which everything is"),
        ("security-contact", "us", "a mailto:, https: or tel: URI"),
        ("host", "no such host", "cannot resolve no such host: "),
        ("host", "192.0.2.1", "is not an address of this machine"),
        ("socket", "/nowhere/s", "cannot listen on /nowhere/s: No such file or directory"),
        ("data", "/nowhere", "no dataset in /nowhere: no such file or folder"),
        ("data", "/dev/null", "no dataset in /dev/null: not a folder, or inside a file"),
        ("words", "/nowhere", "expected files of words such as pl.json"),
        (
            "trusted-proxy", "10.0.0.1/8",
            "an address, a block such as 10.0.0.0/8, or unix. Did you mean “10.0.0.0/8”?"
        ),
        ("trusted-proxy", "proxy.example", "an address, a block such as 10.0.0.0/8, or unix."),
        ("trusted-proxy", "::1,10.0.0.0/33", "an address, a block such as 10.0.0.0/8, or unix."),
        ("proxy-fields", "forward", "x-forwarded or forwarded. Did you mean “forwarded”?"),
        ("proxy-protocol", "2", "true or false."), ("proxy-protocol", "true", "needs --trusted-proxy"),
        ("share-port", "1", "true or false."), ("watch", "yes", "true or false."),
        ("data-only", "on", "true or false."),
    ]

    @Test(
        "A wrong value is refused in a line that names what is right, of an option and of its variable",
        arguments: wrongValues)
    func wrong(option: String, value: String, right: String) throws {
        let variable = "AKISTATA_" + option.uppercased().replacing("-", with: "_")
        let isFlag = ["share-port", "watch", "data-only", "proxy-protocol"].contains(option)
        // The poller is for tests alone.
        let environment = ["AKISTATA_PORT": "0"].merging([variable: value]) { $1 }
        let runs = [
            isFlag ? nil : try Program.run(["serve", "--\(option)=\(value)"], environment: ["AKISTATA_PORT": "0"]),
            option == "poller" ? nil : try Program.run(["serve"], environment: environment),
        ]
        for run in runs.compactMap({ $0 }) {
            #expect([.code(64), .code(1)].contains(run.exit))
            #expect(run.output.isEmpty)
            let line = try #require(run.errors.split(separator: "\n").first)
            #expect(line.contains(right), "\(line)")
            #expect(line.contains(value) || line.contains(option))
        }
    }

    @Test("There is a wrong value here for every option of serve")
    func everyOption() throws {
        let help = try Program.run(["serve", "--help"]).output
        let options = Set(help.matches(of: #/--([a-z-]+)/#).map { String($0.1) }).subtracting(["help", "version"])
        #expect(options.count == 31)
        #expect(options.subtracting(OptionTests.wrongValues.map(\.0)) == [])
    }

    @Test("What is no option's variable is named, and ends nothing")
    func unknownVariable() throws {
        let line = "the variable AKISTATA_PROT does not belong to any option. Did you mean “AKISTATA_PORT”?"
        let environment = ["AKISTATA_PROT": "9"]
        #expect(try Program.run(["validate"], environment: environment).errors == "akistata: \(line)\n")
        let server = try Akistata.with(environment: environment)
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        #expect(try server.stop().log.contains { $0.hasSuffix(" warning " + line) })
    }

    @Test("Every variable in the help is one of an option")
    func knownVariables() throws {
        let help = try Program.run(["serve", "--help"]).output
        let names = Set(help.matches(of: #/AKISTATA_[A-Z_]+/#).map { String($0.0) })
        #expect(names.count == 31)
        let environment = Dictionary(uniqueKeysWithValues: names.map { ($0, "") })
        #expect(try Program.run(["validate"], environment: environment).errors.isEmpty)
    }

    @Test("What Kubernetes sets for a service named akistata is none of ours")
    func platform() throws {
        let environment = [
            "AKISTATA_SERVICE_HOST": "10.0.0.1", "AKISTATA_SERVICE_PORT": "8080",
            "AKISTATA_PORT": "tcp://10.0.0.1:8080", "AKISTATA_PORT_8080_TCP": "tcp://10.0.0.1:8080",
        ]
        let server = try Akistata(["--host", "127.0.0.1", "--port", "0"], environment: environment)
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        #expect(try server.stop().log.allSatisfy { !$0.contains("AKISTATA") })
        // And where only the variable would say the port, there is the default: nobody answers, or who does is no error.
        let health = try Program.run(["health", "--host", "192.0.2.1"], environment: environment)
        #expect(health.errors == "akistata: no response from 192.0.2.1, port 8080\n")
    }

    @Test(
        "A word that is no command is told the right ones",
        arguments: [("sevre", " Did you mean “serve”?"), ("valid", " Did you mean “validate”?"), ("nothing", "")])
    func command(word: String, near: String) throws {
        #expect(try Program.run(["help", word]).errors == Program.run([word]).errors)
        let run = try Program.run([word])
        #expect(run.exit == .code(64))
        #expect(run.output.isEmpty)
        #expect(
            run.errors.hasPrefix(
                "Error: Unknown command “\(word)”.\(near) The commands are serve, validate, check, weigh, export, health.\n"
            ))
        #expect(run.errors.contains("Usage: akistata"))
    }

    @Test("The help lists every command")
    func commands() throws {
        let help = try Program.run(["--help"]).output
        for command in ["serve", "validate", "check", "weigh", "export", "health"] {
            #expect(help.contains("\n  \(command) "))
        }
    }
}
