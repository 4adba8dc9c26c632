/// What a handler answers. `Content-Length`, `Date` and `Connection` are the writer's work: those a handler sets are
/// taken out. A handler answers HEAD as it would GET; the writer leaves the content out.
package struct Response: Sendable {
    /// The status line.
    package var status: Status
    /// All fields but those of the writer.
    package var fields: Fields
    /// The content.
    package var body: Body
    /// Which route answered, as the service counts its routes; nil where there was none. It is not sent.
    package var route: Int?
    /// What the answer is called, in `X-Request-Id` and in logs; empty where it has no name. Like a field's value it
    /// must hold no control.
    package var name: [UInt8] = []
    /// What has to be done first; nil where this is the answer. Whoever is given such a response sends nothing of it, but
    /// asks the same again when the work is done.
    package var work: (any DeferredWork)?

    /// No response yet, but the work that it waits for.
    package init(after work: any DeferredWork) {
        self.init(.serviceUnavailable)
        self.work = work
    }

    /// A response with no field and no content unless given.
    package init(_ status: Status, fields: Fields = Fields(), body: Body = .empty) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
