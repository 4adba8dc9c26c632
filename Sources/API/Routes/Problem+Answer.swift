import HTTPCore

extension Problem {
    /// The problem as the answer to `request`: as text where that is asked for, else as JSON.
    func answer(_ request: borrowing Request) -> Response {
        var problem = self
        problem.instance = request.target
        problem = problem.withCommonFields
        let wantsText = Problem.wantsText(request)
        let isPretty = (try? request.queryString())?.items.contains { $0.name == "pretty" && $0.value == "true" }
        guard wantsText || isPretty == true else { return problem.response }
        var response = problem.response
        response.body = wantsText ? Body(problem.text) : Body(PrettyJSON.format(problem.json))
        if wantsText { response.fields.replace(.contentType, Format.txt.mediaType) }
        return response
    }

    /// With the fields of every answer before its own.
    var withCommonFields: Problem {
        var problem = self
        problem.fields = .common
        for name in [FieldName.allow, .contentRange, .link] {
            if let value = fields[name] { problem.fields.append(name, value) }
        }
        return problem
    }

    /// The suffix decides, and where there is none, `Accept`.
    private static func wantsText(_ request: borrowing Request) -> Bool {
        let last = request.path.split(separator: "/").last.map(String.init) ?? ""
        if let suffix = Format.split(last, among: Format.allCases).format { return suffix == .txt }
        guard request.hasField(.accept) else { return false }
        let text = Format.txt.mediaRange
        let offered = ["application/problem+json", Format.json.mediaRange, text]
        return ContentNegotiation.mediaType(accept: request.field(.accept), offered: offered) == text
    }
}
