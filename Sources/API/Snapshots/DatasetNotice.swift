import Evidence
import Foundations
import Rendering
import Wording

/// What every response says about its origin: version, licence and attribution of the dataset, encoded once.
package struct DatasetNotice: Sendable {
    /// The URL of the licence's text.
    package let licence: String
    /// Members of a JSON object, without its braces.
    private let members: [Language: [UInt8]]

    init(_ identity: Dataset.Identity, in languages: [Language]) {
        licence = identity.licence.url
        let encoded = languages.map { language in
            var json = JSONText()
            json.object { json in
                json.member("version", identity.version)
                json.key("licence")
                json.licence(identity.licence)
                json.member("attribution", identity.attribution[language])
            }
            return (language, Array(json.bytes.dropFirst().dropLast()))
        }
        members = Dictionary(uniqueKeysWithValues: encoded)
    }

    /// Returns the members `version`, `licence` and `attribution`, to be written inside an object.
    func members(in language: Language) -> [UInt8] { members[language] ?? [] }
}
