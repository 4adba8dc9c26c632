import Archive
import HTTPCore

/// `/docs`: every operation of the API, by its group.
struct DocsPage: Sendable {
    struct View {
        let groups: [Group]
        let description, summaryForModels, schemas: String
    }

    struct Group {
        let name, href: String
        let operations: [Operation]
    }

    struct Operation {
        let path, summary, href: String
    }

    /// What the description of an edition says.
    let reference: @Sendable (Edition) -> APIReference

    var routes: [Route] {
        let all = Route(
            "/docs", "The reference of the API.", mediaType: Format.html.mediaType, parameters: { _ in [.lang] },
            dependsOnHost: true,
            answer: { exchange throws(Problem) in
                let frame = try exchange.frame()
                let view = View(
                    groups: reference(exchange.edition).groups.map { group in
                        let href = frame.link("/docs/" + group.name)
                        let operations = group.operations.map {
                            Operation(path: $0.path, summary: $0.summary, href: href + "#" + $0.id)
                        }
                        return Group(name: group.name, href: href, operations: operations)
                    }, description: OpenAPI.path, summaryForModels: LLMSText.path, schemas: "/api/v1/schemas")
                return try WebPage(
                    template: frame.templates.docs, title: frame.words["docsTitle"],
                    description: frame.words["docsLead"], view: view,
                    section: .docs
                ).reply(exchange, in: frame)
            })
        let group = Route(
            "/docs/{group}", "The reference of a part of the API.", mediaType: Format.html.mediaType,
            parameters: { _ in [.lang] }, example: { _ in "/docs/events" }, dependsOnHost: true,
            answer: { exchange throws(Problem) in
                let frame = try exchange.frame()
                let groups = reference(exchange.edition).groups
                let name = exchange.path["group"] ?? ""
                guard let group = groups.first(where: { $0.name == name }) else {
                    let near = nearest(to: name, in: groups.map(\.name)).map { " Did you mean “\($0)”?" } ?? ""
                    throw Problem(.notFound, detail: "No part of the API has this name.\(near) /docs lists them.")
                }
                let view = DocsGroupView(group, frame)
                return try WebPage(
                    template: frame.templates.docsGroup, title: view.title, description: frame.words["docsLead"],
                    view: view,
                    section: .docs, scripts: ["docs.js"]
                ).reply(exchange, in: frame)
            })
        return [all, group]
    }
}

extension DocsPage.View: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .list("groups") { $0.groups }, .text("description") { $0.description },
        .text("summaryForModels") { $0.summaryForModels }, .text("schemas") { $0.schemas },
    ]
}

extension DocsPage.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("name") { $0.name }, .text("href") { $0.href }, .list("operations") { $0.operations },
    ]
}

extension DocsPage.Operation: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("path") { $0.path }, .text("summary") { $0.summary }, .text("href") { $0.href },
    ]
}
