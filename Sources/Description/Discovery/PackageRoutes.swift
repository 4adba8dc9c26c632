import API
import Problems
import Rendering
import Wording

/// The whole dataset as a Data Package, at the path where tools look for it.
enum PackageRoutes {
    static let routes = [
        Route(
            "/datapackage.json", mediaType: "application/vnd.datapackage+json",
            parameters: { [$0.lang, .pretty] }, isVersioned: false, answer: answer)
    ]

    @Sendable private static func answer(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let query = context.chosenLanguage.map { "?lang=\($0.rawValue)" } ?? ""
        let package = PackageText(snapshot: context.encoded.snapshot, language: context.language, query: query)
        return try Representation(package.write(), as: .json).result(to: context)
    }
}
