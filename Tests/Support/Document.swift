import Foundation
import Testing

/// One of the project's Markdown files.
package struct Document: Sendable, CustomTestStringConvertible {
    /// From the top of the project.
    package let name: String
    package let text: String

    package var testDescription: String { name }

    /// A block of code, and the one that follows it where nothing stands between them.
    package struct Example: Sendable, CustomTestStringConvertible {
        package let language, code: String
        package let result: String?

        package var testDescription: String { code }
    }

    /// Every one that there is, but for what is hidden, built or fetched; `.github` is what hosts of code show.
    package static let all: [Document] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return files(in: root).map { file in
            let name = String(file.path.dropFirst(root.path.count)).drop { $0 == "/" }
            return Document(name: String(name), text: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
        }.sorted { $0.name < $1.name }
    }()

    private static func files(in folder: URL) -> [URL] {
        let entries =
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey]))
            ?? []
        return entries.flatMap { entry -> [URL] in
            let name = entry.lastPathComponent
            let values = try? entry.resourceValues(forKeys: [.isDirectoryKey])
            if values?.isDirectory == true {
                return name.hasPrefix(".") && name != ".github" ? [] : files(in: entry)
            }
            return entry.pathExtension == "md" ? [entry] : []
        }
    }

    /// What it shows, in the order in which it does.
    package var examples: [Example] {
        let block =
            #/
            (?m) ^```([a-z]+)\n ((?: (?!```) [^\n]*\n )*) ```\n
            (?: \n ```(?:json|csv|text)\n ((?: (?!```) [^\n]*\n )*) ```\n )?
            /#
        return text.matches(of: block).map {
            Example(language: String($0.1), code: String($0.2), result: $0.3.map(String.init))
        }
    }
}
