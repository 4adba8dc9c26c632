import Foundations
package import HTTPCore
import Rendering

extension Problem {
    /// Returns the problem as the response to `request`: as text if that is requested, otherwise as JSON.
    package func answer(_ request: borrowing Request) -> Response {
        var problem = self
        problem.instance = request.target
        problem = problem.withCommonFields
        let wantsText = Problem.form(for: request) == .txt
        let isPretty = (try? request.queryString())?.items.contains { $0.name == "pretty" && $0.value == "true" }
        guard wantsText || isPretty == true else { return problem.response }
        var response = problem.response
        response.body = wantsText ? Body(problem.text) : Body(PrettyJSON.format(problem.json))
        if wantsText { response.fields.replace(.contentType, Format.txt.mediaType) }
        return response
    }

    /// The problem with the common fields of all responses before its own.
    package var withCommonFields: Problem {
        var problem = self
        problem.fields = .common
        for name in [FieldName.allow, .contentRange, .link, .retryAfter] {
            if let value = fields[name] { problem.fields.append(name, value) }
        }
        return problem
    }

    /// Returns the format of a problem: JSON, text or HTML. The suffix decides or, without one, `Accept`.
    static func form(for request: borrowing Request) -> Format {
        // A suffix starts with a dot.
        if let name = request.dottedName, let suffix = Format.split(name, among: Format.allCases).format {
            return suffix == .txt ? .txt : .json
        }
        guard request.hasField(.accept) else { return .json }
        let (text, html) = (Format.txt.mediaRange, Format.html.mediaRange)
        let offered = ["application/problem+json", Format.json.mediaRange, text, html]
        let chosen = ContentNegotiation.mediaType(accept: request.field(.accept), offered: offered)
        return chosen == text ? .txt : chosen == html ? .html : .json
    }
}
