package import HTTPCore
import Rendering

/// The paths that lead elsewhere: what people try first, and everything with a slash at its end.
package struct Redirects: Sendable {
    private let targets: [String: String]

    /// Creates the redirects of a site; some lead to pages if there are any.
    init(hasPages: Bool) {
        let reference = hasPages ? "/docs" : DescriptionPath.openAPI
        targets = [
            "/api": APIPath.root, "/openapi.json": DescriptionPath.openAPI, "/swagger.json": DescriptionPath.openAPI,
            "/swagger": reference, APIPath.below("docs"): reference, "/help": hasPages ? "/about" : APIPath.root,
        ].merging(hasPages ? ["/favicon.ico": "/icon.svg"] : ["/docs": reference]) { first, _ in first }
    }

    /// Returns where a path leads; `isAnswered` says whether there is something at a path. nil if it leads nowhere.
    func target(of path: String, isAnswered: (String) -> Bool) -> String? {
        if let target = targets[path] { return target }
        guard path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") else { return nil }
        let trimmed = String(path.dropLast())
        if let target = targets[trimmed] { return target }
        return isAnswered(trimmed) ? trimmed : nil
    }

    /// Returns the response that leads to a target for good (RFC 9110 section 15.4.9), with the query of the request.
    package static func response(to target: String, _ request: borrowing Request) -> Response {
        var fields = Fields.common
        fields.append(.location) { location in
            location += target.utf8
            if let query = request.query {
                location.append(UInt8(ascii: "?"))
                location += query.utf8
            }
        }
        fields.append(.cacheControl, Fields.cacheControl)
        return Response(.permanentRedirect, fields: fields)
    }
}
