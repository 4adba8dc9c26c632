import Testing

@testable import Server

@Suite("Variables of the environment")
struct EnvironmentTests {
    private let help =
        "A port (AKISTATA_PORT; default: 8080). A level (AKISTATA_LOG_LEVEL). An address (AKISTATA_PUBLIC_URL)."

    @Test(
        "What is no option's variable is named with the nearest that is",
        arguments: [
            ("AKISTATA_PROT", " Did you mean “AKISTATA_PORT”?"),
            ("AKISTATA_LOG_LEVL", " Did you mean “AKISTATA_LOG_LEVEL”?"),
            ("AKISTATA_PUBLICURL", " Did you mean “AKISTATA_PUBLIC_URL”?"), ("AKISTATA_QUITE_OTHER_WORDS", ""),
        ])
    func unknown(name: String, near: String) {
        let environment = Environment([name: "9", "AKISTATA_PORT": "1", "PATH": "/bin"])
        #expect(environment.warnings(help: help) == ["the variable \(name) does not belong to any option.\(near)"])
    }

    @Test(
        "What Kubernetes sets for a service named akistata, or Docker for a link, is none of ours",
        arguments: [
            [
                "AKISTATA_SERVICE_HOST": "10.0.0.1", "AKISTATA_SERVICE_PORT": "8080",
                "AKISTATA_SERVICE_PORT_HTTP": "8080",
                "AKISTATA_PORT": "tcp://10.0.0.1:8080", "AKISTATA_PORT_8080_TCP": "tcp://10.0.0.1:8080",
                "AKISTATA_PORT_8080_TCP_PROTO": "tcp", "AKISTATA_PORT_8080_TCP_PORT": "8080",
                "AKISTATA_PORT_8080_TCP_ADDR": "10.0.0.1",
            ],
            ["AKISTATA_PORT": "udp://10.0.0.1:53", "AKISTATA_PORT_53_UDP": "udp://10.0.0.1:53"],
            [
                "AKISTATA_DATA_SERVICE_HOST": "10.0.0.1", "AKISTATA_DATA_PORT": "tcp://10.0.0.1:80",
                "AKISTATA_DATA_PORT_80_TCP_ADDR": "10.0.0.1", "AKISTATA_DATA_SERVICE_PORT": "80",
            ],
            ["AKISTATA_NAME": "/web/akistata", "AKISTATA_ENV_PATH": "/bin", "AKISTATA_PORT": "tcp://172.17.0.5:8080"],
        ])
    func platform(variables: [String: String]) throws {
        let environment = Environment(variables)
        #expect(environment.warnings(help: help).isEmpty)
        let port = Setting("port", "A port", within: 0...65_535, default: 8_080)
        #expect(try port.value(in: environment) == 8_080)
    }

    @Test("Without any of ours the help is not asked for")
    func others() {
        var isAsked = false
        func help() -> String {
            isAsked = true
            return ""
        }
        #expect(Environment(["PATH": "/bin"]).warnings(help: help()).isEmpty)
        #expect(!isAsked)
    }
}
