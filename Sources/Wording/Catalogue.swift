package import Evidence
package import Foundation

/// The words of every language that the program speaks, from one file for each.
package struct Catalogue: Sendable {
    /// The words of all languages, sorted by tag.
    package let all: [Words]
    /// The words for languages that have none of their own.
    package let program: Words
    private let scripts: Scripts

    /// Reads `en.json`, `scripts.json` and the files of other languages beside them, and those in `more`, which come
    /// before the former; texts that one of the others lacks are in English. Throws an error with all faults in all of the
    /// files.
    package init(in folder: URL, more: URL? = nil) throws(WordsError) {
        var faults: [WordsFault] = []
        let open = { (place: URL, name: String) in
            WordsFile(
                (place == folder ? "words/" : place.path + "/") + name,
                try? Data(contentsOf: place.appending(path: name)))
        }
        let read = { (folder: URL, tag: LanguageTag, fallback: Words?) -> Words? in
            var file = open(folder, tag.rawValue + ".json")
            let words = file.words(of: tag, fallback: fallback)
            faults += file.faults
            return words
        }
        var file = open(folder, "scripts.json")
        scripts = file.scripts()
        let program = read(folder, .program, nil)
        faults += file.faults
        var others: [LanguageTag: Words] = [:]
        for folder in [folder, more].compactMap(\.self) {
            let tags = Catalogue.tags(in: folder)
            if tags.isEmpty { faults += [WordsFault(folder)] }
            for tag in tags where tag != .program { others[tag] = read(folder, tag, program) }
        }
        guard let program, faults.isEmpty else { throw WordsError(faults: faults) }
        self.program = program
        all = ([program] + others.values).sorted { $0.tag.rawValue < $1.tag.rawValue }
    }

    /// Returns the languages of the files in a folder, in order.
    private static func tags(in folder: URL) -> [LanguageTag] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
            .filter(LanguageTag.isTag).map { LanguageTag($0) }
    }

    /// Returns a language with its words. If it has none of its own, it has those of the language that its tag begins
    /// with (RFC 4647 section 3.4), or else English.
    package func language(_ tag: LanguageTag) -> Language {
        var parts = tag.rawValue.split(separator: "-")
        while !parts.isEmpty {
            let beginning = parts.joined(separator: "-")
            if let words = all.first(where: { $0.tag.rawValue == beginning }) { return Language(tag, words, scripts) }
            parts.removeLast()
        }
        return Language(tag, program, scripts)
    }

    package func languages(_ tags: [LanguageTag]) -> [Language] { tags.map(language) }
}
