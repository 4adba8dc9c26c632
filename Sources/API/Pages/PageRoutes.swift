import HTTPCore

/// The routes for people: pages, and the files that pages load.
enum PageRoutes {
    static func routes(_ web: Web) -> [Route] {
        let records = DiscrepancyPages.routes + StatisticPages.routes + EventPages.routes + SourcePages.routes
        let others = [LessonsPage.route, LessonPage.route, SearchPage.route, AboutPage.route]
        let pages = records + others + EmbedRoutes(web).routes
        return pages + web.files.sorted { $0.key < $1.key }.map(file)
    }

    private static func file(_ name: String, _ file: StaticFile) -> Route {
        Route(
            "/" + name, "A file that pages load.", mediaType: file.mediaType, ignoresUnknown: true,
            answer: { exchange throws(Problem) in try Representation(file.bytes, as: .txt).reply(to: exchange) })
    }
}
