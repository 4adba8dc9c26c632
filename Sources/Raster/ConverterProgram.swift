import Foundation
import Synchronization

/// Runs the program that converts SVG to PNG. Input and output are files, so that neither side waits for the other;
/// they are opened in advance, so that a conversion needs no descriptor.
final class ConverterProgram: Sendable {
    /// The maximum size of a result in bytes, a hundred times that of our pictures.
    private static let most = 8 << 20
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let arguments = ["--format=png", "--width=960", "--keep-aspect-ratio"]

    private let path: String
    private let deadline: Duration
    /// The files; nil while a conversion uses them, and after one that went wrong, since a late child may still write
    /// to them.
    private let files: Mutex<(input: ScratchFile, output: ScratchFile)?>

    init(_ program: URL, deadline: Duration) {
        path = program.path
        self.deadline = deadline
        files = Mutex(ConverterProgram.open())
    }

    /// Converts a picture. Blocks until the program has ended or has been killed.
    func png(of svg: [UInt8]) -> Conversion.Result {
        guard let (input, output) = files.withLock({ $0.take() }) ?? ConverterProgram.open() else { return .prevented }
        guard input.replace(with: svg), output.replace(with: []), let child = spawn(input, output) else {
            return .prevented
        }
        guard ended(child), let bytes = output.contents(atMost: ConverterProgram.most),
            bytes.starts(with: ConverterProgram.signature)
        else { return .failed }
        files.withLock { $0 = (input, output) }
        return .png(bytes)
    }

    private static func open() -> (ScratchFile, ScratchFile)? {
        guard let input = ScratchFile(), let output = ScratchFile() else { return nil }
        return (input, output)
    }

    /// Starts the program in a process group of its own with default signal handling; nil if the machine lacks the
    /// resources.
    private func spawn(_ input: ScratchFile, _ output: ScratchFile) -> pid_t? {
        #if os(Linux)
            var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
        #else
            var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input.descriptor, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output.descriptor, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        var arguments = ([path] + ConverterProgram.arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var child: pid_t = 0
        return posix_spawn(&child, path, &actions, &attributes, &arguments, &variables) == 0 ? child : nil
    }

    /// Waits for the child, and returns whether it succeeded in time. Polls at increasing intervals, because waiting
    /// with a deadline would need a descriptor or a signal.
    private func ended(_ child: pid_t) -> Bool {
        let end = ContinuousClock.now + deadline
        var status: Int32 = 0
        var pause: UInt32 = 500
        while true {
            let found = waitpid(child, &status, WNOHANG)
            // Exited normally, with 0.
            if found == child { return status == 0 }
            if found < 0, errno != EINTR { return false }
            if ContinuousClock.now >= end { break }
            usleep(pause)
            pause = min(pause * 2, 10_000)
        }
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return false
    }
}
