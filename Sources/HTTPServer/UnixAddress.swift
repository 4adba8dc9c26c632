internal import Foundation

/// The address of a Unix-domain socket: a path or, on Linux, a name in the abstract namespace.
package struct UnixAddress: Sendable {
    /// The longest path in bytes, without the final NUL.
    static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    private var address = sockaddr_un()
    private let length: socklen_t

    /// Creates an address from a path; nil if it is empty, contains a NUL, or exceeds the kernel's limit, which is 107
    /// bytes on Linux.
    package init?(path: String) {
        self.init(Array(path.utf8), terminator: 1)
    }

    /// Creates an address in the abstract namespace; nil if the name is empty or too long.
    package init?(abstractName name: String) {
        guard !name.isEmpty else { return nil }
        self.init([0] + Array(name.utf8), terminator: 0)
    }

    private init?(_ bytes: [UInt8], terminator: Int) {
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard !bytes.isEmpty, bytes.dropFirst().allSatisfy({ $0 != 0 }), bytes[0] != 0 || terminator == 0,
            bytes.count + terminator <= room, let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)
        else { return nil }
        address.sun_family = sa_family_t(AF_UNIX)
        // The rest is zero already.
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        length = socklen_t(start + bytes.count + terminator)
    }

    /// Connects a blocking stream socket; nil if nobody is listening.
    package func connected() -> Int32? {
        let descriptor = socket(AF_UNIX, System.streamHint, 0)
        guard descriptor >= 0 else { return nil }
        guard withPointer({ connect(descriptor, $0, $1) }) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    /// Passes the address in the kernel's form to `use`, valid during the call.
    func withPointer<Result>(_ use: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        // sockaddr is the common start of the structure; the length says which one it is.
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { use($0, length) }
        }
    }
}
