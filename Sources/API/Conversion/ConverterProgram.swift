import Foundation
import Synchronization

/// Runs the program that makes PNG of SVG. Files stand between the two, so that neither waits for the other to read or
/// write; they are opened beforehand, so that a conversion needs no descriptor.
final class ConverterProgram: Sendable {
    /// A picture of ours is a hundredth of it.
    private static let most = 8 << 20
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let arguments = ["--format=png", "--width=960", "--keep-aspect-ratio"]

    private let path: String
    private let deadline: Duration
    /// Nil while a conversion has them, and after one that did not go well: a late child may still write there.
    private let files: Mutex<(input: ScratchFile, output: ScratchFile)?>

    init(_ program: URL, deadline: Duration) {
        path = program.path
        self.deadline = deadline
        files = Mutex(ConverterProgram.open())
    }

    /// Blocks until the program has ended or was killed.
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

    /// Starts the program in a process group of its own, with the signals as they are by default; nil where the machine
    /// has no room for it.
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

    /// Whether the child ended well, and in time. It is looked after again and again, at longer intervals, since waiting
    /// for it with a deadline would need a descriptor or a signal.
    private func ended(_ child: pid_t) -> Bool {
        let end = ContinuousClock.now + deadline
        var status: Int32 = 0
        var pause: UInt32 = 500
        while true {
            let found = waitpid(child, &status, WNOHANG)
            // Ended by itself, and with 0.
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
