import Foundations
import Rendering
import Wording

/// The script that pages of other sites load for the element that shows an embed. It is told the dataset's languages,
/// because a frame requested in another language would be refused, whatever the language of the page around it.
struct ElementScript: Sendable {
    static let file = "embed.js"
    /// The placeholder for the languages in the file.
    private static let mark = "[/* languages */]"

    private let text: String

    init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    /// Returns the script with the languages in place.
    func bytes(in languages: [Language]) -> [UInt8] {
        var tags = JSONText()
        tags.array(languages) { $0.string($1.rawValue) }
        return Array(text.replacing(ElementScript.mark, with: String(decoding: tags.bytes, as: UTF8.self)).utf8)
    }
}
