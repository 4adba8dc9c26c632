import API
import Foundations
import HTTPCore
import Problems
import Rendering
import Wording

/// The page `/docs`: all operations of the API by group. What the OpenAPI description says of paths and parameters is English,
/// as the description is for programs; the pages mark it so.
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

    /// Returns the OpenAPI description of a snapshot.
    let document: @Sendable (EncodedSnapshot) -> [UInt8]

    var routes: [Route] {
        let all = Route(
            "/docs", "The reference of the API.", mediaType: Format.html.mediaType, parameters: { [$0.lang] },
            dependsOnHost: true,
            answer: { context throws(Problem) in
                let page = try context.page()
                let view = View(
                    groups: reference(of: context.encoded).groups.map { group in
                        let href = page.link("/docs/" + group.name)
                        let operations = group.operations.map {
                            Operation(path: $0.path, summary: $0.summary, href: href + "#" + $0.id)
                        }
                        return Group(name: group.name, href: href, operations: operations)
                    }, description: OpenAPI.path, summaryForModels: LLMSText.path, schemas: APIPath.below("schemas"))
                return try WebPage(
                    title: page.words["docsTitle"],
                    description: page.words["docsLead"], view: view,
                    section: .docs
                ).result(context, in: page)
            })
        let group = Route(
            "/docs/{group}", "The reference of a part of the API.", mediaType: Format.html.mediaType,
            parameters: { [$0.lang] }, example: { _ in "/docs/events" }, dependsOnHost: true,
            answer: { context throws(Problem) in
                let page = try context.page()
                let groups = reference(of: context.encoded).groups
                let name = context.path["group"] ?? ""
                guard let group = groups.first(where: { $0.name == name }) else {
                    throw .unknown(
                        name, among: "docs", nearest: nearest(to: name, in: groups.map(\.name)), path: "/docs")
                }
                let view = DocsGroupView(group, page)
                return try WebPage(
                    title: view.title, description: page.words["docsLead"],
                    view: view,
                    section: .docs, scripts: ["docs.js"]
                ).result(context, in: page)
            })
        return [all, group]
    }

    /// Returns the content of the description.
    private func reference(of encoded: EncodedSnapshot) -> APIReference {
        encoded.once("reference") { APIReference(JSON(document(encoded))) }
    }
}

extension DocsPage.View: PageView {
    static let template = "docs"
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
