import Foundation
import Testing

@Suite("Reloading")
struct ReloadTests {
    /// Enough answers for any machine to have loaded a small dataset in the meantime, and an end if it never does.
    private static let patience = 20_000

    private func version(_ akistata: Akistata, _ curl: Curl) throws -> String {
        let data = try curl.get(akistata.origin + "/api/v1").json()["data"] as? [String: Any]
        return try #require((data?["dataset"] as? [String: Any])?["version"] as? String)
    }

    private func metric(_ line: String, _ akistata: Akistata, _ curl: Curl) throws -> Bool {
        String(decoding: try curl.get(akistata.origin + "/metrics").body, as: UTF8.self).contains("\n\(line)\n")
    }

    private func wait(until isDone: () throws -> Bool) throws {
        for _ in 0..<ReloadTests.patience where try isDone() { return }
        Issue.record("it never happens")
    }

    @Test("SIGHUP brings the new dataset; a broken one is reported and the old one stays")
    func hangup() throws {
        let copy = try DatasetCopy()
        let akistata = try Akistata.with("--data", copy.path)
        let curl = try Curl()
        #expect(try version(akistata, curl) == "1.0.0")
        try copy.release("1.0.1")
        kill(akistata.program.identifier, SIGHUP)
        try wait { try version(akistata, curl) == "1.0.1" }
        try copy.replace("\"value\": 24100", with: "\"value\": \"many\"", in: "statistics.json")
        kill(akistata.program.identifier, SIGHUP)
        try wait { try metric("akistata_reloads_total{result=\"failure\"} 1", akistata, curl) }
        #expect(try version(akistata, curl) == "1.0.1")
        #expect(try metric("akistata_reloads_total{result=\"success\"} 1", akistata, curl))
        let (exit, log) = try akistata.stop()
        #expect(exit == .code(0))
        #expect(log.contains { $0.contains("statistics.json#/statistics/2/claims/0/value") })
        #expect(log.contains { $0.contains("the old one is still served") })
    }

    @Test("--watch sees a change on disk by itself")
    func watch() throws {
        let copy = try DatasetCopy()
        let akistata = try Akistata.with("--data", copy.path, "--watch", "--log-level", "error")
        let curl = try Curl()
        #expect(try version(akistata, curl) == "1.0.0")
        try copy.release("1.1.0")
        try wait { try version(akistata, curl) == "1.1.0" }
    }

    @Test("Every answer is wholly of one dataset or of the other, and none is lost, while they are swapped under load")
    func wholeness() throws {
        let copy = try DatasetCopy()
        let akistata = try Akistata.with("--data", copy.path, "--log-level", "error")
        let curl = try Curl()
        let url = akistata.origin + "/api/v1/statistics?limit=1000"
        let first = try curl.get(url)
        // One word in the first and in the last record of the list.
        for title in ["Men mobilised in 1944", "Lithuanian soldiers back by 25 November 1946"] {
            try copy.replace("\"en\": \"\(title)\"", with: "\"en\": \"\(title), anew\"", in: "statistics.json")
        }
        let changed = try DatasetCopy()
        kill(akistata.program.identifier, SIGHUP)
        try wait { try curl.get(url).body != first.body }
        let second = try curl.get(url)
        let file = copy.url.appending(path: "statistics.json")
        let texts = try [changed.url, copy.url].map { try Data(contentsOf: $0.appending(path: "statistics.json")) }
        var seen: Set<[UInt8]> = []
        for round in 0..<400 {
            try texts[round % 2].write(to: file, options: .atomic)
            kill(akistata.program.identifier, SIGHUP)
            for _ in 0..<5 {
                let answer = try curl.get(url)
                #expect(answer.status == 200)
                #expect(answer.body == first.body || answer.body == second.body)
                seen.insert(answer.body)
            }
        }
        #expect(seen.count == 2)
    }
}
