import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Server

@Suite("What the process has of its system")
struct ProcessTests {
    @Test("is as many descriptors as it may have, of which some are free")
    func descriptors() {
        let limit = Descriptors.raiseLimit()
        #expect(Descriptors.raiseLimit() == limit)
        #expect(Descriptors.openTimers())
        let room = Descriptors.free(limit: limit)
        #expect(room > 0 && room < limit)
    }

    @Test(
        "are signals, of which a hangup asks for more, and the first other one ends the waiting",
        arguments: [SIGTERM, SIGINT])
    func signals(last: Int32) {
        let heard = Mutex<(hangups: Int, name: String)>((0, ""))
        let isDone = DispatchSemaphore(value: 0)
        // Which signals a thread takes is its own affair.
        Thread.detachNewThread {
            let signals = Signals()
            pthread_kill(pthread_self(), SIGHUP)
            let name = signals.wait {
                heard.withLock { $0.hangups += 1 }
                pthread_kill(pthread_self(), last)
            }
            heard.withLock { $0.name = name }
            isDone.signal()
        }
        #expect(isDone.wait(timeout: .now() + .seconds(20)) == .success)
        #expect(heard.withLock { $0.hangups } == 1)
        #expect(heard.withLock { $0.name } == (last == SIGTERM ? "SIGTERM" : "SIGINT"))
    }

    @Test("are the files that come with the program, found from where it is")
    func resources() throws {
        #expect(Resources.dataset?.contains("Resources/datasets/") == true)
        for folder in [Resources.schemas, Resources.web, Resources.words] {
            #expect(try !FileManager.default.contentsOfDirectory(atPath: #require(folder).path).isEmpty)
        }
        let change = try #require(Resources.lastChange)
        #expect(change > 0 && Date(timeIntervalSince1970: Double(change)) <= Date())
    }
}
