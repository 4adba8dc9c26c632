import HTTPCore
import Rendering

/// The content coding that `Accept-Encoding` leads to (RFC 9110 section 12.5.3).
enum ContentCoding: UInt8 {
    case identity
    /// gzip, where that is worth it.
    case gzip
    /// gzip, since identity is refused.
    case gzipAlone
    /// None that there is.
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

    /// Whether a body is to be compressed; nil where it is to be had in no coding that is allowed. One that is short, or a
    /// picture that is compressed in itself, is compressed only where identity is refused; one that is made while it is
    /// sent, never.
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
