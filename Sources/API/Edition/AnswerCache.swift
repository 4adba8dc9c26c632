import HTTPCore

/// Answers of one edition, by all that they depend on: the target, and the fields that are negotiated by. When it is full
/// it is emptied: what is asked for often is soon there again. Each desk has its own, so that it needs no lock.
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
    private var octets = 0
    /// Of the request looked for last; written over for the next, so that a look allocates nothing.
    private var key = Key()

    /// nil where the request's answer is not there.
    mutating func find(_ request: borrowing Request) -> Kept? {
        key.octets.removeAll(keepingCapacity: true)
        request.appendKey(of: AnswerCache.negotiated, to: &key.octets)
        return kept[key]
    }

    /// Keeps the answer to the request that was looked for last.
    mutating func keep(_ answer: ReadyAnswer, route: Int) {
        let size = key.octets.count + answer.octets
        if kept.count >= AnswerCache.maxAnswers || octets + size > AnswerCache.maxOctets {
            kept.removeAll()
            octets = 0
        }
        kept[key] = Kept(answer: answer, route: route)
        octets += size
    }
}
