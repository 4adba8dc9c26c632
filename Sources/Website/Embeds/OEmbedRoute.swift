import API
import Archive
import HTTPCore
import PageLayout
import Problems
import Rendering
import Wording

/// The oEmbed provider, through which other sites turn the URL of a page into its figures.
struct OEmbedRoute: Sendable {
    let kit: EmbedKit

    var route: Route {
        Route(
            PagePath.discovery, formats: [.json, .xml], statuses: [.notImplemented],
            parameters: { _ in [.url, .maxWidth, .maxHeight, .format] },
            dependsOnHost: true, ignoresUnknown: true, disregardsAccept: true,
            answer: { context throws(Problem) in try answer(context) })
    }

    /// Responds to a consumer. Unknown parameters are ignored, as the specification requires, because consumers send
    /// their own.
    private func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let parameters = context.parameters
        let format = parameters.first(Parameter.format.name) ?? context.format.rawValue
        guard let format = Format(rawValue: format), context.route.formats.contains(format) else {
            throw Problem(.notImplemented, Sentence(.problemOEmbed))
        }
        let (width, height) = (try length(.maxWidth, in: parameters), try length(.maxHeight, in: parameters))
        guard let url = parameters.first(Parameter.url.name) else {
            throw .badRequest([.init(parameter: Parameter.url.name, [Sentence(.problemURL)])])
        }
        let origin = try context.origin()
        let snapshot = context.encoded.snapshot
        let address = EmbedAddress(of: url, at: origin, among: context.encoded.languages)
        let language = address?.language ?? context.encoded.language
        // A page of another version is asked for in that version, which knows its records.
        if let version = address?.version, version != context.encoded.version,
            context.encoded.releases[version]?.standing == .kept
        {
            return .response(
                Redirects.response(to: Permalink.path(PagePath.discovery, version: version), context.request))
        }
        let isHere = address?.version.map { $0 == context.encoded.version } ?? true
        guard let address, isHere, let page = EmbedPage(address, in: snapshot, language, kit: kit) else {
            throw Problem(.notFound, Sentence(.problemEmbeddable, ["origin": "\(origin)"]))
        }
        let answer = OEmbed(
            address, title: MarkedText.plain(page.title), at: origin,
            naturalHeight: page.height(atWidth: min(width ?? .max, OEmbed.width)), maxWidth: width, maxHeight: height)
        let representation = Representation(format == .xml ? answer.xml : answer.json, as: format)
        return try representation.result(to: context)
    }

    /// Returns a positive whole number; nil if the parameter is absent.
    private func length(_ parameter: Parameter, in parameters: Parameters) throws(Problem) -> Int? {
        guard let text = parameters.first(parameter.name) else { return nil }
        guard let length = Int(text), length > 0 else { throw .badRequest([.value(text, of: parameter)]) }
        return length
    }
}

extension Parameter {
    fileprivate static let url = Parameter(name: "url", .words, repeats: true)
    /// How wide the frame may be, in CSS pixels.
    fileprivate static let maxWidth = Parameter(name: "maxwidth", .wholeNumber(1...Int.max), repeats: true)
    /// How high the frame may be, in CSS pixels.
    fileprivate static let maxHeight = Parameter(name: "maxheight", .wholeNumber(1...Int.max), repeats: true)
    fileprivate static let format = Parameter(name: "format", .words, repeats: true)
}
