import Foundations
import Rendering
import Wording

/// The script that pages of other sites load for the element that shows an embed. It is told the dataset's languages,
/// because a frame requested in another language would be refused, whatever the language of the page around it.
struct ElementScript: Sendable {
    static let file = "embed.js"
    /// The placeholders in the file: for the languages, and for the folders of an export.
    private static let marks = ("[/* languages */]", "/* folders */ null")

    private let text: String

    init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    /// Returns the script with the languages in place and, in the export in `language`, the folders of all languages as seen
    /// from its own. The first language has no folder.
    func bytes(in languages: [Language], at language: Language? = nil) -> [UInt8] {
        var tags = JSONText()
        tags.array(languages) { $0.string($1.rawValue) }
        var script = text.replacing(ElementScript.marks.0, with: String(decoding: tags.bytes, as: UTF8.self))
        if let language {
            var folders = JSONText()
            folders.object { json in
                for (place, other) in languages.enumerated() {
                    json.member(
                        other.rawValue,
                        (language == languages.first ? "" : "../") + (place == 0 ? "" : "\(other.rawValue)/"))
                }
            }
            script = script.replacing(ElementScript.marks.1, with: String(decoding: folders.bytes, as: UTF8.self))
        }
        return Array(script.utf8)
    }
}
