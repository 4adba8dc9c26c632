import HTTPCore
import Rendering

/// The result of negotiating `Accept-Encoding` (RFC 9110 section 12.5.3).
enum ContentCoding: UInt8 {
    case identity
    /// gzip, if that is worth it.
    case gzip
    /// gzip, because identity is refused.
    case gzipAlone
    /// Neither gzip nor identity.
    case none

    init(_ request: borrowing Request) {
        guard request.hasField(.acceptEncoding) else {
            self = .identity
            return
        }
        let accept = request.field(.acceptEncoding)
        let choose = { (offered: [String]) in
            ContentNegotiation.contentCoding(acceptEncoding: accept, offered: offered)
        }
        let isIdentityAllowed = choose(["identity"]) != nil
        switch choose(["gzip", "identity"]) {
        case "gzip": self = isIdentityAllowed ? .gzip : .gzipAlone
        case "identity": self = .identity
        default: self = .none
        }
    }

    /// Whether to compress a body; nil if no acceptable coding is available. Short bodies, and pictures that are
    /// compressed already, are compressed only if identity is refused; those produced while being sent never are.
    func compresses(_ body: Body, as format: Format) -> Bool? {
        guard let count = body.count else { return self == .identity || self == .gzip ? false : nil }
        return switch self {
        case .identity: false
        case .gzip: count >= Gzip.leastCount && format != .png
        case .gzipAlone: true
        case .none: nil
        }
    }
}
