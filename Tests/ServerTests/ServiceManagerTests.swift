import Foundation
import Testing

@testable import Server

@Suite("What a service manager hands over")
struct ServiceManagerTests {
    @Test(
        "are descriptors from 3 on, where they are meant for this process",
        arguments: [
            ("\(getpid())", "2", [3, 4]), ("\(getpid())", "0", []), ("\(getpid())", "-1", []), ("\(getpid())", "x", []),
            ("\(getpid())", "", []), ("1", "2", []), ("", "2", []), ("x", "2", []),
            ("\(getpid())", "2147483647", Array(3..<1_027)),
        ])
    func descriptors(process: String, count: String, descriptors: [Int32]) {
        let manager = ServiceManager(["LISTEN_PID": process, "LISTEN_FDS": count])
        #expect(manager.descriptors == descriptors)
        // There is nobody to tell, which is no error.
        manager.tell(.ready)
    }

    #if os(Linux)
        @Test("is a socket where it hears of each state", arguments: [true, false])
        func states(isAbstract: Bool) throws {
            let name = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString.prefix(8))").path
            let socket = try #require(DatagramReceiver((isAbstract ? "\0" : "") + name))
            defer { unlink(name) }
            let manager = ServiceManager(["NOTIFY_SOCKET": (isAbstract ? "@" : "") + name])
            manager.tell(.ready)
            #expect(socket.next() == "READY=1")
            manager.tell(.reloading)
            #expect(try #require(socket.next()).wholeMatch(of: /RELOADING=1\nMONOTONIC_USEC=[1-9][0-9]*/) != nil)
            manager.tell(.stopping)
            #expect(socket.next() == "STOPPING=1")
        }
    #endif
}

#if os(Linux)
    /// A Unix-domain socket that takes datagrams. Twenty seconds of silence are an end.
    private final class DatagramReceiver {
        private let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)

        /// Binds it to a path, or to an abstract name after a NUL.
        init?(_ name: String) {
            var limit = timeval(tv_sec: 20, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.utf8.prefix($0.count)) }
            let length = socklen_t(MemoryLayout<sa_family_t>.size + name.utf8.count)
            let result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
            }
            if result != 0 { return nil }
        }

        deinit { close(descriptor) }

        /// Returns the next datagram.
        func next() -> String? {
            var bytes = [UInt8](repeating: 0, count: 1_024)
            let count = recv(descriptor, &bytes, bytes.count, 0)
            return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
        }
    }
#endif
