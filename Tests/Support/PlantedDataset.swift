package import Archive
import Foundation

/// The small dataset in `River` with markup in every free text of it; ids, dates and numbers stay.
package enum PlantedDataset {
    /// Would be elements, attributes, ends of whatever it stands in, and references of templates, if it were not escaped.
    package static let markup =
        "\"'><x-plant y-plant=1><script>plant()</script><img src=x onerror=plant()></svg></title></textarea>]]>"
        + "{{words.plant}}{{{plant}}}&lt;x-plant&gt;&amp;<!--x-plant--><?x-plant?>\\u003cx-plant>"

    /// Where a text may not be longer.
    private static let token = "\"'><x-plant y-plant=1></svg>]]>{{words.plant}}"

    /// The names of the members that are free text, where they are strings or lists of strings.
    private static let texts: Set<String> = [
        "en", "lt", "title", "container-title", "volume", "issue", "publisher", "family", "given", "literal", "printed",
        "name", "label",
    ]

    /// Loaded once for all tests.
    package static let snapshot: Result<Snapshot, any Error> = Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akistata-planted-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in try FileManager.default.contentsOfDirectory(at: Service.river, includingPropertiesForKeys: nil) {
            let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
            let planted = try JSONSerialization.data(withJSONObject: plant(json, isText: false))
            try planted.write(to: folder.appending(path: file.lastPathComponent))
        }
        return try Snapshot.load(directory: folder.path)
    }

    private static func plant(_ json: Any, isText: Bool, isToken: Bool = false) -> Any {
        switch json {
        case let object as [String: Any]:
            Dictionary(
                uniqueKeysWithValues: object.map {
                    // Forms are what is looked for in texts, and no text.
                    $0.key == "forms"
                        ? ($0.key, $0.value)
                        : ($0.key, plant($0.value, isText: texts.contains($0.key), isToken: $0.key == "printed"))
                })
        case let list as [Any]: list.map { plant($0, isText: isText, isToken: isToken) }
        case let text as String where isText: text + (isToken ? token : markup)
        default: json
        }
    }
}
