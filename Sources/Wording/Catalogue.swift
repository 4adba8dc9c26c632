package import Evidence
package import Foundation

/// The words of every language that the program speaks, from one file for each.
package struct Catalogue: Sendable {
    /// The words of all languages, sorted by tag.
    package let all: [Words]
    /// The words for languages that have none of their own.
    package let program: Words

    /// Reads `en.json` and the files beside it; texts that one of the others lacks are in English. Throws an error with
    /// all faults in all of the files.
    package init(in folder: URL) throws(WordsError) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let tags = names.filter { $0.hasSuffix(".json") }.map { LanguageTag(String($0.dropLast(5))) }
        var faults: [WordsFault] = []
        let read = { (tag: LanguageTag, fallback: Words?) -> Words? in
            let name = tag.rawValue + ".json"
            var file = WordsFile("words/" + name, try? Data(contentsOf: folder.appending(path: name)))
            let words = file.words(of: tag, fallback: fallback)
            faults += file.faults
            return words
        }
        let program = read(.program, nil)
        let others = tags.filter { $0 != .program }.sorted { $0.rawValue < $1.rawValue }.compactMap {
            read($0, program)
        }
        guard let program, faults.isEmpty else { throw WordsError(faults: faults) }
        self.program = program
        all = ([program] + others).sorted { $0.tag.rawValue < $1.tag.rawValue }
    }

    /// Returns a language with its words. If it has none of its own, it has those of the language that its tag begins
    /// with (RFC 4647 section 3.4), or else English.
    package func language(_ tag: LanguageTag) -> Language {
        var parts = tag.rawValue.split(separator: "-")
        while !parts.isEmpty {
            let beginning = parts.joined(separator: "-")
            if let words = all.first(where: { $0.tag.rawValue == beginning }) { return Language(tag, words) }
            parts.removeLast()
        }
        return Language(tag, program)
    }

    package func languages(_ tags: [LanguageTag]) -> [Language] { tags.map(language) }
}
