import HTTPCore
import Rendering

extension Format {
    /// The best of `offered` that `Accept` allows (RFC 9110 section 12.5.1), the first where there is no `Accept`; nil
    /// where it allows none.
    static func negotiated(_ request: borrowing Request, offered: [Format]) -> Format? {
        guard request.hasField(.accept) else { return offered.first }
        let chosen = ContentNegotiation.mediaType(
            accept: request.field(.accept), offered: offered.map(\.mediaRange))
        return offered.first { $0.mediaRange == chosen }
    }
}
