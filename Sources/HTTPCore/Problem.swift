import Foundations

/// Problem details (RFC 9457).
package struct Problem: Sendable, Equatable, Error {
    /// One thing that was wrong with the request.
    package struct Violation: Sendable, Equatable {
        /// The query parameter, where it is one.
        package var parameter: String?
        /// A JSON Pointer, where it is in a document.
        package var pointer: String?
        /// What was found wrong.
        package var detail: String
        /// What would have been accepted.
        package var accepts: [String]

        /// Names one bad parameter or one place.
        package init(parameter: String? = nil, pointer: String? = nil, detail: String, accepts: [String] = []) {
            self.parameter = parameter
            self.pointer = pointer
            self.detail = detail
            self.accepts = accepts
        }
    }

    /// A URI reference that names the kind of problem; `about:blank` says: nothing beyond the status.
    package var type = "about:blank"
    /// The same for every problem of a type; the reason phrase unless set.
    package var title: String
    /// The status.
    package var status: Status
    /// What happened this time.
    package var detail: String?
    /// A URI reference of this occurrence, usually the request's target.
    package var instance: String?
    /// Every violation found, not just the first.
    package var errors: [Violation] = []
    /// Fields beside the content type: `Allow`, `Retry-After`.
    package var fields = Fields()

    /// A problem titled with its status' reason phrase.
    package init(_ status: Status, detail: String? = nil, instance: String? = nil, errors: [Violation] = []) {
        self.status = status
        self.title = "\(status.reason)"
        self.detail = detail
        self.instance = instance
        self.errors = errors
    }

    /// The answer to a request that could not be parsed.
    package init(_ error: ParseError) {
        self.init(error.status, detail: error.detail)
    }

    /// As `application/problem+json`, never to be stored by a cache.
    package var response: Response {
        var fields = self.fields
        fields.append(.contentType, "application/problem+json")
        fields.append(.cacheControl, "no-store")
        return Response(status, fields: fields, body: Body(json))
    }

    /// The document: members in the order of the RFC, absent ones left out.
    package var json: [UInt8] {
        var json = JSONText()
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
                    entry.member("pointer", violation.pointer)
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
