import Foundation
import Testing

@testable import Foundations
@testable import Loading

@Suite("The bytes of a file")
struct FileBytesTests {
    @Test("Are all of them, also where the file does not say how many there are")
    func whole() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        for count in [0, 1, 100_000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            try Data(bytes).write(to: URL(filePath: path))
            #expect(try FileBytes.read(path) == bytes)
        }
        #if os(Linux)
            #expect(try FileBytes.read("/proc/self/status").starts(with: Array("Name:".utf8)))
        #endif
    }

    @Test("Are refused where there is no file, or none that can be read")
    func refused() throws {
        let folder = FileManager.default.temporaryDirectory.path
        #expect(throws: CocoaError(.fileReadNoSuchFile)) { try FileBytes.read(folder + "/" + UUID().uuidString) }
        #expect(throws: CocoaError(.fileReadUnknown)) { try FileBytes.read(folder) }
    }

    @Test("A run ends at the first byte that a JSON string does not have as it is", arguments: 0..<40)
    func runs(place: Int) {
        for byte in [UInt8(0), 0x1F, 0x22, 0x5C] {
            var bytes = (0..<40).map { [UInt8(0x20), 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0xA2, 0xDC, 0xFF][$0 % 10] }
            #expect(bytes.endOfRun(from: 0) == 40)
            bytes[place] = byte
            if place + 1 < 40 { bytes[place + 1] = 0x22 }
            #expect(bytes.endOfRun(from: 0) == place)
            #expect(bytes.endOfRun(from: place) == place)
        }
    }
}
