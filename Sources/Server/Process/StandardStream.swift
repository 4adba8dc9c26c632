import Foundation
import Foundations

/// Standard output and standard error, for lines that people read. A failure to write one never ends the program.
package enum StandardStream: Int32 {
    case output = 1
    case errors = 2

    /// Opens descriptors 0 to 2 on /dev/null if they are closed: otherwise files opened later would get their numbers,
    /// and lines would go into a socket. Also makes writing to a closed pipe, or to a file that has reached its size
    /// limit, an error instead of a signal. Must be called before anything else.
    package static func prepare() {
        var opened: Int32
        repeat {
            opened = open("/dev/null", O_RDWR)
            // Without that device the root folder will do: it cannot be read or written either.
            if opened < 0 { opened = open("/", O_RDONLY) }
        } while (0...2).contains(opened)
        if opened > 2 { close(opened) }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Writes `text` and a newline, escaping what a terminal would act on. Returns whether everything was written.
    @discardableResult
    package func print(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escapingControls }
        return write(Array((lines.joined(separator: "\n") + "\n").utf8)) == nil
    }

    /// Writes bytes as they are, waiting while the other end accepts no more. Returns nil, or the bytes that could not
    /// be written and the reason.
    package func write(_ bytes: [UInt8]) -> (rest: ArraySlice<UInt8>, errno: Int32)? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(rawValue, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno == EAGAIN || errno == EWOULDBLOCK {
                // Another process that shares the descriptor may have made it non-blocking.
                var ready = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                return (rest, errno)
            }
        }
        return nil
    }
}
