package import API
package import Foundation
package import HTTPCore
import PageLayout
package import Problems
import Rendering
package import Templates
package import Wording

/// The website as served by the API.
extension Web: WebPages {
    /// The views of all pages.
    private static var views: [any PageView.Type] {
        [
            HomePage.View.self, ProblemPage.View.self, DiscrepancyPages.List.self,
            DiscrepancyPages.Item.self,
            StatisticPages.List.self, StatisticPages.Item.self, EventPages.List.self, EventPages.Item.self,
            SourcePages.List.self, SourcePages.Item.self, ClaimPages.List.self, ClaimPages.Item.self,
            ChangePages.List.self, ChangePages.Item.self, ConflictPages.List.self, ConflictPages.Item.self,
            TermPages.List.self, TermPages.Item.self,
            RevisionPages.List.self, RevisionPages.Item.self, WeighPage.View.self, LessonPage.View.self,
            LessonsPage.View.self,
            DocsPage.View.self, DocsGroupView.self, AboutPage.View.self, SearchPage.View.self, EmbedPage.self,
            BuilderPage.self, EmptyBuilderPage.self,
        ]
    }

    /// Reads what web pages are made from; `more` is a folder with words and templates of further languages. Throws if
    /// anything is missing or broken.
    package init(in folder: URL, _ catalogue: Catalogue, more: URL? = nil) throws(WebError) {
        try self.init(in: folder, catalogue, more: more, for: Web.views)
    }

    /// The routes of pages, embeds and the files they load.
    package var routes: [Route] {
        let records =
            DiscrepancyPages.routes + StatisticPages.routes + EventPages.routes + SourcePages.routes
            + ClaimPages.routes + ChangePages.routes + ConflictPages.routes + RevisionPages.routes + TermPages.routes
        let lessons = [LessonsPage.route, GIFTRoute.route] + LessonPage.routes
        let others = lessons + [SearchPage.route, AboutPage.route] + WeighPage.routes
        let pages = records + others + EmbedRoutes(self).routes
        return pages
            + files.sorted { $0.key < $1.key }.map {
                file($0.key, $0.value)
            }
    }

    private func file(_ name: String, _ file: StaticFile) -> Route {
        let script = name == ElementScript.file ? ElementScript(file.bytes) : nil
        return Route(
            "/" + name, mediaType: file.mediaType, ignoresUnknown: true, isVersioned: false,
            answer: { context throws(Problem) in
                let bytes =
                    script?.bytes(
                        in: context.encoded.languages,
                        at: context.site.isStatic ? context.encoded.language(for: context.request) : nil)
                    ?? file.bytes
                return try Representation(bytes, as: .txt).result(to: context)
            })
    }

    /// Returns the routes of the API reference.
    package func reference(of document: @escaping @Sendable (EncodedSnapshot, Language) -> [UInt8]) -> [Route] {
        DocsPage(document: document).routes
    }

    /// Responds with the home page.
    package func home(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        try HomePage.result(context)
    }

    /// Responds with a problem as a page, or as data if there can be no page.
    package func page(
        of problem: Problem, for request: borrowing Request, to reader: ProblemReader, known: [String],
        at origin: Origin?, from encoded: EncodedSnapshot, paths: [String]
    ) -> Response {
        let page = PageContext(request, known: known, at: origin, encoded, self, reader: reader)
        let problemPage = try? ProblemPage(problem, request, to: reader, page, encoded.snapshot, paths: paths)
        return problemPage?.response ?? problem.answer(request, to: reader)
    }
}
