import API
import Foundations
import HTTPCore
import Rendering
import Wording

/// The script that pages of other sites load for the element that shows an embed. It is told the languages of the dataset:
/// a frame asked for in another one would be refused, whatever the page around it is written in.
struct ElementScript: Sendable {
    static let file = "embed.js"
    /// What stands for the languages in the file.
    private static let mark = "[/* languages */]"

    private let text: String
    private let mediaType: String

    init(_ file: StaticFile) {
        text = String(decoding: file.bytes, as: UTF8.self)
        mediaType = file.mediaType
    }

    var route: Route {
        Route(
            "/" + ElementScript.file, "A file that pages load.", mediaType: mediaType, ignoresUnknown: true,
            answer: { context throws(Problem) in
                var languages = JSONText()
                languages.array(context.encoded.languages) { $0.string($1.rawValue) }
                let script = text.replacing(
                    ElementScript.mark, with: String(decoding: languages.bytes, as: UTF8.self))
                return try Representation(Array(script.utf8), as: .txt).result(to: context)
            })
    }
}
