import Testing

@testable import Server

@Suite("Lines that wait to be written")
struct LogBufferTests {
    private let buffer = LogBuffer()

    /// Appends as many bytes.
    private func append(_ count: Int) -> LogBuffer.Urgency? {
        buffer.append { $0 += [UInt8](repeating: 0, count: count) }
    }

    /// What waits, and how many lines were dropped after it.
    private func drain() -> (count: Int, dropped: Int) {
        var drained = (0, 0)
        buffer.drain { drained = ($0.count, $1) }
        return drained
    }

    @Test("The first wakes the writer soon, and 64 KiB wake it at once, both once")
    func urgency() {
        #expect(append(1) == .soon)
        #expect(append(1) == .later)
        #expect(append(65_533) == .later)
        #expect(append(1) == .now)
        #expect(append(65_536) == .later)
        #expect(drain() == (131_072, 0))
        #expect(append(1) == .soon)
    }

    @Test("With 4 MiB waiting, lines are dropped and counted until those are written")
    func drops() {
        let mebibyte = 1 << 20
        for _ in 0..<3 { _ = append(mebibyte) }
        // One that comes before the bound is kept, however long it is.
        _ = append(mebibyte - 1)
        #expect(append(mebibyte) == .later)
        for _ in 0..<5 { #expect(append(1) == nil) }
        #expect(drain() == (5 * mebibyte - 1, 5))
        #expect(append(1) == .soon)
        #expect(drain() == (1, 0))
    }

    @Test("Lines may come while others are written")
    func meanwhile() {
        _ = append(2)
        buffer.drain { bytes, _ in
            #expect(bytes.count == 2)
            #expect(append(3) == .soon)
        }
        #expect(drain() == (3, 0))
        #expect(drain() == (0, 0))
    }
}
