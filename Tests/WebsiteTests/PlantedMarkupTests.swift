import Checks
import Archive
import Evidence
import Description
import Foundation
import Foundations
import HTTPCore
import PageLayout
import Rendering
import TestSupport
import Testing
import Wording

@testable import API
@testable import Website

/// Whatever routes there are, so that a new page is covered by being one.
@Suite("Planted markup")
struct PlantedMarkupTests {
    private static let fields: KeyValuePairs = ["Host": "akistata.example", "Accept": "*/*"]
    private static let page: KeyValuePairs = ["Host": "akistata.example", "Accept": "text/html"]

    private let service: Service
    private let encoded: EncodedSnapshot
    private let routes: [Route]

    init() throws {
        let snapshot = try PlantedDataset.snapshot.get()
        service = try Service(hasPages: true, snapshot: snapshot)
        encoded = EncodedSnapshot(snapshot, in: .shipped)
        let site = Site(
            .shipped, schemas: StaticFile.schemas(in: Service.resources.appending(path: "schemas")),
            pages: try Web(in: Service.resources.appending(path: "web"), .shipped),
            description: Descriptions())
        routes = RouteTable.routes(site, metrics: { "" }, isReady: { true })
    }

    @Test("Markup in the dataset is text in every answer", arguments: ["en", "lt"])
    func dataset(language: String) throws {
        var seen: [String: Int] = [:]
        for route in routes {
            let isLocalized = route.parameters(encoded).contains { $0.name == "lang" }
            for target in targets(of: route) {
                let mark = target.contains("?") ? "&" : "?"
                let answer = try service.get(target + (isLocalized ? "\(mark)lang=\(language)" : ""), Self.fields)
                #expect(answer.status == 200, "\(target)")
                try expectNoMarkup(in: answer, of: target)
                if answer.text.contains("plant") { seen[try #require(kind(of: answer)), default: 0] += 1 }
            }
        }
        // It was there to be escaped.
        for kind in ["html", "svg", "xml", "json"] { #expect(seen[kind, default: 0] > 0, "\(kind)") }
        #expect(seen["html", default: 0] > 70)
    }

    @Test("Every page of a record has the planted text, as text")
    func pagesHaveIt() throws {
        for route in routes where route.isPage && route.pattern.hasSuffix("{id}") {
            for target in targets(of: route) {
                let tokens = HTMLTokens(try service.get(target, Self.fields).text)
                #expect(tokens.text.contains("<x-plant y-plant=1><script>plant()</script>"), "\(target)")
                #expect(tokens.text.contains("{{words.plant}}{{{plant}}}"), "\(target)")
            }
        }
    }

    @Test("Markup in a parameter or a path is text in every answer")
    func parameters() throws {
        let markup = "\"'><x-plant y-plant=1><script>plant()</script><img src=x onerror=plant()>]]>{{plant}}"
        let planted = PercentEncoding.encode(markup)
        for route in routes {
            let paths =
                route.pattern.contains("{")
                ? [route.pattern.replacing(/\{[a-z]+\}/, with: planted)] + (route.example(encoded).map { [$0] } ?? [])
                : [route.pattern]
            let names = route.parameters(encoded).map(\.name) + ["x", planted]
            for path in paths {
                for query in names.map({ "\($0)=\(planted)" }) + [""] {
                    let mark = query.isEmpty ? "" : path.contains("?") ? "&" : "?"
                    for fields in [Self.fields, Self.page] {
                        let target = path + mark + query
                        try expectNoMarkup(in: try service.get(target, fields), of: target)
                    }
                }
            }
        }
    }

    @Test("The check finds what is not escaped")
    func checkCanFail() throws {
        let tokens = HTMLTokens("<p title='a'>b<x-plant></p><script>plant()</script><!--x-plant--><img onerror='x'>")
        #expect(faults(in: tokens).count == 4)
        #expect(faults(in: HTMLTokens("<p title=\"&lt;x-plant&gt;\">&lt;x-plant&gt;</p>")).isEmpty)
        #expect(try faults(inXML: "<a y-plant='1'><x-plant/><script/></a>").count == 3)
        #expect(try faults(inXML: "<a b='&lt;x-plant'>&lt;x-plant></a>").isEmpty)
    }

    // MARK: What is asked for

    /// Every record's, where a pattern has the name of a list; else the example. Each with every suffix.
    private func targets(of route: Route) -> [String] {
        let bare = paths(of: route)
        let suffixes = route.hasSuffixes ? route.formats.filter { $0 != .png }.map { "." + $0.suffix } : []
        return bare.flatMap { path in
            let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
            let query = parts.count > 1 ? "?" + parts[1] : ""
            return [path] + suffixes.map { (parts.first ?? path) + $0 + query }
        }
    }

    private func paths(of route: Route) -> [String] {
        let snapshot = encoded.snapshot
        if route.pattern == "/oembed" {
            // It answers about pages of this host.
            return snapshot.discrepancies.records.map {
                "/oembed?url=" + PercentEncoding.encode("http://akistata.example/discrepancies/\($0.id)")
            }
        }
        guard route.pattern.contains("{") else { return [route.example(encoded) ?? route.pattern] }
        let ids = [
            "events": snapshot.events.records.map(\.id), "statistics": snapshot.statistics.records.map(\.id),
            "discrepancies": snapshot.discrepancies.records.map(\.id),
            "lessons": snapshot.discrepancies.records.map(\.id), "sources": snapshot.sources.records.map(\.id),
            "terms": snapshot.terms.records.map(\.id),
        ]
        let list = ids.first { route.pattern.hasSuffix("/\($0.key)/{id}") }
        guard let list, route.isPage else { return route.example(encoded).map { [$0] } ?? [] }
        return list.value.map { route.pattern.replacing("{id}", with: $0) }
    }

    // MARK: What is expected

    private func kind(of answer: Answer) -> String? {
        let type = (answer["Content-Type"] ?? "").prefix { $0 != ";" }
        if type == "text/html" { return "html" }
        if type == "image/svg+xml" { return "svg" }
        if type.hasSuffix("xml") { return "xml" }
        if type.hasSuffix("json") { return "json" }
        return "text"
    }

    private func expectNoMarkup(in answer: Answer, of target: String) throws {
        switch kind(of: answer) {
        case "html":
            let found = faults(in: HTMLTokens(answer.text))
            #expect(found.isEmpty, "\(target): \(found.first ?? "")")
        case "svg", "xml": #expect(try faults(inXML: answer.text).isEmpty, "\(target)")
        case "json" where answer["Content-Type"]?.contains("ndjson") != true:
            #expect(throws: Never.self, "\(target)") {
                try JSONSerialization.jsonObject(with: Data(answer.body), options: .fragmentsAllowed)
            }
        default: break
        }
        for name in answer.names { #expect(answer[name]?.contains("<x-plant") != true, "\(target): \(name)") }
    }

    /// Elements, attributes, comments and scripts that only the planted text can have made.
    private func faults(in tokens: HTMLTokens) -> [String] {
        let tags = tokens.tags.flatMap { tag -> [String] in
            let names = [tag.name] + tag.attributes.map(\.name)
            let strange = names.filter { $0.contains("plant") || $0.hasPrefix("on") || $0 == "style" && tag.name != $0 }
            let isData = tag.attributes.contains { $0.name == "type" && $0.value == "application/ld+json" }
            let isBroken = isData && (try? JSONSerialization.jsonObject(with: Data(tag.raw.utf8))) == nil
            let isScript = tag.name == "script" && !isData && tag.raw.contains("plant")
            return strange.map { "\(tag.name) \($0)" } + (isBroken || isScript ? ["script: " + tag.raw] : [])
        }
        let addresses = tokens.tags.flatMap(\.attributes).filter { attribute in
            ["href", "src", "action", "formaction"].contains(attribute.name)
                && attribute.value.lowercased().hasPrefix("javascript:")
        }
        return tags + tokens.comments + addresses.map(\.value)
    }

    /// Elements and attributes that only the planted text can have made. Throws for what is not well-formed.
    private func faults(inXML text: String) throws -> [String] {
        try XMLTree(text).elements.flatMap { [$0.name] + $0.attributes.keys }
            .filter { $0.contains("plant") || $0 == "script" || $0.hasPrefix("on") }
    }
}
