/// Conditional requests (RFC 9110 section 13).
package enum Conditions {
    /// What the preconditions of a request lead to.
    package enum Outcome: Sendable, Equatable {
        /// Respond as if there were no preconditions.
        case proceed
        /// Respond 304 with the fields that a 200 would have had.
        case notModified
        /// Respond 412.
        case preconditionFailed
    }

    /// Evaluates the preconditions of a request that would otherwise get a 2xx response, in the order of RFC 9110
    /// section 13.2.2: If-Match before If-Unmodified-Since, If-None-Match before If-Modified-Since. A date that does
    /// not parse is ignored.
    package static func evaluate(
        _ request: borrowing Request, etag: EntityTag?, lastModified: HTTPDate? = nil
    ) -> Outcome {
        guard request.mayHave(anyOf: Conditions.names) else { return .proceed }
        if request.hasField(.ifMatch) {
            guard names(etag, request, .ifMatch, strongly: true) else { return .preconditionFailed }
        } else if let lastModified, let since = date(.ifUnmodifiedSince, request, reference: lastModified) {
            guard lastModified <= since else { return .preconditionFailed }
        }
        let isRead = request.method == .get || request.method == .head
        if request.hasField(.ifNoneMatch) {
            guard names(etag, request, .ifNoneMatch, strongly: false) else { return .proceed }
            return isRead ? .notModified : .preconditionFailed
        }
        if isRead, let lastModified, let since = date(.ifModifiedSince, request, reference: lastModified) {
            return lastModified <= since ? .notModified : .proceed
        }
        return .proceed
    }

    private static let names = FieldNames([.ifMatch, .ifNoneMatch, .ifModifiedSince, .ifUnmodifiedSince])

    private static func names(
        _ etag: EntityTag?, _ request: borrowing Request, _ field: FieldName, strongly: Bool
    ) -> Bool {
        request.anyFieldValue(field) { value in
            etag?.isNamed(in: value, strongly: strongly) ?? value.equals("*")
        }
    }

    // Two-digit years need a reference. The resource's own date serves: it is in the past, and by less than fifty
    // years.
    private static func date(_ name: FieldName, _ request: borrowing Request, reference: HTTPDate) -> HTTPDate? {
        request.field(name).flatMap { HTTPDate($0, reference: reference) }
    }
}
