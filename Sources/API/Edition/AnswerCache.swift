import HTTPCore

/// Answers of one edition, by all that they depend on: the host, the target, and the fields that are negotiated by. When it is full
/// it is emptied: what is asked for often is soon there again. Each desk has its own, so that it needs no lock.
///
/// An answer is kept when it is asked for a second time: questions that are asked once, however many, do not drive out
/// what is asked for again, and their answers leave no trace in the processor's caches.
struct AnswerCache {
    /// An answer, and which route it came from.
    struct Kept {
        let answer: ReadyAnswer
        let route: Int
    }

    private struct Key: Hashable {
        var octets: [UInt8] = []

        // All at once: an array hashes its elements one by one.
        func hash(into hasher: inout Hasher) {
            octets.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    private static let maxAnswers = 4_096
    /// Of keys and answers.
    private static let maxOctets = 4 << 20
    private static let negotiated = FieldNames([.accept, .acceptLanguage, .acceptEncoding])

    private var kept: [Key: Kept] = [:]
    /// Marks of keys that were asked for once, each at the place that its hash says; a later one takes the place.
    private var marks = [UInt32](repeating: 0, count: 4_096)
    private var octets = 0
    /// Of the request looked for last; written over for the next, so that a look allocates nothing.
    private var key = Key()

    /// nil where the request's answer is not there.
    mutating func find(_ request: borrowing Request, at host: HostTable.Reading) -> Kept? {
        key.octets.removeAll(keepingCapacity: true)
        withUnsafeBytes(of: host.number) { key.octets.append(contentsOf: $0) }
        request.appendKey(of: AnswerCache.negotiated, to: &key.octets)
        return kept[key]
    }

    /// Keeps the answer to the request that was looked for last, if that was asked for before.
    mutating func keep(_ answer: ReadyAnswer, route: Int) {
        guard isAskedAgain() else { return }
        let size = key.octets.count + answer.octets
        if kept.count >= AnswerCache.maxAnswers || octets + size > AnswerCache.maxOctets {
            kept.removeAll()
            octets = 0
        }
        kept[key] = Kept(answer: answer, route: route)
        octets += size
    }

    private mutating func isAskedAgain() -> Bool {
        let hash = UInt(bitPattern: key.hashValue)
        let place = Int(hash % UInt(marks.count))
        // Never the mark of an empty place.
        let mark = UInt32(truncatingIfNeeded: hash >> 32) | 1
        defer { marks[place] = mark }
        return marks[place] == mark
    }
}
