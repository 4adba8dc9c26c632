import Foundation
import Testing

@Suite("Reloading")
struct ReloadTests {
    @Test("SIGHUP brings the new dataset; a broken one is reported and the old one stays")
    func hangup() throws {
        let copy = try DatasetCopy()
        let akistata = try Akistata.with("--data", copy.path)
        let curl = try Curl()
        #expect(try akistata.version(curl) == "1.0.0")
        try copy.release("1.0.1")
        kill(akistata.program.identifier, SIGHUP)
        try Akistata.wait { try akistata.version(curl) == "1.0.1" }
        try copy.replace("\"value\": 1200", with: "\"value\": \"many\"", in: "statistics.json")
        kill(akistata.program.identifier, SIGHUP)
        try Akistata.wait { try akistata.hasMetric("akistata_reloads_total{result=\"failure\"} 1", curl) }
        #expect(try akistata.version(curl) == "1.0.1")
        #expect(try akistata.hasMetric("akistata_reloads_total{result=\"success\"} 1", curl))
        let (exit, log) = try akistata.stop()
        #expect(exit == .code(0))
        #expect(log.contains { $0.contains("statistics.json#/statistics/4/claims/0/value") })
        #expect(log.contains { $0.contains("still serving the previous one") })
    }

    @Test("--watch sees a change on disk by itself")
    func watch() throws {
        let copy = try DatasetCopy()
        let akistata = try Akistata.with("--data", copy.path, "--watch", "--log-level", "error")
        let curl = try Curl()
        #expect(try akistata.version(curl) == "1.0.0")
        try copy.release("1.1.0")
        try Akistata.wait { try akistata.version(curl) == "1.1.0" }
    }

    @Test("Every answer is wholly of one dataset or of the other, and none is lost, while they are swapped under load")
    func wholeness() throws {
        let copy = try DatasetCopy()
        let akistata = try Akistata.with("--data", copy.path, "--log-level", "error")
        let curl = try Curl()
        let url = akistata.origin + "/api/v1/statistics?limit=1000"
        let first = try curl.get(url)
        // One word in the first and in the last record of the list.
        for title in ["Sandbags filled in April", "Sheltered at the school"] {
            try copy.replace("\"en\": \"\(title)\"", with: "\"en\": \"\(title), anew\"", in: "statistics.json")
        }
        let changed = try DatasetCopy()
        kill(akistata.program.identifier, SIGHUP)
        try Akistata.wait { try curl.get(url).body != first.body }
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
