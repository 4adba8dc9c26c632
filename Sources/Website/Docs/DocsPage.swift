import API
import Foundations
import HTTPCore
import PageLayout
import Problems
import Rendering
import Templates
import Wording

/// The page `/docs`: all operations of the API by group, as the OpenAPI description in the page's language has them.
struct DocsPage: Sendable {
    struct View {
        let groups: [Group]
        let description, summaryForModels, schemas: String
    }

    struct Group {
        let title, href: String
        let operations: [Operation]
    }

    struct Operation {
        let path, summary, href: String
    }

    /// Returns the OpenAPI description of a snapshot in a language.
    let document: @Sendable (EncodedSnapshot, Language) -> [UInt8]

    var routes: [Route] {
        let all = Route(
            "/docs", mediaType: Format.html.mediaType, parameters: { [$0.lang] }, dependsOnHost: true,
            isVersioned: false,
            answer: { context throws(Problem) in
                let page = try context.page()
                let view = View(
                    groups: reference(in: context.language, of: context.encoded).groups.map { group in
                        let href = page.link("/docs/" + group.name)
                        let operations = group.operations.map {
                            Operation(path: $0.path, summary: $0.summary, href: href + "#" + $0.id)
                        }
                        return Group(title: group.title, href: href, operations: operations)
                    }, description: page.link(DescriptionPath.openAPI),
                    summaryForModels: page.link(DescriptionPath.llms),
                    schemas: page.link(APIPath.below("schemas")))
                return try WebPage(
                    title: page.words["docsTitle"],
                    description: page.words["docsLead"], view: view,
                    section: .docs
                ).result(context, in: page)
            })
        let group = Route(
            "/docs/{group}", mediaType: Format.html.mediaType, parameters: { [$0.lang] },
            example: { _ in "/docs/events" }, dependsOnHost: true, isVersioned: false,
            answer: { context throws(Problem) in
                let page = try context.page()
                let groups = reference(in: context.language, of: context.encoded).groups
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
    private func reference(in language: Language, of encoded: EncodedSnapshot) -> APIReference {
        encoded.once("reference-\(language.rawValue)") { APIReference(JSON(document(encoded, language))) }
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
        .text("title") { $0.title }, .text("href") { $0.href }, .list("operations") { $0.operations },
    ]
}

extension DocsPage.Operation: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("path") { $0.path }, .text("summary") { $0.summary }, .text("href") { $0.href },
    ]
}
