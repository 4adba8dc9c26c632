/// What a handler answers. `Content-Length`, `Date` and `Connection` are the writer's work: those a handler sets are
/// taken out. A handler answers HEAD as it would GET; the writer leaves the content out.
package struct Response: Sendable {
    /// The status line.
    package var status: Status
    /// All fields but those of the writer.
    package var fields: Fields
    /// The content.
    package var body: Body
    /// The pattern of the route that answered, for observers; empty where there was none. It is not sent.
    package var route = ""

    /// A response with no field and no content unless given.
    package init(_ status: Status, fields: Fields = Fields(), body: Body = .empty) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

/// Answers a request: pure, and run inline on the loop, so that it must not block.
package typealias Handler = @Sendable (borrowing Request) -> Response
