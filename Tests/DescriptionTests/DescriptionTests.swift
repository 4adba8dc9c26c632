import API
import Foundation
import HTTPCore
import TestSupport
import Testing

@Suite("The OpenAPI description")
struct DescriptionTests {
    private let service: Service
    private let document: [String: Any]

    init() throws {
        service = try Service()
        document = try service.get("/api/v1/openapi.json").json()
    }

    private func operations() throws -> [(path: String, operation: [String: Any])] {
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        return try paths.map { ($0, try #require($1["get"] as? [String: Any])) }
    }

    /// What a `$ref` stands for, or the value itself.
    private func resolved(_ value: Any?) throws -> [String: Any] {
        let object = try #require(value as? [String: Any])
        guard let reference = object["$ref"] as? String else { return object }
        return try reference.split(separator: "/").dropFirst().reduce(document) { place, name in
            try #require(place[String(name)] as? [String: Any], "\(reference)")
        }
    }

    private func parameters(_ operation: [String: Any]) throws -> [[String: Any]] {
        try #require(operation["parameters"] as? [Any]).map(resolved)
    }

    @Test("names every operation by itself, and says what it, its parameters and its responses are")
    func words() throws {
        let operations = try operations()
        let names = operations.compactMap { $0.operation["operationId"] as? String }
        #expect(Set(names).count == operations.count && operations.count > 40)
        for (path, operation) in operations {
            #expect((operation["summary"] as? String)?.hasSuffix(".") == true, "\(path)")
            for parameter in try parameters(operation) {
                let about = try #require(parameter["description"] as? String)
                #expect(about.hasSuffix("."), "\(path) \(parameter["name"] ?? "")")
                #expect(parameter["schema"] != nil)
            }
            let responses = try #require(operation["responses"] as? [String: Any])
            #expect(responses["400"] != nil && responses["200"] != nil)
            for response in responses.values {
                #expect((try resolved(response)["description"] as? String)?.isEmpty == false, "\(path)")
            }
        }
    }

    @Test("is answered by every path that it describes, as described: type, fields, schema")
    func paths() throws {
        for (path, operation) in try operations() {
            var target = path
            for parameter in try parameters(operation) where parameter["in"] as? String == "path" {
                let name = try #require(parameter["name"] as? String)
                target = target.replacing("{\(name)}", with: try #require(parameter["example"] as? String, "\(path)"))
            }
            for parameter in try parameters(operation) where parameter["in"] as? String == "query" {
                guard parameter["required"] as? Bool == true else { continue }
                let (name, example) = (parameter["name"] as? String, parameter["example"] as? String)
                target += try "?\(#require(name))=\(#require(example))"
            }
            let answer = try service.get(target)
            #expect(answer.status == 200, "\(target)")
            let success = try #require((operation["responses"] as? [String: Any])?["200"] as? [String: Any])
            let content = try #require(success["content"] as? [String: [String: Any]])
            let type = try #require(answer["Content-Type"])
            let described = content[type] ?? content[String(type.prefix { $0 != ";" })]
            #expect(described?["schema"] != nil, "\(target): \(type)")
            if type == "application/json" {
                let reference = (described?["schema"] as? [String: Any])?["$ref"] as? String
                #expect(reference?.hasPrefix("#/components/schemas/answer-") == true, "\(target)")
            }
            let headers = try #require(success["headers"] as? [String: Any])
            for (name, header) in headers where try resolved(header)["required"] as? Bool == true {
                #expect(answer[name] != nil, "\(target) \(name)")
            }
            for name in answer.names where name != "content-type" {
                #expect(headers.keys.contains { $0.lowercased() == name }, "\(target) \(name)")
            }
        }
    }

    @Test("has every path that a client can be led to: formats by suffix, and what is not under /api/v1")
    func completeness() throws {
        let paths = Set(try operations().map(\.path))
        for list in Service.lists {
            for path in ["/api/v1/\(list)", "/api/v1/\(list)/{id}"] {
                #expect(paths.isSuperset(of: [path, path + ".json", path + ".ndjson"]))
            }
        }
        #expect(paths.isSuperset(of: ["/", "/healthz", "/sitemap.xml", "/.well-known/api-catalog", "/llms.txt"]))
        let text = try service.get("/llms.txt").text
        for path in paths where !path.hasSuffix("json") || path.hasSuffix("openapi.json") {
            guard !["ndjson", "csv", "txt", "jsonld"].contains(where: { path.hasSuffix("}." + $0) }) else { continue }
            #expect(text.contains("- [\(path)](") || path.contains("."), "\(path)")
        }
    }

    @Test("knows the vocabularies of the data, and the bounds of numbers")
    func vocabularies() throws {
        let events = try #require(try operations().first { $0.path == "/api/v1/events" }?.operation)
        let parameters = try parameters(events)
        let schema = { (name: String) in
            try #require(parameters.first { $0["name"] as? String == name }?["schema"] as? [String: Any])
        }
        let categories = try #require(try schema("category")["items"] as? [String: Any])
        #expect((categories["enum"] as? [String])?.contains("relief") == true)
        #expect(try schema("limit")["maximum"] as? Int == 1_000)
        #expect(try schema("from")["type"] as? String == "array")
    }

    @Test("gives real answers as examples")
    func examples() throws {
        let examples = try #require((document["components"] as? [String: Any])?["examples"] as? [String: Any])
        let example = try #require((examples["getStatisticsByIdAsJson"] as? [String: Any])?["value"] as? [String: Any])
        let answer = try service.get("/api/v1/statistics/sandbags-april").json()
        #expect(NSDictionary(dictionary: example) == NSDictionary(dictionary: answer))
    }

    @Test("is the same from another server with the same data, and has a type of its own")
    func stability() throws {
        let answer = try service.get("/api/v1/openapi.json")
        #expect(answer["Content-Type"] == "application/vnd.oai.openapi+json;version=3.1")
        #expect(answer["Vary"] == "accept-language, accept-encoding")
        #expect(try Service().get("/api/v1/openapi.json").body == answer.body)
    }

    /// Every object within a JSON value.
    private func objects(_ value: Any) -> [[String: Any]] {
        if let object = value as? [String: Any] { return [object] + object.values.flatMap(objects) }
        return (value as? [Any] ?? []).flatMap(objects)
    }

    @Test("refers to whole components alone, with nothing beside a reference, so that generated clients follow it")
    func references() throws {
        let components = try #require(document["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: Any])
        let references = objects(schemas).filter { $0["$ref"] is String }
        #expect(references.count > 200)
        for object in references {
            #expect(object.count == 1, "\(object)")
            let name = (object["$ref"] as? String)?.split(separator: "/").last.map(String.init) ?? ""
            #expect(object["$ref"] as? String == "#/components/schemas/\(name)" && schemas[name] != nil, "\(object)")
        }
        #expect(!objects(schemas).contains { $0["$defs"] != nil })
        // Classes are named after components, without their hyphens.
        let classes = schemas.keys.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        #expect(Set(classes).count == classes.count)
    }

    @Test("describes the links of the index by one type, not by two that fit the same text")
    func links() throws {
        let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
        let index = try #require((schemas["answer-index"] as? [String: Any])?["properties"] as? [String: Any])
        let others = (index["links"] as? [String: Any])?["additionalProperties"] as? [String: Any]
        #expect(others?["type"] as? String == "string" && others?["oneOf"] == nil)
    }

    @Test("names the public address as its server where there is one")
    func server() throws {
        let servers = { (service: Service) in
            try service.get("/api/v1/openapi.json").json()["servers"] as? [[String: String]]
        }
        #expect(try servers(service) == [["url": "/"]])
        let known = try Service(origin: Origin("https://akistata.example"))
        #expect(try servers(known) == [["url": "https://akistata.example"]])
    }
}
