package import Foundation

/// Makes PNG of SVG by a program of the host, `rsvg-convert`.
///
/// It blocks the thread that asks for some tens of milliseconds, once for each picture that is asked for: what it made is
/// kept for as long as its edition. Files stand between the two, so that neither waits for the other to read or write.
package struct Converter: Sendable {
    private static let name = "rsvg-convert"
    /// A picture of ours is a hundredth of it.
    private static let most = 8 << 20
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private let program: URL
    private let deadline: Double

    /// A program that reads SVG and writes PNG; it has so many seconds for one, and is killed after them.
    package init(program: URL, deadline: Double = 2) {
        self.program = program
        self.deadline = deadline
    }

    /// The one that is installed in a folder of `path`, as the variable `PATH` has them; nil where there is none.
    package init?(in path: String) {
        let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
        let programs = folders.map { URL(filePath: String($0)).appending(path: Converter.name) }
        guard let found = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            return nil
        }
        self.init(program: found)
    }

    /// nil where the program fails, takes too long, or writes what is no PNG or too much.
    func png(of svg: String) -> [UInt8]? {
        let file = FileManager.default.temporaryDirectory.appending(path: "akistata-\(UUID().uuidString)")
        let (source, target) = (file.appendingPathExtension("svg"), file.appendingPathExtension("png"))
        defer { for url in [source, target] { try? FileManager.default.removeItem(at: url) } }
        do {
            try Data(svg.utf8).write(to: source)
            try Data().write(to: target)
            let input = try FileHandle(forReadingFrom: source)
            defer { try? input.close() }
            let output = try FileHandle(forWritingTo: target)
            defer { try? output.close() }
            guard try run(from: input, to: output) else { return nil }
            let size = try target.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= Converter.most else { return nil }
            let bytes = [UInt8](try Data(contentsOf: target))
            return bytes.starts(with: Converter.signature) ? bytes : nil
        } catch {
            return nil
        }
    }

    /// Whether it ended well, and in time.
    private func run(from input: FileHandle, to output: FileHandle) throws -> Bool {
        let process = Process()
        process.executableURL = program
        process.arguments = ["--format=png", "--width=960", "--keep-aspect-ratio"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + deadline) == .success else {
            kill(process.processIdentifier, SIGKILL)
            // It is reaped when it has ended; that is not waited for without end.
            _ = ended.wait(timeout: .now() + 1)
            return false
        }
        return process.terminationReason == .exit && process.terminationStatus == 0
    }
}
