import Foundation
import TestSupport
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
            let socket = try DatagramSocket((isAbstract ? "@" : "") + name)
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
