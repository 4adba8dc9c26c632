import API
import Foundations
import HTTPCore
import Problems
import Rendering
import Wording

/// The GET operation of a path, which is that of a route with or without a suffix.
struct Operation {
    let path: String
    /// The part of the API that the operation belongs to.
    let tag: String
    private let route: Route
    private let suffix: Format?
    private let encoded: EncodedSnapshot
    private let site: Site
    private let language: Language

    init(_ route: Route, suffix: Format?, of encoded: EncodedSnapshot, _ site: Site, in language: Language) {
        self.route = route
        self.suffix = suffix
        self.encoded = encoded
        self.site = site
        self.language = language
        path = route.pattern + (suffix.map { "." + $0.suffix } ?? "")
        let isPicture = route.formats.contains(where: \.isPicture)
        let name = Operation.names(route.pattern).first.map { String($0.prefix { $0 != "." }) }
        tag = name ?? (isPicture ? "charts" : "service")
    }

    /// Returns the segments after `/api/v1`; none for any other path.
    private static func names(_ pattern: String) -> ArraySlice<Substring> {
        let segments = pattern.split(separator: "/")
        return segments.starts(with: ["api", "v1"]) ? segments.dropFirst(2) : []
    }

    /// Returns the operation's id, such as `getEventsByIdAsCsv`; nil stands for the path without suffix.
    private func id(as format: Format?) -> String {
        let names = Operation.names(route.pattern)
        let segments = names.isEmpty ? route.pattern.split(separator: "/")[...] : names
        let words = segments.flatMap { segment -> [String] in
            let words = segment.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            return segment.hasPrefix("{") ? ["by"] + words : words
        }
        // Pictures have the same paths as the charts of the API, without its prefix.
        let isPicture = names.isEmpty && route.formats.contains(where: \.isPicture)
        let all =
            (isPicture ? ["picture"] : []) + (words.isEmpty ? ["root"] : words)
            + (format.map { ["as", $0.rawValue] } ?? [])
        return "get" + all.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// The most bytes of an answer that is shown as an example.
    private static let longestExample = 8_192

    func write(to json: inout JSONText, _ components: inout Components) {
        json.object { json in
            json.member("operationId", id(as: suffix))
            json.member("summary", route.summary(in: language))
            if route.deprecation != nil { json.member("deprecated", value: true) }
            json.key("tags")
            json.array([tag]) { $0.string($1) }
            json.key("parameters")
            parameters(&json, &components)
            json.key("responses")
            responses(&json, &components)
        }
    }

    private func parameters(_ json: inout JSONText, _ components: inout Components) {
        let format = suffix ?? route.formats.first
        // A parameter that means nothing in the default format is described where it does.
        let known = encoded.parameters(of: route).filter { parameter in
            parameter.formats.isEmpty || format.map(parameter.formats.contains) ?? true
        }
        let references = known.map { components.parameter($0, tag: tag) }
        let place = PathParameters(route.pattern, in: route.example(encoded) ?? "")
        let segments = route.pattern.split(separator: "/").filter { $0.hasPrefix("{") }
        let names = segments.map { String($0.dropFirst().dropLast()) }
        json.array(names.map { (name: $0, isSegment: true) } + references.map { ($0, false) }) { json, parameter in
            if parameter.isSegment {
                json.segment(
                    parameter.name, Phrase.label(.parameter, parameter.name)[language], example: place[parameter.name])
            } else {
                json.reference(parameter.name, in: "parameters")
            }
        }
    }

    private func responses(_ json: inout JSONText, _ components: inout Components) {
        let formats = suffix.map { [$0] } ?? route.formats
        let sample = sample(as: suffix)
        json.object { json in
            json.key("200")
            json.object { json in
                json.member("description", route.summary(in: language))
                json.key("headers")
                json.object { json in
                    for header in Header.all where header.stands(in: sample?.fields) {
                        json.key(header.name)
                        json.reference(header.name, in: "headers")
                    }
                }
                json.key("content")
                json.object { json in
                    if formats.isEmpty { content(&json, as: nil, route.mediaType, sample, &components) }
                    for format in formats {
                        content(
                            &json, as: format, format.mediaRange, format == suffix ? sample : self.sample(as: format),
                            &components)
                    }
                }
            }
            for status in statuses(of: sample) {
                json.key("\(status.code)")
                json.reference(components.response(status), in: "responses")
            }
        }
    }

    /// The statuses that a client must expect besides 200.
    private func statuses(of sample: Response?) -> [Status] {
        let isRepresentation = sample.map { $0.fields[.etag] != nil } ?? true
        let all: [Status] =
            [.badRequest, .uriTooLong, .headerFieldsTooLarge, .tooManyRequests, .serviceUnavailable] + route.statuses
            + (route.pattern.contains("{") ? [.notFound] : [])
            + (isRepresentation ? [.notModified, .notAcceptable, .preconditionFailed] : [])
        return all.sorted { $0.code < $1.code }
    }

    private func content(
        _ json: inout JSONText, as format: Format?, _ mediaType: String, _ sample: Response?,
        _ components: inout Components
    ) {
        let isJSON = mediaType.prefix { $0 != ";" }.hasSuffix("json") && format != .ndjson
        json.key(mediaType)
        json.object { json in
            json.key("schema")
            if let schema = route.schema, (format ?? .json) == .json {
                json.reference(components.schema(schema), in: "schemas")
            } else {
                // CSL-JSON is an array.
                json.object { $0.member("type", format == .csl ? "array" : isJSON ? "object" : "string") }
            }
            // A picture is looked at, not read, and neither is an answer that fills pages.
            guard format?.isPicture != true, let sample, sample.fields[.etag] != nil,
                sample.body.bytes.count <= Operation.longestExample
            else { return }
            json.key("examples")
            json.object { json in
                json.key("answer")
                json.reference(
                    components.example(sample.body.bytes, isJSON: isJSON, id: id(as: format ?? suffix)), in: "examples")
            }
        }
    }

    /// Returns an actual response of the route; nil if the data has none to show.
    private func sample(as format: Format?) -> Response? {
        // No picture is converted for its description: the fields of its SVG are the same.
        let format = format == .png ? .svg : format
        var fields = Fields()
        fields.append(.acceptLanguage, language.rawValue)
        guard let target = route.example(encoded), let request = try? Request(target: target, fields: fields) else {
            return nil
        }
        let place = PathParameters(route.pattern, in: request.path)
        do throws(Problem) {
            let context = try RequestContext(
                request, by: route, place, suffix: format, from: encoded, of: site,
                from: site.origin ?? Origin(request))
            try route.check(context)
            switch try route.answer(context) {
            case .ready(let answer): return try answer.response(to: request)
            case .response(let response): return response
            }
        } catch { return nil }
    }
}

extension JSONText {
    /// Writes a parameter that is a segment of the path.
    fileprivate mutating func segment(_ name: String, _ about: String, example: String?) {
        object { json in
            json.member("name", name)
            json.member("in", "path")
            json.member("required", value: true)
            json.member("description", about)
            json.key("schema")
            json.object { json in
                json.member("type", "string")
                json.member("minLength", 1)
            }
            json.member("example", example)
        }
    }

    /// Writes a reference to a component.
    mutating func reference(_ name: String, in kind: String) {
        object { $0.member("$ref", "#/components/\(kind)/\(name)") }
    }
}
