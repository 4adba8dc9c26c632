/// The response of a handler. It is the same for HEAD as for GET: the writer leaves the content out. `Content-Length`,
/// `Transfer-Encoding`, `Date` and `Connection` are written by ``ResponseWriter``, and removed if a handler sets them.
package struct Response: Sendable {
    /// The status code with its reason phrase.
    package var status: Status
    /// All fields other than those of ``ResponseWriter``.
    package var fields: Fields
    /// The content.
    package var body: Body
    /// The number of the route that responded, in the service's own numbering; nil if there was none. It is not sent.
    package var route: Int?
    /// The identifier of the response in `X-Request-Id` and in logs; empty if it has none. It must not contain control
    /// characters.
    package var name: [UInt8] = []
    /// Work to wait for; nil if this is the final response. A response with work is not sent: the same request is made
    /// again when the work is done.
    package var work: (any DeferredWork)?

    /// Creates a placeholder for a response that has to wait for `work`.
    package init(after work: any DeferredWork) {
        self.init(.serviceUnavailable)
        self.work = work
    }

    /// Creates a response, by default without fields and content.
    package init(_ status: Status, fields: Fields = Fields(), body: Body = .empty) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
