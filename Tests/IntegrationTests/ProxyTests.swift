import Foundation
import Testing

@Suite("Behind a proxy")
struct ProxyTests {
    /// The origin that a kept answer is for.
    private func origin(_ text: String) -> String? {
        text.firstMatch(of: /Sitemap: (.*)\/sitemap\.xml/).map { String($0.1) }
    }

    @Test("Absolute addresses are of the client's origin, of each as often as it is asked for; the log has the client")
    func forwarded() throws {
        let server = try Akistata.with("--trusted-proxy", "::1", "--trusted-proxy", "127.0.0.0/8", "--loops", "1")
        let curl = try Curl()
        for _ in 0..<3 {
            for (fields, expected) in [
                ([], "http://a.example"), (["X-Forwarded-Proto: https"], "https://a.example"),
                (["X-Forwarded-Proto: https", "X-Forwarded-Host: b.example:8443"], "https://b.example:8443"),
                (["X-Forwarded-Host: b.example:8443"], "http://b.example:8443"),
                (["X-Forwarded-Host: b.example/<b>"], "http://a.example"),
            ] {
                let request = Curl.Request(
                    url: server.origin + "/robots.txt",
                    fields: ["Host: a.example", "X-Forwarded-For: 6.6.6.6, 192.0.2.43"] + fields)
                #expect(try origin(curl.answer(request).text) == expected)
            }
        }
        let lines = try server.stop().log.filter { $0.contains(" /robots.txt ") }
        #expect(lines.count == 15 && lines.allSatisfy { $0.contains(" client=192.0.2.43 ") })
    }

    @Test("Who is not trusted is taken for who it is, whatever it says")
    func untrusted() throws {
        for options in [[], ["--trusted-proxy", "10.0.0.0/8,unix"], ["--proxy-fields", "forwarded"]] {
            let server = try Akistata(["--host", "127.0.0.1", "--port", "0"] + options)
            let answer = try Curl().get(
                server.origin + "/robots.txt", "Host: a.example", "X-Forwarded-For: 192.0.2.43",
                "X-Forwarded-Proto: https", "X-Forwarded-Host: b.example",
                "Forwarded: for=192.0.2.43;proto=https;host=b.example")
            #expect(origin(answer.text) == "http://a.example")
            let lines = try server.stop().log.filter { $0.contains(" /robots.txt 200 ") }
            #expect(lines.count == 1 && lines.allSatisfy { $0.contains(" client=127.0.0.1:") })
        }
    }

    @Test("Who comes through the Unix-domain socket is trusted where that is said", arguments: ["unix", "127.0.0.1"])
    func socket(list: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "s").path
        let program = try Program(["serve", "--socket", path, "--trusted-proxy", list])
        _ = program.line()
        let fields = ["Host: a.example", "X-Forwarded-For: 192.0.2.43", "X-Forwarded-Proto: https"]
        let answer = try Curl().answer(.init(url: "http://localhost/robots.txt", fields: fields, socket: path))
        #expect(origin(answer.text) == (list == "unix" ? "https" : "http") + "://a.example")
        program.signal()
        #expect(try program.wait() == .code(0))
        #expect(try program.errors().contains(list == "unix" ? " client=192.0.2.43 " : " client=unix "))
    }

    @Test("Where the PROXY protocol is spoken, health speaks it too, as a proxy that looks whether the server is there")
    func health() throws {
        for (list, code) in [("127.0.0.1", 0), ("192.0.2.1", 1)] as [(String, Int32)] {
            var environment = ["AKISTATA_PROXY_PROTOCOL": "true", "AKISTATA_TRUSTED_PROXY": list]
            let server = try Akistata(environment: environment)
            environment["AKISTATA_PORT"] = "\(server.port)"
            environment["AKISTATA_HOST"] = "127.0.0.1"
            #expect(try Program.run(["health"], environment: environment).exit == .code(code))
            #expect(throws: Curl.Failure.self) { try Curl().get(server.origin + "/healthz") }
        }
    }
}
