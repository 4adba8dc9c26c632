import Foundations
import HTTPCore
import Problems

/// The responses of one snapshot, each stored by everything it depends on: the target without parameters unknown to the
/// route, what was negotiated, and the host if the route depends on it. A repeated request leads to its response as
/// received, without being parsed again; a thousand equivalent requests share one response.
///
/// A response is stored when it is requested for the second time: requests made only once, however many, do not evict
/// what is requested repeatedly, and their responses leave no trace in the processor's caches. Each responder has its
/// own cache, which needs no lock.
struct ResponseCache {
    /// A response and the route it came from.
    struct Kept {
        let response: CachedResponse
        let route: Int
    }

    /// The fields that a response can depend on.
    private static let negotiated = FieldNames([.accept, .acceptLanguage, .acceptEncoding, .host])

    private var requests: BoundedCache<ByteKey, BoundedCache<ByteKey, Kept>.Handle>
    private var answers: BoundedCache<ByteKey, Kept>
    /// The marks of keys requested once, each in the place given by its hash, where a later one replaces it.
    private var marks = [UInt32](repeating: 0, count: 8_192)
    /// The key of the request looked up last. It is overwritten by the next, so that a lookup allocates nothing.
    private var request = ByteKey()
    /// The number of responses that were made because they were not found here.
    private(set) var made = 0

    /// Creates a cache that takes at most `capacity` bytes of memory.
    init(capacity: Int) {
        requests = BoundedCache(capacity: capacity / 6)
        answers = BoundedCache(capacity: capacity - capacity / 6 - 32 << 10)
    }

    /// The memory in use, in bytes.
    var size: Int { requests.size + answers.size + 32 << 10 }

    /// Returns the response to a request exactly as received; nil if it is unknown.
    mutating func find(_ request: borrowing Request) -> Kept? {
        self.request.bytes.removeAll(keepingCapacity: true)
        request.appendKey(of: ResponseCache.negotiated, to: &self.request.bytes)
        guard let alias = requests.find(self.request), let place = requests.value(at: alias) else { return nil }
        return answers.value(at: place)
    }

    /// Returns the response to the request looked up last, by everything it depends on, or else the one that `make`
    /// returns, which is stored if it was requested before.
    mutating func answer(
        by key: ByteKey, from route: Int, _ make: () throws(Problem) -> RouteResult
    ) throws(Problem) -> RouteResult {
        let isRepeated = isAskedAgain(request)
        if let place = answers.find(key), let kept = answers.value(at: place) {
            if isRepeated { lead(to: place) }
            return .ready(kept.response)
        }
        made += 1
        let result = try make()
        guard case .ready(let response) = result, isAskedAgain(key) else { return result }
        let (exact, compact) = (key.exact, CachedResponse(compacting: response))
        let kept = Kept(response: compact, route: route)
        let place = answers.keep(kept, for: exact, size: compact.size + Allocation.size(exact.bytes))
        if let place, isRepeated { lead(to: place) }
        return .ready(compact)
    }

    private mutating func lead(to place: BoundedCache<ByteKey, Kept>.Handle) {
        let exact = request.exact
        requests.keep(place, for: exact, size: Allocation.size(exact.bytes))
    }

    private mutating func isAskedAgain(_ key: ByteKey) -> Bool {
        let hash = UInt(bitPattern: key.hashValue)
        let place = Int(hash % UInt(marks.count))
        // Differs from the mark of an empty place.
        let mark = UInt32(truncatingIfNeeded: hash >> 32) | 1
        defer { marks[place] = mark }
        return marks[place] == mark
    }
}
