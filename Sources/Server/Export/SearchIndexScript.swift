import Foundations

/// What the search page of an export searches, as a script for each version: a page that was opened from a disk may load
/// scripts, and nothing else.
struct SearchIndexScript {
    static let file = "search-index.js"
    /// The kinds of record that have pages.
    private static let kinds = ["events", "statistics", "discrepancies", "sources"]

    /// The kind, id, title and further texts of each record, by the folder of the version.
    private var records: [String: [[String]]] = [:]

    /// Adds what is in a file, if it is the JSON of a record that has a page.
    mutating func add(_ body: [UInt8], of name: String) {
        guard name.hasSuffix(".json") else { return }
        var segments = name.dropLast(5).split(separator: "/")[...]
        guard segments.count >= 4, segments.starts(with: ["api", "v1"]) else { return }
        segments = segments.dropFirst(2)
        let version = segments.first.flatMap { $0.hasPrefix("@") ? $0 + "/" : nil } ?? ""
        if !version.isEmpty { segments = segments.dropFirst() }
        guard segments.count == 2, let kind = segments.first.map(String.init), let id = segments.last.map(String.init),
            SearchIndexScript.kinds.contains(kind), case .object(let members)? = JSON(body)?["data"]
        else { return }
        let texts = members.compactMap { member -> String? in
            if case .string(let text) = member.value, text.contains(" ") { text } else { nil }
        }
        let title = members.first { $0.name == "title" }?.value
        guard case .string(let title)? = title else { return }
        records[String(version), default: []].append([kind, id, title] + texts.filter { $0 != title })
    }

    /// The scripts by name.
    var files: [(name: String, script: [UInt8])] {
        records.sorted { $0.key < $1.key }.map { version, records in
            var json = JSONText()
            json.array(records.sorted { $0[0] == $1[0] ? $0[1] < $1[1] : $0[0] < $1[0] }) { json, record in
                json.array(record) { $0.string($1) }
            }
            return (
                version + SearchIndexScript.file, Array("const searchIndex = ".utf8) + json.bytes + Array(";\n".utf8)
            )
        }
    }
}
