import TestSupport
import Testing
import Wording

@testable import API

@Suite("What is made of a snapshot when it is first asked for")
struct EncodedSnapshotTests {
    @Test("is made once by each name, also where it is nothing")
    func once() throws {
        let encoded = EncodedSnapshot(try Service.snapshot.get(), in: .shipped)
        var made = 0
        for _ in 0..<3 {
            let text: String? = encoded.once("text") {
                made += 1
                return "something"
            }
            #expect(text == "something")
            let nothing: String? = encoded.once("nothing") {
                made += 1
                return nil
            }
            #expect(nothing == nil)
        }
        #expect(made == 2)
    }
}
