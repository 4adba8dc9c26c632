import Archive
import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let text: String

    init() throws {
        text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    @Test("shows answers that are the real ones")
    func examples() throws {
        let shipped = Service.resources.appending(path: "datasets/lithuania-1944-1945").path
        let service = try Service(snapshot: try Loader.load(directory: shipped))
        let pattern = /```sh\ncurl -s "localhost:8080([^"]+)"\n```\n\n```json\n((?:[^`]*\n)?)```/
        let examples = text.matches(of: pattern)
        #expect(examples.count >= 4)
        for example in examples {
            let answer = try service.get(String(example.1)).text
            let printed = answer.hasSuffix("\n") ? answer : answer + "\n"
            #expect(String(example.2) == printed, "\(example.1)")
        }
    }

    @Test(
        "leads, with what stands beside it, to folders and files that are there",
        arguments: ["README", ".github/CONTRIBUTING"])
    func places(document: String) throws {
        let text = try String(contentsOf: root.appending(path: document + ".md"), encoding: .utf8)
        let rooms = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
        let places = text.matches(of: /`([A-Za-z]+)(\/[A-Za-z+\/]+)?`/).filter { rooms.contains(String($0.1)) }
        #expect(places.count > 10)
        for place in places {
            let path = root.appending(path: "Sources/\(place.1)\(place.2 ?? "")").path
            let isThere = [path, path + ".swift"].contains(where: FileManager.default.fileExists)
            #expect(isThere, "\(place.0)")
        }
    }

    @Test("names every filter of every list")
    func filters() throws {
        let service = try Service()
        for list in RouteTests.lists {
            let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| `/api/v1/\(list)`") })
            let errors = try service.get("/api/v1/\(list)?unknown=1").json()["errors"] as? [[String: Any]]
            let known = try #require(errors?.first?["accepts"] as? [String])
            let everywhere = ["sort", "limit", "cursor", "lang", "fields", "pretty", "facets", "viewpoint"]
            for name in known where !everywhere.contains(name) {
                let words = row.split { !$0.isLetter }.map(String.init)
                #expect(words.contains(name), "\(list): \(name)")
            }
        }
    }
}
