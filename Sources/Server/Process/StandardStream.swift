import Foundation
import Foundations

/// Standard output and standard error, where a person reads. A line that cannot be written ends nothing.
package enum StandardStream: Int32 {
    case output = 1
    case errors = 2

    /// Makes sure that descriptors 0 to 2 are open, on /dev/null where nothing else is: what the program opens later would
    /// get their numbers, and lines would go into a socket. And neither who closes the other end of a pipe ends anything, nor
    /// a file that may not grow. Before anything else.
    package static func prepare() {
        var opened: Int32
        repeat {
            opened = open("/dev/null", O_RDWR)
            // Where there is no such device: what can be read and written as little.
            if opened < 0 { opened = open("/", O_RDONLY) }
        } while (0...2).contains(opened)
        if opened > 2 { close(opened) }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Writes lines, and ends the last one; what a terminal would obey in them is escaped. Answers whether all was written.
    @discardableResult
    package func print(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escapingControls }
        return write(Array((lines.joined(separator: "\n") + "\n").utf8)) == nil
    }

    /// Writes bytes as they are, and waits where the other end takes no more for now. Answers nil, or what was not
    /// written and why.
    package func write(_ bytes: [UInt8]) -> (rest: ArraySlice<UInt8>, errno: Int32)? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(rawValue, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno == EAGAIN || errno == EWOULDBLOCK {
                // Whoever shares the descriptor may have made it non-blocking.
                var ready = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                return (rest, errno)
            }
        }
        return nil
    }
}
