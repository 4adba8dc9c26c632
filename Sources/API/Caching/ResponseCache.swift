import HTTPCore

/// Answers of one snapshot, each by everything that it depends on: the target without what the route does not know, what was
/// negotiated, and the host where the route says so. A request that was answered before leads to its answer as received,
/// without being read again; a thousand that mean the same share one.
///
/// An answer is kept when it is asked for a second time: questions that are asked once, however many, do not drive out
/// what is asked for again, and their answers leave no trace in the processor's caches. Each responder has its own, so that it
/// needs no lock.
struct ResponseCache {
    /// An answer, and which route it came from.
    struct Kept {
        let response: CachedResponse
        let route: Int
    }

    /// What was received that an answer can depend on, beside the target.
    private static let negotiated = FieldNames([.accept, .acceptLanguage, .acceptEncoding, .host])

    private var requests: BoundedCache<ByteKey, BoundedCache<ByteKey, Kept>.Handle>
    private var answers: BoundedCache<ByteKey, Kept>
    /// Marks of keys that were asked for once, each at the place that its hash says; a later one takes the place.
    private var marks = [UInt32](repeating: 0, count: 8_192)
    /// Of the request looked for last; written over for the next, so that a look allocates nothing.
    private var request = ByteKey()
    /// How many answers were made and not found here.
    private(set) var made = 0

    /// It takes at most so many bytes of memory.
    init(capacity: Int) {
        requests = BoundedCache(capacity: capacity / 6)
        answers = BoundedCache(capacity: capacity - capacity / 6 - 32 << 10)
    }

    /// Bytes of memory that are taken.
    var size: Int { requests.size + answers.size + 32 << 10 }

    /// nil where the request's answer is not known by what was received.
    mutating func find(_ request: borrowing Request) -> Kept? {
        self.request.bytes.removeAll(keepingCapacity: true)
        request.appendKey(of: ResponseCache.negotiated, to: &self.request.bytes)
        guard let alias = requests.find(self.request), let place = requests.value(at: alias) else { return nil }
        return answers.value(at: place)
    }

    /// The answer to the request that was looked for last, by all that it depends on; else one that `make` makes, and
    /// that is kept if it was asked for before.
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
        // Never the mark of an empty place.
        let mark = UInt32(truncatingIfNeeded: hash >> 32) | 1
        defer { marks[place] = mark }
        return marks[place] == mark
    }
}
