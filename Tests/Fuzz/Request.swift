@testable import HTTPCore

/// The first line of the input tells how the rest is cut: each octet is the length of a piece, over and over. The rest
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
                        messages.append(Message(wire, base: start, head))
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

/// Everything that a request means.
private struct Message: Equatable {
    let method: Method
    let version: Version
    let target: [UInt8]
    let path: String
    let query: String?
    let authority: String?
    let content: RequestHead.Content
    let persists, expectsContinue: Bool
    /// Name and value by turns.
    let fields: [[UInt8]]
    let request: Request

    init(_ wire: [UInt8], base: Int, _ head: RequestHead) {
        request = Request(buffer: wire, base: base, head: head)
        (method, version, target) = (request.method, head.version, request.targetBytes)
        (path, query, authority) = (request.path, request.query, request.authority)
        (content, persists, expectsContinue) = (head.content, head.persists, head.expectsContinue)
        let lines = wire.span.extracting(base + head.fields.lowerBound..<base + head.fields.upperBound)
        var fields: [[UInt8]] = []
        lines.forEachFieldLine { line in
            fields += [lines.array(line.name).map(\.lowercased), lines.array(line.value)]
            return true
        }
        self.fields = fields
    }

    static func == (left: Message, right: Message) -> Bool {
        left.method == right.method && left.version == right.version && left.target == right.target
            && left.path == right.path && left.query == right.query && left.authority == right.authority
            && left.content == right.content && left.persists == right.persists
            && left.expectsContinue == right.expectsContinue && left.fields == right.fields
    }

    /// Serialised and parsed again it is the same, and nothing that a handler may ask of it traps.
    func check() {
        let version = version == .http10 ? "1.0" : "1.1"
        var wire = Array("\(method.rawValue) ".utf8) + target + Array(" HTTP/\(version)\r\n".utf8)
        for index in stride(from: 0, to: fields.count, by: 2) {
            wire += fields[index] + [0x3A] + fields[index + 1] + [0x0D, 0x0A]
        }
        wire += [0x0D, 0x0A]
        var parser = RequestParser(limits: limits)
        guard case .request(let head) = parser.parse(wire.span) else {
            preconditionFailure("serialised it is refused")
        }
        precondition(head.length == wire.count, "serialised it has another length")
        precondition(Message(wire, base: 0, head) == self, "serialised it is another request")
        _ = try? request.pathSegments()
        _ = try? request.queryString()
        let date = HTTPDate(secondsSinceEpoch: 784_111_777)
        _ = Conditions.evaluate(request, etag: EntityTag("a"), lastModified: date)
        for index in stride(from: 1, to: fields.count, by: 2) {
            let value = String(decoding: fields[index], as: UTF8.self)
            _ = ContentNegotiation.contentCoding(acceptEncoding: value, offered: ["gzip", "identity"])
            _ = ContentNegotiation.mediaType(accept: value, offered: ["application/json", "text/csv"])
            _ = ContentNegotiation.language(acceptLanguage: value, offered: ["en", "lt"])
            _ = HTTPDate(value, reference: date)
        }
    }
}
