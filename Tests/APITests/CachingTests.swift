import Evidence
import Foundations
import HTTPCore
import Problems
import TestSupport
import Testing
import Wording

@testable import API

#if os(Linux)
    /// Of the C library, which Swift's view of it leaves out.
    @_silgen_name("malloc_usable_size")
    private func usableSize(_ allocation: UnsafeMutableRawPointer) -> Int
#endif

/// A key whose hash is that of every other.
private struct Colliding: Hashable {
    let name: String

    func hash(into hasher: inout Hasher) {}
}

@Suite("A bounded cache")
struct BoundedCacheTests {
    @Test("compares keys whole: those that collide have values of their own, also when some have left")
    func collisions() {
        var cache = BoundedCache<Colliding, Int>(capacity: 200 * 200)
        var model: [String: Int] = [:]
        var generator = SeededGenerator(seed: 1)
        for step in 0..<3_000 {
            let key = Colliding(name: "\(Int.random(in: 0..<400, using: &generator))")
            if Bool.random(using: &generator) {
                cache.keep(step, for: key, size: 32)
                model[key.name] = step
            } else if let place = cache.find(key) {
                #expect(cache.value(at: place) == model[key.name])
            }
        }
        #expect(cache.count > 50 && cache.count < 400)
    }

    @Test("never takes more than its bound, whatever sizes it is given")
    func bound() {
        var cache = BoundedCache<Int, Int>(capacity: 100_000)
        var generator = SeededGenerator(seed: 2)
        var kept: [Int: Int] = [:]
        for step in 0..<20_000 {
            let key = Int.random(in: 0..<2_000, using: &generator)
            let size =
                Int.random(in: 0..<4, using: &generator) == 0 ? 60_000 : Int.random(in: 1...2_000, using: &generator)
            let place = cache.keep(step, for: key, size: size)
            #expect(cache.size <= 100_000)
            #expect(size <= 50_000 || place == nil)
            if place != nil { kept[key] = size }
            if step % 100 == 0 {
                // What can be found is no more than what is counted.
                let held = kept.filter { cache.find($0.key) != nil }.values.reduce(0, +)
                #expect(held <= cache.size)
            }
        }
    }

    @Test("keeps what is asked for while others come and go, and lets the oldest of the others go first")
    func secondChance() throws {
        var cache = BoundedCache<Int, Int>(capacity: 100_000)
        cache.keep(-1, for: -1, size: 1_000)
        for number in 0..<1_000 {
            cache.keep(number, for: number, size: 1_000)
            let found = cache.find(-1)
            let place = try #require(found, "\(number)")
            #expect(cache.value(at: place) == -1)
        }
        #expect(cache.find(0) == nil && cache.find(900) == nil && cache.find(999) != nil)
    }

    @Test("leads from the place of what has left to nothing, never to what came after it")
    func stale() throws {
        var cache = BoundedCache<Int, Int>(capacity: 10_000)
        let kept = cache.keep(1, for: 1, size: 1_000)
        let place = try #require(kept)
        #expect(cache.value(at: place) == 1)
        for number in 2..<100 { cache.keep(number, for: number, size: 1_000) }
        #expect(cache.find(1) == nil && cache.value(at: place) == nil)
        #expect(cache.keep(-1, for: 99, size: 1_000).flatMap { cache.value(at: $0) } == -1, "in place of the other")
    }

    #if os(Linux)
        @Test("counts no less than the allocator gives", arguments: [0, 1, 15, 24, 25, 100, 1_000, 5_000, 200_000])
        func memory(count: Int) {
            var arrays = [[UInt8](repeating: 1, count: count)]
            var grown: [UInt8] = []
            for _ in 0..<count { grown.append(1) }
            arrays.append(grown)
            var shrunk = [UInt8](repeating: 1, count: count * 3)
            shrunk.removeLast(count * 2)
            arrays.append(shrunk)
            arrays.append(ByteKey(bytes: shrunk).exact.bytes)
            arrays.append(Body(shrunk).compacted.bytes)
            for array in arrays where array.capacity > 0 {
                let given = array.withUnsafeBufferPointer { buffer in
                    // An array's elements stand behind a header of 32 bytes, where its allocation begins.
                    buffer.baseAddress.map { usableSize(UnsafeMutableRawPointer(mutating: $0) - 32) } ?? 0
                }
                #expect(Allocation.size(array) >= given + 8)
            }
            // A header, a word of the allocator's, and what both are rounded up by: an array takes all that it is given.
            let rest = 32 + 8 + 2 * 16 + 8 + (count > 100_000 ? 4_096 : 0)
            #expect(Allocation.size(ByteKey(bytes: shrunk).exact.bytes) <= count + rest)
        }
    #endif
}

@Suite("What a responder keeps")
struct ResponseCacheTests {
    private static func response(_ count: Int) -> CachedResponse {
        CachedResponse(
            fields: Fields.common, content: Fields(), etag: nil, body: Body([UInt8](repeating: 7, count: count)))
    }

    private static func ask(
        _ target: String, _ key: String, size: Int, in cache: inout ResponseCache
    ) throws -> (isFound: Bool, isMade: Bool) {
        let request = try Request(target: target)
        if cache.find(request) != nil { return (true, false) }
        let made = cache.made
        _ = try cache.answer(by: ByteKey(bytes: Array(key.utf8)), from: 3) { () throws(Problem) in
            .ready(response(size))
        }
        return (false, cache.made > made)
    }

    @Test("is what is asked for again, and nothing that was asked for once")
    func again() throws {
        var cache = ResponseCache(capacity: 1 << 20)
        for number in 0..<1_000 {
            let asked = try ResponseCacheTests.ask("/\(number)", "\(number)", size: 100, in: &cache)
            #expect(!asked.isFound && asked.isMade)
        }
        let few = cache.size
        for number in 0..<10 {
            _ = try ResponseCacheTests.ask("/a", "a", size: 100, in: &cache)
            let asked = try ResponseCacheTests.ask("/a", "a", size: 100, in: &cache)
            #expect(asked.isFound == (number > 0), "the third time")
        }
        #expect(cache.size > few)
        #expect(cache.find(try Request(target: "/a"))?.route == 3)
    }

    @Test("is one for all who mean the same, and is asked for anew by none of them")
    func shared() throws {
        var cache = ResponseCache(capacity: 1 << 20)
        for number in 0..<1_000 {
            for _ in 0..<2 { _ = try ResponseCacheTests.ask("/\(number)", "same", size: 50_000, in: &cache) }
        }
        #expect(cache.made == 2)
        #expect(cache.size < 1 << 20)
    }

    @Test(
        "takes no more memory than it may, of which room for more in arrays is a part", arguments: [10, 3_000, 100_000])
    func bound(size: Int) throws {
        var cache = ResponseCache(capacity: 1 << 20)
        for number in 0..<3_000 {
            for _ in 0..<2 { _ = try ResponseCacheTests.ask("/\(number)", "\(number)", size: size, in: &cache) }
            #expect(cache.size <= 1 << 20)
        }
    }

    @Test("is told apart by everything that an answer depends on")
    func keys() throws {
        let service = try Service(hasPages: true)
        let targets = [
            "/api/v1/events?limit=1", "/api/v1/events?limit=2", "/events?limit=1", "/api/v1/events.csv?limit=1",
        ]
        var bodies: Set<[UInt8]> = []
        for _ in 0..<3 {
            for target in targets {
                for language in ["en", "lt"] {
                    for coding in ["gzip", "identity"] {
                        bodies.insert(
                            try service.get(target, ["Accept-Language": language, "Accept-Encoding": coding]).body)
                    }
                }
            }
        }
        #expect(bodies.count >= targets.count * 2)
        let etags = try ["gzip", "identity"].map { coding in
            try service.get("/events", ["Accept-Encoding": coding, "Host": "a"])["ETag"]
        }
        #expect(etags[0] != etags[1])
    }
}
