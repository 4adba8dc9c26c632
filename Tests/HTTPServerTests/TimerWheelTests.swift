import Testing

@testable import HTTPServer

@Suite("Timer wheel")
struct TimerWheelTests {
    private let token = PollToken(raw: 7)

    @Test(
        "An entry comes up once, after its deadline and within two ticks of it",
        arguments: [
            0, 1, 127, 128, 129, 10_000, 60_000, 130_000,
        ] as [UInt64])
    func oneEntry(deadline: UInt64) {
        var wheel = TimerWheel(now: 0)
        wheel.insert(token, at: wheel.tick(for: deadline))
        var hits: [UInt64] = []
        for now in stride(from: UInt64(0), through: deadline + 1_000, by: 1) {
            for _ in wheel.expire(now: now) { hits.append(now) }
        }
        #expect(hits.count == 1)
        #expect(hits.allSatisfy { $0 >= deadline && $0 <= deadline + 256 })
        #expect(wheel.timeout(now: 0) < 0)
    }

    @Test("A deadline beyond the wheel comes up early, to be asked again")
    func beyond() {
        var wheel = TimerWheel(now: 1_000_000)
        let tick = wheel.tick(for: 9_000_000)
        wheel.insert(token, at: tick)
        #expect(wheel.expire(now: 1_120_000).isEmpty)
        #expect(wheel.expire(now: 1_140_000).map(\.tick) == [tick])
    }

    @Test("The timeout never lets an entry wait, and is endless without one")
    func timeout() {
        var wheel = TimerWheel(now: 5_000)
        #expect(wheel.timeout(now: 5_000) == -1)
        wheel.insert(token, at: wheel.tick(for: 9_000))
        wheel.insert(token, at: wheel.tick(for: 7_000))
        let timeout = UInt64(max(0, wheel.timeout(now: 5_000)))
        #expect(wheel.expire(now: 5_000 + timeout).count == 1)
        #expect(wheel.timeout(now: 60_000) == 0)
    }

    @Test("A clock that leaps brings up everything, in order of time")
    func leap() {
        var wheel = TimerWheel(now: 0)
        for deadline in [90_000, 100, 5_000] as [UInt64] {
            wheel.insert(PollToken(raw: deadline), at: wheel.tick(for: deadline))
        }
        #expect(wheel.expire(now: 1 << 40).map(\.token.raw) == [100, 5_000, 90_000])
        wheel.insert(token, at: wheel.tick(for: 0))
        #expect(wheel.expire(now: 1 << 40).isEmpty)
        #expect(wheel.expire(now: (1 << 40) + 128).count == 1)
    }
}
