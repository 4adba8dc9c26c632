/// A strict JSON reader (RFC 8259): UTF-8 without a byte order mark, no duplicate names in an object, and at most 64
/// levels of nesting.
///
/// `JSONSerialization` would turn numbers into binary floating point and hide duplicate names. A dataset of a million
/// events must also load fast: this reader makes a single pass over the bytes and decodes every string once.
package struct JSONReader {
    private static let deepest = 64

    let bytes: [UInt8]
    var position = 0
    /// The name of the top-level member whose list is only scanned for the bounds of its elements.
    private var postponed: String?
    private var batches: [JSONBatch] = []
    /// Whether to check the text only, without building values.
    private var isLookedThrough = false
    /// The size in bytes at which a batch ends, after the element that reaches it.
    private var batch = JSONBatch.size
    /// The elements and members of what is open, the innermost last: once closed, an array or object takes its own, and no
    /// more memory than they need. They are mapped, since a new array of all of them would be this one, with its capacity.
    private var elements: [JSON] = []
    private var members: [JSON.Member] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
        var reader = JSONReader(bytes)
        return try reader.whole()
    }

    /// Returns the first error in the text; nil if it is valid. Builds no values and so needs hardly any memory.
    package static func firstError(in bytes: [UInt8]) -> JSONError? {
        var reader = JSONReader(bytes)
        reader.isLookedThrough = true
        do throws(JSONError) {
            _ = try reader.whole()
            return nil
        } catch {
            return error
        }
    }

    /// Reads everything but the elements of the list in the top-level member `list`. These are split into batches and
    /// scanned only for their bounds; reading a batch checks it strictly, so the text is valid if all batches are.
    package static func read(
        _ bytes: [UInt8], postponing list: String, batch: Int = JSONBatch.size
    ) throws(JSONError) -> (whole: JSON, [JSONBatch]) {
        var reader = JSONReader(bytes)
        reader.batch = batch
        reader.postponed = list
        return (try reader.whole(), reader.batches)
    }

    /// Reads the elements of a batch, passing each with its index in the list to `take`.
    package static func read(
        _ batch: JSONBatch, of bytes: [UInt8], _ take: (Int, JSON) -> Void
    ) throws(JSONError) {
        var reader = JSONReader(bytes)
        reader.position = batch.bytes.lowerBound
        for index in batch.elements {
            if index > batch.elements.lowerBound { try reader.skip(UInt8(ascii: ","), or: .punctuation) }
            take(index, try reader.value(depth: 2))
        }
        guard reader.position == batch.bytes.upperBound else { throw reader.error(.punctuation) }
    }

    private mutating func whole() throws(JSONError) -> JSON {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark) }
        let value = try value(depth: 0)
        guard next == nil else { throw error(.end) }
        return value
    }

    /// Skips white space and `byte`, or throws `reason` if another byte is next.
    private mutating func skip(_ byte: UInt8, or reason: JSONError.Reason) throws(JSONError) {
        guard next == byte else { throw error(reason) }
        position += 1
    }

    /// The next byte that is not white space, without consuming it.
    private var next: UInt8? {
        mutating get {
            while position < bytes.count {
                switch bytes[position] {
                case 0x20, 0x09, 0x0A, 0x0D: position += 1
                case let byte: return byte
                }
            }
            return nil
        }
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
        JSONError(reason, at: offset ?? position, in: bytes)
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        switch next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"): return .number(try numeral())
        case let byte? where byte.isDigit: return .number(try numeral())
        default: throw error(.value)
        }
    }

    private mutating func literal(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let text = "\(text)".utf8
        guard bytes[position...].starts(with: text) else { throw error(.value) }
        position += text.count
        return value
    }

    private mutating func elements(depth: Int) throws(JSONError) -> [JSON] {
        let start = elements.count
        try list(depth: depth, close: UInt8(ascii: "]")) { (reader) throws(JSONError) in
            let value = try reader.value(depth: depth)
            if !reader.isLookedThrough { reader.elements.append(value) }
        }
        defer { elements.removeSubrange(start...) }
        return elements[start...].map { $0 }
    }

    private mutating func members(depth: Int) throws(JSONError) -> [JSON.Member] {
        let start = members.count
        var names: Set<String> = []
        try list(depth: depth, close: UInt8(ascii: "}")) { (reader) throws(JSONError) in
            guard reader.next == UInt8(ascii: "\"") else { throw reader.error(.name) }
            let position = reader.position
            let name = try reader.string()
            let count = reader.members.count - start
            // Comparing a few names is faster than hashing them.
            if count == 16 { names = Set(reader.members[start...].map(\.name)) }
            let isRepeated =
                count < 16 ? reader.members[start...].contains { $0.name == name } : !names.insert(name).inserted
            if isRepeated { throw reader.error(.duplicateName, at: position) }
            try reader.skip(UInt8(ascii: ":"), or: .colon)
            let isPostponed = depth == 1 && name == reader.postponed && reader.next == UInt8(ascii: "[")
            let value = isPostponed ? try reader.postponedList() : try reader.value(depth: depth)
            reader.members.append(JSON.Member(name: name, value: reader.isLookedThrough ? .null : value))
        }
        defer { members.removeSubrange(start...) }
        return members[start...].map { $0 }
    }

    /// Splits the list into batches and returns an empty list in its place.
    private mutating func postponedList() throws(JSONError) -> JSON {
        var (start, end, first, count) = (0, 0, 0, 0)
        try list(depth: 2, close: UInt8(ascii: "]")) { (reader) throws(JSONError) in
            guard reader.next != nil else { throw reader.error(.value) }
            if count == first { start = reader.position }
            reader.position = JSONBatch.endOfValue(in: reader.bytes, from: reader.position)
            (end, count) = (reader.position, count + 1)
            if end - start >= reader.batch {
                reader.batches.append(JSONBatch(bytes: start..<end, elements: first..<count))
                first = count
            }
        }
        if count > first { batches.append(JSONBatch(bytes: start..<end, elements: first..<count)) }
        return .array([])
    }

    /// Reads comma-separated items up to the closing bracket.
    private mutating func list(
        depth: Int, close: UInt8, item: (inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        guard depth <= JSONReader.deepest else { throw error(.depth) }
        position += 1
        if next == close {
            position += 1
            return
        }
        while true {
            try item(&self)
            switch next {
            case UInt8(ascii: ","): position += 1
            case close:
                position += 1
                return
            default: throw error(.punctuation)
            }
        }
    }

    private mutating func numeral() throws(JSONError) -> String {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if let letter = current, letter | 0x20 == UInt8(ascii: "e") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let byte = current, byte.isDigit { position += 1 }
        guard position > start else { throw error(.numeral) }
    }

    /// Reads a string whose opening quotation mark is the current byte.
    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        var unescaped: [UInt8] = []
        var runStart = start
        while true {
            position = bytes.endOfRun(from: position)
            guard let byte = current else { break }
            switch byte {
            case UInt8(ascii: "\""):
                let run = runStart..<position
                position += 1
                let text = runStart == start ? bytes.text(in: run) : (unescaped + bytes[run]).text()
                guard let text else { throw error(.encoding, at: start) }
                return text
            case UInt8(ascii: "\\"):
                unescaped += bytes[runStart..<position]
                if let scalar = UTF8.encode(try escape()) { unescaped += scalar }
                runStart = position
            default: throw error(.controlCharacter)
            }
        }
        throw error(.quotationMark)
    }
}
