import Foundation
import Foundations
import TestSupport
import Testing

/// Every path of the description, asked wrongly in every way that it can be.
@Suite("Whatever path is asked")
struct BadInputTests {
    private let service: Service
    private let components: [String: Any]
    private let paths: [String: [String: Any]]

    init() throws {
        service = try Service()
        let document = try service.get("/api/v1/openapi.json").json()
        components = try #require(document["components"] as? [String: Any])
        paths = try #require(document["paths"] as? [String: [String: Any]]).compactMapValues {
            $0["get"] as? [String: Any]
        }
    }

    /// A parameter as it is described.
    private struct Known {
        let name: String
        /// The schema of one value.
        let value: [String: Any]
        let example: String?
        let isSegment: Bool
        let isRequired: Bool

        var words: [String]? { value["enum"] as? [String] }
    }

    private func parameters(of operation: [String: Any]) throws -> [Known] {
        let all = try #require(operation["parameters"] as? [[String: Any]])
        return try all.map { reference in
            let name = (reference["$ref"] as? String)?.split(separator: "/").last.map(String.init)
            let shared = components["parameters"] as? [String: [String: Any]]
            let parameter = try name.map { try #require(shared?[$0]) } ?? reference
            let schema = try #require(parameter["schema"] as? [String: Any])
            return Known(
                name: try #require(parameter["name"] as? String), value: schema["items"] as? [String: Any] ?? schema,
                example: parameter["example"] as? String, isSegment: parameter["in"] as? String == "path",
                isRequired: parameter["required"] as? Bool == true)
        }
    }

    /// A path that is answered, with what it cannot do without.
    private func target(_ path: String, _ known: [Known]) throws -> String {
        let place = try known.filter(\.isSegment).reduce(path) { path, segment in
            path.replacing("{\(segment.name)}", with: try #require(segment.example, "\(path)"))
        }
        let needed = known.filter { $0.isRequired && !$0.isSegment }.map { $0.name + "=law" }
        return place + "?" + needed.joined(separator: "&")
    }

    /// The violations of a 400, by the names of their parameters. Text has no list of them.
    private func violations(_ target: String) throws -> [String: (detail: String, accepts: [String])] {
        let answer = try service.get(target)
        #expect(answer.status == 400, "\(target)")
        #expect(answer["Content-Type"] == "application/problem+json", "\(target)")
        let errors = try answer.json()["errors"] as? [[String: Any]] ?? []
        let named = errors.map { error in
            (
                error["parameter"] as? String ?? "",
                (detail: error["detail"] as? String ?? "", accepts: error["accepts"] as? [String] ?? [])
            )
        }
        return Dictionary(named) { first, _ in first }
    }

    @Test("a parameter that it does not know is 400, with those that it knows and the nearest of them")
    func unknown() throws {
        // Pictures pass over what they do not know, as everything for people does.
        for (path, operation) in paths where !path.hasPrefix("/charts/") {
            let known = try parameters(of: operation)
            let target = try target(path, known)
            guard !path.hasSuffix(".txt") else {
                let answer = try service.get(target + "&no-such-parameter=1")
                #expect(answer.status == 400 && answer.text.contains("no-such-parameter"), "\(path)")
                continue
            }
            let found = try violations(target + "&no-such-parameter=1")
            let violation = try #require(found["no-such-parameter"], "\(target)")
            for parameter in known where !parameter.isSegment {
                #expect(violation.accepts.contains(parameter.name), "\(target): \(parameter.name)")
                let slip = parameter.name + "x"
                let detail = try violations(target + "&\(slip)=1")[slip]?.detail ?? ""
                #expect(detail.contains("Did you mean"), "\(target): \(slip)")
            }
        }
    }

    @Test("a value that a parameter does not accept is 400 and named, with what is accepted, and the nearest word")
    func values() throws {
        for (path, operation) in paths where !path.hasSuffix(".txt") {
            let known = try parameters(of: operation)
            let target = try target(path, known)
            for parameter in known where !parameter.isSegment {
                let wrong = parameter.name == "q" ? "--" : "no~such~value"
                let found = try violations("\(target)&\(parameter.name)=\(wrong)")
                let violation = try #require(found[parameter.name], "\(target)&\(parameter.name)=\(wrong)")
                #expect(!violation.accepts.isEmpty, "\(target)&\(parameter.name)")
                guard let word = parameter.words?.max(by: { $0.count < $1.count }), word.count > 4 else { continue }
                let slip = try violations("\(target)&\(parameter.name)=\(word)x")[parameter.name]?.detail ?? ""
                #expect(slip.contains("Did you mean “\(word)”?"), "\(target)&\(parameter.name)=\(word)x: \(slip)")
            }
        }
    }

    @Test(
        "a date that is none is told from where on, or why",
        arguments: [
            ("1944-1", "character 7"), ("yesterday", "character 1"), ("1944-08-0x", "character 10"),
            ("1944-13", "no such day"), ("1945-02-29", "no such day"), ("1945/1944", "ends before it begins"),
            ("", "character 1"), ("1944%2F1945%2F1946", "character 10"),
        ])
    func dates(date: String, place: String) throws {
        var count = 0
        for (path, operation) in paths where !path.hasSuffix(".txt") {
            let known = try parameters(of: operation)
            for parameter in known where parameter.value["format"] as? String == "edtf" {
                let found = try violations(try target(path, known) + "&\(parameter.name)=\(date)")
                #expect(found[parameter.name]?.detail.contains(place) == true, "\(path) \(found)")
                count += 1
            }
        }
        #expect(count > 10)
    }

    @Test("a cursor of no list, of another query or of another version is 400 and says which")
    func cursors() throws {
        var count = 0
        for (path, operation) in paths where !path.contains("{") && !path.hasSuffix(".txt") {
            let known = try parameters(of: operation)
            guard known.contains(where: { $0.name == "cursor" }) else { continue }
            let target = try target(path, known)
            for cursor in ["", "x", String(repeating: "A", count: 31), String(repeating: "=", count: 32)] {
                let detail = try violations(target + "&cursor=\(cursor)")["cursor"]?.detail
                #expect(detail?.contains("not a valid cursor") == true)
            }
            let old = String(repeating: "A", count: 32)
            let version = try violations(target + "&cursor=\(old)")["cursor"]?.detail
            #expect(version?.contains("another version of the dataset") == true, "\(target)")
            let other = try service.get("/api/v1/sources?limit=1&sort=-title").links()["next"] as? String
            let cursor = try #require(other?.split(separator: "cursor=").last)
            let query = try violations(target + "&cursor=\(cursor)")["cursor"]?.detail
            #expect(query?.contains("another query") == true, "\(target)")
            count += 1
        }
        #expect(count > 10)
    }

    @Test("a type that there is not is 406, with all that there are")
    func types() throws {
        for (path, operation) in paths {
            let known = try parameters(of: operation)
            let success = (operation["responses"] as? [String: [String: Any]])?["200"]
            let types = try #require(success?["content"] as? [String: Any]).keys
            let answer = try service.get(try target(path, known), ["Accept": "image/png"])
            #expect(answer.status == 406 || types.count == 1 && answer.status == 200, "\(path)")
            guard answer.status == 406 else { continue }
            let errors = try answer.json()["errors"] as? [[String: Any]]
            #expect(Set(try #require(errors?.first?["accepts"] as? [String])) == Set(types), "\(path)")
        }
    }

    @Test("a name that there is not is 404, with the nearest that there is")
    func names() throws {
        var count = 0
        for (path, operation) in paths where path.contains("{") {
            let known = try parameters(of: operation)
            for segment in known where segment.isSegment {
                let example = try #require(segment.example)
                let slip = String(example.dropLast()) + "~"
                let target = path.replacing("{\(segment.name)}", with: slip)
                let answer = try service.get(target)
                #expect(answer.status == 404, "\(target)")
                #expect(answer.text.contains(example), "\(target): \(answer.text)")
                count += 1
            }
        }
        #expect(count > 20)
    }

    @Test("a query that does not decode is 400 and says at which byte")
    func undecodable() throws {
        for (path, operation) in paths where !path.hasPrefix("/charts/") {
            let answer = try service.get(try target(path, try parameters(of: operation)) + "&a=%zz")
            #expect(answer.status == 400 && answer.text.contains("byte"), "\(path)")
        }
    }
}
