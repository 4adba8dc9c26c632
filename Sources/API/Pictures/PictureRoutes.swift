import Archive
import Charts
import Evidence
import Foundations
import HTTPCore
import Problems
import Raster
import Reasoning
import Rendering
import Wording

/// The routes for pictures: SVG that describes in text what it shows.
struct PictureRoutes: Sendable {
    let converter: Converter?

    init(converter: Converter?) {
        self.converter = converter
        // Shared by all responders.
        converter?.keep(in: PictureCache())
    }

    var routes: [Route] {
        [
            route("statistics", of: \.statistics) { Picture($0, in: $1, $2, $3) },
            route("discrepancies", of: \.discrepancies) { Picture($0, in: $1, $2, $3) },
            knots, measures, timeline,
        ]
    }

    private var knots: Route {
        let path = "/charts/knots"
        return route(
            path + "/{id}",
            example: { encoded in encoded.snapshot.weighing.knots.first.map { "\(path)/\($0.id)" } },
            draw: { context throws(Problem) in
                let snapshot = context.encoded.snapshot
                let (weighing, id) = (snapshot.weighing, context.path["id"] ?? "")
                guard let knot = weighing.knots.firstIndex(where: { $0.id == id }) else {
                    let nearest = nearest(to: id, in: weighing.knots.map(\.id))
                    throw .unknown(id, among: "knots", nearest: nearest)
                }
                let picture = Picture(
                    knot: knot, of: weighing, in: snapshot, context.language, context.parameters.width)
                return (picture, APIPath.below("revisions", "\(id)-\(Knot.Unit.statistic.rawValue)"))
            })
    }

    private var measures: Route {
        let path = "/charts/measures"
        return route(
            path + "/{id}",
            example: { encoded in
                let drawn = encoded.measures.first {
                    Picture(measure: $0, in: encoded.snapshot, encoded.language) != nil
                }
                return drawn.map { "\(path)/\($0.id)" }
            },
            draw: { context throws(Problem) in
                let measures = context.encoded.measures
                let id = context.path["id"] ?? ""
                guard let term = measures.first(where: { $0.id == id }) else {
                    throw .unknown(id, among: "measures", nearest: nearest(to: id, in: measures.map(\.id)))
                }
                return (
                    Picture(
                        measure: term, in: context.encoded.snapshot, context.language, context.parameters.width),
                    APIPath.below("statistics?measure=\(PercentEncoding.encode(id))")
                )
            })
    }

    private var timeline: Route {
        route(
            "/charts/timeline",
            draw: { context throws(Problem) in
                (
                    Picture(timelineOf: context.encoded.snapshot, context.language, context.parameters.width),
                    APIPath.below("events")
                )
            })
    }

    /// The policy that allows the single style in a picture, by its hash.
    private static let styledPolicy = "default-src 'none'; style-src \(SHA256.source(of: Ink.style))"

    private var formats: [Format] { [.svg] + (converter == nil ? [] : [.png]) }

    private func route<Record: LinkedRecord>(
        _ kind: String, of table: @escaping @Sendable (Snapshot) -> RecordTable<Record>,
        _ draw: @escaping @Sendable (Record, Snapshot, Language, Picture.Form) -> Picture?
    ) -> Route {
        let path = "/charts/" + kind
        return route(
            path + "/{id}",
            example: { encoded in
                let drawn = table(encoded.snapshot).records.first {
                    draw($0, encoded.snapshot, encoded.language, .narrow) != nil
                }
                return drawn.map { "\(path)/\($0.id)" }
            },
            draw: { context throws(Problem) in
                let snapshot = context.encoded.snapshot
                let id = context.path["id"] ?? ""
                guard let record = table(snapshot)[id] else { throw .unknown(id, on: table(snapshot)) }
                return (draw(record, snapshot, context.language, context.parameters.width), APIPath.below(kind, id))
            })
    }

    /// Returns the picture, nil if there are no figures to draw, and the path of what it shows.
    private typealias Draw = @Sendable (borrowing RequestContext) throws(Problem) -> (picture: Picture?, about: String)

    private func route(
        _ pattern: String, example: (@Sendable (EncodedSnapshot) -> String?)? = nil,
        draw: @escaping Draw
    ) -> Route {
        let drawn = {
            @Sendable (context: borrowing RequestContext) throws(Problem) -> (picture: Picture, about: String) in
            let (picture, about) = try draw(context)
            if let picture { return (picture, about) }
            throw Problem(.notFound, Sentence(.problemNothingDrawn, ["about": about]))
        }
        return Route(
            pattern, formats: formats, parameters: { [$0.lang, .theme, .width] }, example: example,
            ignoresUnknown: true, supposes: true, lookUp: { context throws(Problem) in _ = try drawn(context) },
            answer: { context throws(Problem) in
                let (picture, about) = try drawn(context)
                return try answer(picture, about: about, context)
            })
    }

    private func answer(_ picture: Picture, about: String, _ context: borrowing RequestContext) throws(Problem)
        -> RouteResult
    {
        var representation: Representation
        if let converter, context.format == .png {
            // The converter does not know what the reader's system prefers.
            let svg = Array(picture.standalone(context.parameters.theme == .dark ? .dark : .light).utf8)
            switch converter.convert(svg, after: context.finished) {
            case .png(let bytes): representation = Representation(bytes, as: .png)
            case .underWay(let conversion): return .response(Response(after: conversion))
            case .unavailable(let seconds): throw .unconverted(seconds: seconds)
            }
        } else {
            representation = self.representation(of: picture, context.parameters.theme)
        }
        let named = context.suffix.map { context.request.path.dropLast($0.suffix.count + 1) }
        representation.links = [Link(about, "about")] + (named.map { [Link(String($0), "canonical")] } ?? [])
        return try representation.result(to: context)
    }

    private func representation(of picture: Picture, _ theme: Theme) -> Representation {
        var representation = Representation(Array(picture.standalone(theme).utf8), as: .svg)
        representation.policy = theme == .auto ? PictureRoutes.styledPolicy : "default-src 'none'"
        return representation
    }
}

extension Problem {
    /// Returns a 503 for a PNG that is not available now, with the number of seconds after which to ask again.
    fileprivate static func unconverted(seconds: Int) -> Problem {
        var problem = Problem(.serviceUnavailable, Sentence(.problemUnconverted))
        problem.fields.append(.retryAfter, String(seconds))
        return problem
    }
}

extension EncodedSnapshot {
    /// The measures in the dataset's vocabulary.
    fileprivate var measures: [Vocabulary.Term] { snapshot.dataset.identity.vocabulary[.measure] }
}
