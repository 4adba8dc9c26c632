import HTTPCore
import Synchronization

/// Answers of one edition, by all that they depend on: the target, and the fields that are negotiated by. When it is full it
/// is emptied: what is asked for often is soon there again.
final class AnswerCache: Sendable {
    private static let capacity = 4_096

    private struct Kept {
        var answer: ReadyAnswer
        /// The pattern of its route.
        var route: String
    }

    private let kept = Mutex<[[UInt8]: Kept]>([:])

    /// nil for a request that is no GET or HEAD: those alone have answers that can be kept.
    static func key(_ request: borrowing Request) -> [UInt8]? {
        guard request.method == .get || request.method == .head else { return nil }
        var key = request.targetBytes
        for name in [FieldName.accept, .acceptLanguage, .acceptEncoding] {
            // No target and no value has a control in it.
            key.append(0)
            _ = request.anyFieldValue(name) { value in
                for index in value.indices { key.append(value[index]) }
                key.append(UInt8(ascii: ","))
                return false
            }
        }
        return key
    }

    /// The answer to the request that has that key.
    func response(to request: borrowing Request, key: [UInt8]) -> Response? {
        guard let found = kept.withLock({ $0[key] }) else { return nil }
        var response = found.answer.response(to: request)
        response.route = found.route
        return response
    }

    func keep(_ answer: ReadyAnswer, key: [UInt8], route: String) {
        kept.withLock { kept in
            if kept.count >= AnswerCache.capacity { kept.removeAll() }
            kept[key] = Kept(answer: answer, route: route)
        }
    }
}
