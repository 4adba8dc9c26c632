import Dispatch
import Foundation
import Synchronization
import Testing

/// The built `akistata` as a process of its own. Whatever becomes of the test, the process ends with this object.
final class Program {
    /// How a process ended.
    enum Exit: Equatable {
        case code(Int32)
        case signal(Int32)
    }

    /// Why a test cannot go on.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let ended = DispatchSemaphore(value: 0)
    private let output: FileHandle
    private let errorFile: TemporaryFolder
    private var unread: [UInt8] = []
    private var exit: Exit?

    /// Twenty seconds of silence are an end.
    private static let patience: DispatchTimeInterval = .seconds(20)

    /// A pipe's end that a process started at the same moment inherits would keep the pipe open: one starts at a time.
    private static let start = Mutex(())

    /// Starts it. Its environment is that of the tests without what a person may have set for Akistata or for colour,
    /// and with `environment`. With a `terminal` its standard output is one; its standard error goes to
    /// `errors`, which is closed here, or is kept.
    init(
        _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
        program: URL = Program.built, terminal: Terminal? = nil, errors: FileHandle? = nil
    ) throws {
        errorFile = try TemporaryFolder()
        let file = errorFile.url.appending(path: "stderr")
        try Data().write(to: file)
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("AKISTATA_") && !["NO_COLOR", "TERM"].contains($0.key) }
            .merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.standardInput = FileHandle.nullDevice
        process.terminationHandler = { [ended] _ in ended.signal() }
        let errorHandle = try errors ?? FileHandle(forWritingTo: file)
        process.standardError = errorHandle
        output = try Program.start.withLock { [process] _ in
            if let terminal {
                process.standardOutput = terminal.program
                try process.run()
                try terminal.program.close()
                return terminal.person
            }
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            return pipe.fileHandleForReading
        }
        try errorHandle.close()
    }

    /// Of the process.
    var identifier: Int32 { process.processIdentifier }

    deinit {
        if exit == nil, process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Beside the bundle of the tests.
    static var built: URL {
        let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        let place = bundle ?? Bundle.main.executableURL ?? Bundle.main.bundleURL
        return place.deletingLastPathComponent().appending(path: "akistata")
    }

    /// Runs it to its end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], folder: String? = nil, program: URL = Program.built
    ) throws -> (exit: Exit, output: String, errors: String) {
        let program = try Program(arguments, environment: environment, folder: folder, program: program)
        let output = program.rest()
        return (try program.wait(), output, try program.errors())
    }

    /// The next line of its standard output, without its end; nil when there is none any more.
    func line() -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard receive() else { return nil }
        }
    }

    /// The standard output up to its end.
    func rest() -> String {
        while receive() {}
        return String(decoding: unread, as: UTF8.self)
    }

    /// Whether there was more. The end of a terminal whose program is gone is an error, and an end all the same; a
    /// `FileHandle` would lose what came before it.
    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(output.fileDescriptor, &buffer, buffer.count)
        unread += buffer.prefix(max(count, 0))
        return count > 0
    }

    /// What it wrote to standard error until now.
    func errors() throws -> String {
        String(decoding: try Data(contentsOf: errorFile.url.appending(path: "stderr")), as: UTF8.self)
    }

    /// Asks it to end.
    func signal(_ signal: Int32 = SIGTERM) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end.
    @discardableResult
    func wait() throws -> Exit {
        if let exit { return exit }
        guard ended.wait(timeout: .now() + Program.patience) == .success else {
            throw Failure(description: "the program does not end; it wrote: \(try errors())")
        }
        let ended: Exit =
            process.terminationReason == .exit ? .code(process.terminationStatus) : .signal(process.terminationStatus)
        exit = ended
        return ended
    }
}
