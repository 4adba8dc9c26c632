package import HTTPCore
package import Rendering

/// One row of the route table: a path that answers GET, and HEAD and OPTIONS with it. Routing, the check of parameters,
/// negotiation, what an answer is kept by, and the description of the API are all made from it.
package final class Route: Sendable {
    package typealias Answer = @Sendable (borrowing RequestContext) throws(Problem) -> RouteResult
    package typealias LookUp = @Sendable (borrowing RequestContext) throws(Problem) -> Void

    let pattern: String
    /// What is there, in a sentence.
    let summary: String
    /// The media type of a path that has one form of its own.
    let mediaType: String
    /// What the JSON answer is, by the name of a file among the published schemas.
    let schema: String?
    /// The forms in which it is to be had, the favourite first: each has the path with its suffix. Empty for a path that
    /// has one form of its own.
    package let formats: [Format]
    /// What it answers beside what every route does: 206, 410.
    let statuses: [Status]
    /// The query parameters that it knows. They can depend on the dataset: its vocabularies are what a filter accepts.
    let parameters: @Sendable (EncodedSnapshot) -> [Parameter]
    /// A path that it answers, with a query where that makes it short; nil where the data has none.
    let example: @Sendable (EncodedSnapshot) -> String?
    /// Whether the address by which the request reached the service stands in the answer.
    let dependsOnHost: Bool
    /// Whether a query parameter that it does not know is passed over, as on whatever people open and other sites embed:
    /// links are marked as they are passed on, and files are given a version. For programs it is 400.
    let ignoresUnknown: Bool
    /// Whether it answers whatever `Accept` says, as RFC 9110 section 12.5.1 allows.
    let disregardsAccept: Bool
    /// Throws what is graver than a wrong parameter (404 where the path names nothing), or one 400 that tells more. Asked
    /// only where parameters are wrong.
    let lookUp: LookUp?
    let answer: Answer

    /// Whether it answers people, with HTML and nothing else.
    var isPage: Bool { mediaType == Format.html.mediaType }

    /// Whether each format has a path of its own. A suffix of the root would have no name to stand behind.
    var hasSuffixes: Bool { pattern != "/" }

    /// Whether the address by which the request reached the service stands in the answer in this format. Of what is to be
    /// had as HTML and as data, only HTML has links that are whole.
    func dependsOnHost(in format: Format?) -> Bool {
        dependsOnHost && (format == .html || !formats.contains(.html))
    }

    /// Throws what the request is refused for. Asked before `answer`, which checks nothing.
    func check(_ context: borrowing RequestContext) throws(Problem) {
        guard let refusal = context.refusal else { return }
        try lookUp?(context)
        throw refusal
    }

    package init(
        _ pattern: String, _ summary: String, formats: [Format] = [], mediaType: String = Format.json.mediaType,
        schema: String? = nil, statuses: [Status] = [],
        parameters: @escaping @Sendable (EncodedSnapshot) -> [Parameter] = { _ in [] },
        example: (@Sendable (EncodedSnapshot) -> String?)? = nil, dependsOnHost: Bool = false,
        ignoresUnknown: Bool? = nil,
        disregardsAccept: Bool = false, lookUp: LookUp? = nil, answer: @escaping Answer
    ) {
        self.pattern = pattern
        self.summary = summary
        self.formats = formats
        self.mediaType = mediaType
        self.schema = schema
        self.statuses = statuses
        self.parameters = parameters
        self.example = example ?? { _ in pattern.contains("{") ? nil : pattern }
        self.dependsOnHost = dependsOnHost
        self.ignoresUnknown = ignoresUnknown ?? (mediaType == Format.html.mediaType)
        self.disregardsAccept = disregardsAccept
        self.lookUp = lookUp
        self.answer = answer
    }
}

extension EncodedSnapshot {
    /// What the route's query may have.
    package func parameters(of route: Route) -> [Parameter] {
        parameters(of: route.pattern) { route.parameters(self) }
    }
}
