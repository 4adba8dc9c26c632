import Foundations

/// Problem details (RFC 9457): a problem in words, in one language.
package struct ProblemDetails: Sendable, Equatable {
    /// One thing that was wrong with the request.
    package struct Violation: Sendable, Equatable {
        /// The query parameter at fault, if it is one.
        package var parameter: String?
        /// What was found to be wrong.
        package var detail: String
        /// What would have been accepted.
        package var accepts: [String]

        /// Creates a violation at one parameter, or at none.
        package init(parameter: String? = nil, detail: String, accepts: [String] = []) {
            self.parameter = parameter
            self.detail = detail
            self.accepts = accepts
        }
    }

    /// A URI reference that identifies the type of problem. `about:blank` says nothing beyond the status.
    package var type = "about:blank"
    /// A short title, the same for all problems of a type; by default the reason phrase.
    package var title: String
    /// The status of the response.
    package var status: Status
    /// What went wrong this time.
    package var detail: String?
    /// A URI reference that identifies this occurrence, usually the request's target.
    package var instance: String?
    /// All violations found, not only the first.
    package var errors: [Violation] = []
    /// Fields to send besides the content type, such as `Allow` or `Retry-After`.
    package var fields = Fields()

    /// Creates the details of a problem, by default titled with the reason phrase of its status.
    package init(
        _ status: Status, title: String? = nil, detail: String? = nil, instance: String? = nil,
        errors: [Violation] = []
    ) {
        self.status = status
        self.title = title ?? "\(status.reason)"
        self.detail = detail
        self.instance = instance
        self.errors = errors
    }

    /// Creates the details for a request that could not be parsed, in English: who reads them is not known.
    /// `target` is what would have been a valid one, if that is known.
    package init(_ error: ParseError, meaning target: String? = nil) {
        self.init(error.status, detail: error.detail(meaning: target))
    }

    /// The media type of the JSON.
    package static let mediaType = "application/problem+json"

    /// The problem as a response that caches must not store.
    package var response: Response {
        var fields = self.fields
        fields.append(.contentType, ProblemDetails.mediaType)
        fields.append(.cacheControl, "no-store")
        return Response(status, fields: fields, body: Body(json))
    }

    /// The problem as JSON: members in the order of RFC 9457, absent ones omitted.
    package var json: [UInt8] {
        // Most are shorter.
        var json = JSONText(capacity: 512)
        json.object { object in
            object.member("type", type)
            object.member("title", title)
            object.member("status", Int(status.code))
            object.member("detail", detail)
            object.member("instance", instance)
            guard !errors.isEmpty else { return }
            object.key("errors")
            object.array(errors) { array, violation in
                array.object { entry in
                    entry.member("parameter", violation.parameter)
                    entry.member("detail", violation.detail)
                    guard !violation.accepts.isEmpty else { return }
                    entry.key("accepts")
                    entry.array(violation.accepts) { $0.string($1) }
                }
            }
        }
        return json.bytes
    }
}
