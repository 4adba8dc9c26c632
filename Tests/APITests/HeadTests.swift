import Description
import Foundation
import HTTPCore
import PageLayout
import Rendering
import TestSupport
import Testing
import Wording

@testable import API
@testable import Website

@Suite("The head of an answer")
struct HeadTests {
    private static let most = 8 * 1024

    private let application: Application
    private let encoded: EncodedSnapshot
    private let routes: [Route]

    init() throws {
        let snapshot = try Service.snapshot.get()
        let site = Site(
            .shipped, schemas: StaticFile.schemas(in: Service.resources.appending(path: "schemas")),
            pages: try Web(in: Service.resources.appending(path: "web"), .shipped),
            description: Descriptions())
        application = try Application(snapshot, site: site)
        encoded = EncodedSnapshot(snapshot, in: .shipped)
        routes = RouteTable.routes(site, metrics: { "" }, isReady: { true })
    }

    /// The status, and how many bytes the head has on the wire where everything else is as long as it can be.
    private func head(
        _ method: HTTPCore.Method = .get, _ target: String, _ fields: Fields = Fields(), on responder: Responder
    ) throws -> (status: Int, count: Int) {
        let request = try Request(method: method, target: target, fields: fields)
        let response = responder.respond(to: request, as: Array(repeating: UInt8(ascii: "x"), count: 128))
        var writer = ResponseWriter()
        writer.setDate(secondsSinceEpoch: 0)
        var wire: [UInt8] = []
        _ = writer.appendHead(of: response, method: method, version: .http10, persists: true, to: &wire)
        return (Int(response.status.code), wire.count)
    }

    /// Queries of a route as long as a target can be: of what it knows, of what grows when it is encoded, and of what it does
    /// not know.
    private func queries(of route: Route, behind path: String) -> [String] {
        let room = Limits().target - path.utf8.count - 1
        let known = route.parameters(encoded)
        let repeated = known.first { $0.repeats && $0.values.words != nil }.map { parameter in
            let pair = "\(parameter.name)=\(parameter.values.words?.first ?? "")"
            return Array(repeating: pair, count: room / (pair.utf8.count + 1)).joined(separator: "&")
        }
        let encoded = known.contains { $0.name == "q" } ? "q=a" + String(repeating: "(", count: room - 3) : nil
        return [repeated, encoded, "x=" + String(repeating: "y", count: room - 2)].compactMap { $0 }
    }

    @Test("is no longer than 8 KiB, whatever is asked of whatever route")
    func bounded() throws {
        let responder = application.responder()
        var statuses: Set<Int> = []
        let check = { (method: HTTPCore.Method, target: String, fields: Fields) throws in
            let head = try head(method, target, fields, on: responder)
            #expect(head.count <= HeadTests.most, "\(method.rawValue) \(target.prefix(80)): \(head.count)")
            statuses.insert(head.status)
        }
        let conditional = Fields([(.ifNoneMatch, "*")])
        let compressed = Fields([(.acceptEncoding, "gzip")])
        let unacceptable = Fields([(.accept, "x/y")])
        for route in routes {
            guard let example = route.example(encoded).map({ String($0.prefix { $0 != "?" }) }) else { continue }
            let pinned =
                example.hasPrefix("/api/v1/")
                ? ["/api/v1/@\(encoded.version)", "/api/v1/@0.9.0", "/api/v1/@9.9.9"] : []
            let suffixed = route.hasSuffixes ? route.formats.map { "\(example).\($0.suffix)" } : []
            for path in [example] + suffixed + pinned.map({ $0 + example.dropFirst("/api/v1".count) }) {
                for query in queries(of: route, behind: path) {
                    try check(.get, "\(path)?\(query)", Fields())
                    guard path == example else { continue }
                    try check(.head, "\(path)?\(query)", Fields())
                    try check(.post, "\(path)?\(query)", Fields())
                    for fields in [conditional, compressed, unacceptable] {
                        try check(.get, "\(path)?\(query)", fields)
                    }
                }
            }
            let nothing = String(repeating: "z", count: Limits().target - example.utf8.count - 1)
            try check(.get, "\(example)/\(nothing)", Fields())
        }
        #expect(statuses.isSuperset(of: [200, 304, 400, 404, 405, 406, 410]), "\(statuses.sorted())")
    }

    @Test("has the links that lead on, and the body those that it has no room for")
    func links() throws {
        let service = try Service()
        let query = Array(repeating: "category=law", count: 600).joined(separator: "&")
        let answer = try service.get("/api/v1/@\(encoded.version)/events?limit=1&\(query)")
        let field = try #require(answer["Link"])
        #expect(!field.contains("rel=\"alternate\"") && field.contains("rel=\"license\""))
        let links = try answer.links()
        let formats = try #require(routes.first { $0.pattern == "/api/v1/events" }).formats
        #expect((links["alternate"] as? [String])?.count == formats.count { $0 != .csvm })
        #expect((links["cite-as"] as? String)?.hasPrefix("/api/v1/@\(encoded.version)/events?") == true)
        #expect((links["latest-version"] as? String)?.hasPrefix("/api/v1/events?") == true)
        let short = try service.get("/api/v1/events?limit=1&category=law").links()
        #expect(Set(short.keys) == ["self", "next", "prev", "first", "describedby", "license"])
    }

    @Test("leaves out the other formats first, and the next page last")
    func order() {
        let url = String(repeating: "x", count: 3_000)
        let relations = ["next", "prev", "first", "cite-as", "alternate", "license", "latest-version"]
        let (told, left) = relations.map { Link(url, $0) }.fitted()
        #expect(told.map(\.relation) == ["next", "license"])
        #expect(left.map(\.relation) == ["prev", "first", "cite-as", "alternate", "latest-version"])
    }
}

extension Parameter.Values {
    /// Of a closed list.
    fileprivate var words: [String]? {
        switch self {
        case .oneOf(let words), .listOf(let words): words
        default: nil
        }
    }
}

extension Fields {
    fileprivate init(_ lines: [(FieldName, String)]) {
        self.init()
        for (name, value) in lines { append(name, value) }
    }
}
