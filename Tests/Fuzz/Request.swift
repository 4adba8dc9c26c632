import Foundations

@testable import HTTPCore

/// The first line of the input tells how the rest is cut: each byte is the length of a piece, over and over. The rest
/// is what a client sends.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let end = input.firstIndex(of: 0x0A) else { return 0 }
    let wire = Array(input[(end + 1)...])
    let whole = Conversation(wire, pieces: [])
    precondition(whole == Conversation(wire, pieces: input[..<end].map { max(1, Int($0)) }), "pieces change the result")
    for message in whole.messages { message.check() }
    return 0
}

/// Small, so that the fuzzer reaches them.
private let limits: Limits = {
    var limits = Limits()
    (limits.head, limits.target, limits.fieldCount, limits.body) = (512, 128, 8, 256)
    return limits
}()

/// What the parser makes of all that one client sends.
private struct Conversation: Equatable {
    enum End: Equatable { case needsMore, failed(ParseError) }

    var messages: [Message] = []
    var end = End.needsMore

    /// Delivers `wire` in pieces of these lengths, over and over; whole where there are none.
    init(_ wire: [UInt8], pieces: [Int]) {
        var parser = RequestParser(limits: limits)
        var content: (head: RequestHead, decoder: BodyDecoder, consumed: Int)?
        var (start, received, piece) = (0, 0, 0)
        while received < wire.count {
            received = pieces.isEmpty ? wire.count : min(wire.count, received + pieces[piece % pieces.count])
            piece += 1
            delivery: while true {
                if let (head, decoder, consumed) = content {
                    var decoder = decoder
                    switch decoder.consume(wire.span.extracting(start + head.length + consumed..<received)) {
                    case .needsMore:
                        content = (head, decoder, received - start - head.length)
                        break delivery
                    case .failed(let error):
                        end = .failed(error)
                        return
                    case .complete(let last):
                        messages.append(Message(wire: wire, base: start, head: head))
                        start += head.length + consumed + last
                        content = nil
                    }
                } else {
                    switch parser.parse(wire.span.extracting(start..<received)) {
                    case .needsMore: break delivery
                    case .failed(let error):
                        end = .failed(error)
                        return
                    case .request(let head):
                        content = (head, BodyDecoder(head.content, limits: limits), 0)
                        parser = RequestParser(limits: limits)
                    }
                }
            }
        }
    }
}

/// One request that was taken, where it stands on the wire.
private struct Message: Equatable {
    let wire: [UInt8]
    let base: Int
    let head: RequestHead

    static func == (left: Message, right: Message) -> Bool {
        let (one, other) = (left.head, right.head)
        return left.base == right.base && one.length == other.length && one.method == other.method
            && one.version == other.version && one.target == other.target && one.path == other.path
            && one.query == other.query && one.authority == other.authority && one.fields == other.fields
            && one.presence == other.presence && one.content == other.content && one.persists == other.persists
            && one.expectsContinue == other.expectsContinue
    }

    /// Serialised and parsed again it is the same, and nothing that a handler may ask of it traps.
    func check() {
        let meaning = Meaning(self)
        let serialised = meaning.wire
        var parser = RequestParser(limits: limits)
        guard case .request(let head) = parser.parse(serialised.span) else {
            preconditionFailure("serialised it is refused")
        }
        precondition(head.length == serialised.count, "serialised it has another length")
        precondition(Meaning(Message(wire: serialised, base: 0, head: head)) == meaning, "serialised it means another")
        let request = Request(buffer: wire, base: base, head: self.head)
        _ = try? request.pathSegments()
        _ = try? request.queryString()
        let date = HTTPDate(secondsSinceEpoch: 784_111_777)
        _ = Conditions.evaluate(request, etag: EntityTag("a"), lastModified: date)
        _ = ContentNegotiation.mediaType(accept: request.field(.accept), offered: ["application/json", "text/csv"])
        _ = ContentNegotiation.contentCoding(acceptEncoding: request.field(.acceptEncoding), offered: ["gzip"])
        _ = ContentNegotiation.language(acceptLanguage: request.field(.acceptLanguage), offered: ["en", "lt"])
    }
}

/// Everything that a request means, however it was written.
private struct Meaning: Equatable {
    let method: Method
    let version: Version
    let target, path: [UInt8]
    let query, authority: [UInt8]?
    let content: RequestHead.Content
    let persists, expectsContinue: Bool
    /// Names in lower case and values without the whitespace around them, by turns.
    var fields: [[UInt8]] = []

    init(_ message: Message) {
        let head = message.head
        let bytes = message.wire.span.extracting(message.base..<message.base + head.length)
        (method, version) = (head.method, head.version)
        (target, path) = (bytes.array(head.target), bytes.array(head.path))
        query = head.query.map { bytes.array($0) }
        authority = head.authority.map { bytes.array($0) }
        (content, persists, expectsContinue) = (head.content, head.persists, head.expectsContinue)
        let lines = bytes.extracting(head.fields)
        lines.forEachFieldLine { line in
            fields += [lines.array(line.name).map(\.lowercased), lines.array(line.value)]
            return true
        }
    }

    /// Written with no whitespace that can be left out, so that it passes no limit that the original did not.
    var wire: [UInt8] {
        var wire = Array("\(method.rawValue) ".utf8) + target
        wire += Array((version == .http10 ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n").utf8)
        for index in stride(from: 0, to: fields.count, by: 2) {
            wire += fields[index] + [0x3A] + fields[index + 1] + [0x0D, 0x0A]
        }
        return wire + [0x0D, 0x0A]
    }
}
