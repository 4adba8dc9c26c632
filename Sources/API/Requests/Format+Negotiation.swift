import HTTPCore
import Rendering

extension Format {
    /// Returns the best of `offered` that `Accept` allows (RFC 9110 section 12.5.1), or the first if there is no
    /// `Accept`; nil if none is allowed.
    static func negotiated(_ request: borrowing Request, offered: [Format]) -> Format? {
        guard request.hasField(.accept) else { return offered.first }
        let chosen = ContentNegotiation.mediaType(
            accept: request.field(.accept), offered: offered.map(\.mediaRange))
        return offered.first { $0.mediaRange == chosen }
    }
}
