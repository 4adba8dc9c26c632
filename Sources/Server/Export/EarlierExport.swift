import Foundation
import Foundations

/// What an earlier export wrote to a folder, as the manifest there says.
///
/// A manifest is a text that anybody may have changed: nothing outside of the folder is touched, nor what is behind a symbolic
/// link, nor a file that is not what the export wrote.
package struct EarlierExport {
    package static let manifest = "manifest-sha256.txt"
    /// What is read of a manifest, or of a file that it names, in bytes.
    private static let most = 1 << 30

    private let folder: String
    /// The digests of the files by name, in hexadecimal.
    private let digests: [String: String]

    /// Reads the manifest in a folder; without one there is nothing to be removed.
    package init(in folder: String) {
        self.folder = folder
        let text = EarlierExport.opened(folder).flatMap { root in
            defer { close(root) }
            return EarlierExport.content(of: EarlierExport.manifest, in: root)
        }
        let lines = String(decoding: text ?? [], as: UTF8.self).split(separator: "\n")
        let named = lines.compactMap { line -> (String, String)? in
            let parts = line.split(separator: "  ", maxSplits: 1)
            return parts.count == 2 ? (String(parts[1]), String(parts[0])) : nil
        }
        digests = Dictionary(named) { first, _ in first }
    }

    /// Removes the files that are not in `kept` and are still as they were written, and returns how many. Folders stay.
    package func removeFiles(besides kept: Set<String>) -> Int {
        digests.count { name, digest in !kept.contains(name) && remove(name, if: digest) }
    }

    private func remove(_ name: String, if digest: String) -> Bool {
        var segments = name.split(separator: "/", omittingEmptySubsequences: false)
        guard let file = segments.popLast().map(String.init), EarlierExport.isName(file),
            segments.allSatisfy({ EarlierExport.isName(String($0)) }), var place = EarlierExport.opened(folder)
        else { return false }
        defer { close(place) }
        for segment in segments {
            let next = openat(place, String(segment), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard next >= 0 else { return false }
            close(place)
            place = next
        }
        guard let content = EarlierExport.content(of: file, in: place), SHA256(content).hexadecimal == digest else {
            return false
        }
        return unlinkat(place, file, 0) == 0
    }

    private static func isName(_ segment: String) -> Bool {
        !["", ".", ".."].contains(segment) && !segment.utf8.contains(0)
    }

    private static func opened(_ folder: String) -> Int32? {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        return descriptor >= 0 ? descriptor : nil
    }

    /// Returns the bytes of a regular file in an open folder; nil for anything else.
    private static func content(of name: String, in folder: Int32) -> [UInt8]? {
        // Opening a pipe that has no writer must not block.
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < most else {
            return nil
        }
        do {
            return [UInt8](try file.readToEnd() ?? Data())
        } catch {
            return nil
        }
    }
}
