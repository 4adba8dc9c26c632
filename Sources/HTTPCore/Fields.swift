/// Header fields kept as they go on the wire, `name: value` and CRLF each, so that adding them to a response is a
/// single copy.
package struct Fields: Sendable, Equatable {
    /// All lines as sent, without the empty line that ends a head.
    package private(set) var bytes: [UInt8] = []
    /// The union of the names' bits: a name whose bit is clear is certainly absent.
    private(set) var presence: UInt64 = 0
    /// Whether some line might belong to those that ``ResponseWriter`` writes itself. False is certain, true is not.
    private(set) var mayFrame = false

    /// Creates an empty set of fields.
    package init() {}

    /// Reserves space for `count` bytes in all.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    /// Appends a line. Control characters in the value, CR, LF and NUL among them, become spaces (RFC 9110 section
    /// 5.5), so that no value can inject a line; non-ASCII text is written as UTF-8.
    package mutating func append(_ name: FieldName, _ value: String) {
        append(name) { $0.append(contentsOf: value.utf8) }
    }

    /// Appends a line with the value that `write` appends; control characters in it become spaces.
    package mutating func append(_ name: FieldName, writing write: (inout [UInt8]) -> Void) {
        bytes.append(contentsOf: name.bytes)
        bytes.append(Byte.colon)
        bytes.append(Byte.space)
        let start = bytes.count
        write(&bytes)
        var control = bytes.span.firstForbiddenControl(in: start..<bytes.count)
        while control < bytes.count {
            bytes[control] = Byte.space
            control = bytes.span.firstForbiddenControl(in: control + 1..<bytes.count)
        }
        bytes.append(Byte.carriageReturn)
        bytes.append(Byte.lineFeed)
        presence |= name.presence
        mayFrame =
            mayFrame || name.presence & ResponseWriter.presence != 0 && ResponseWriter.own.contains(name)
    }

    /// Removes all lines named `name`, then appends one with `value`.
    package mutating func replace(_ name: FieldName, _ value: String) {
        remove(name)
        append(name, value)
    }

    /// Removes all lines named `name`.
    package mutating func remove(_ name: FieldName) {
        guard presence & name.presence != 0 else { return }
        var kept: [UInt8] = []
        var mask: UInt64 = 0
        bytes.span.forEachFieldLine { line in
            let found = bytes.span.extracting(line.name)
            if !found.equalsIgnoringCase(name.bytes.span) {
                kept.append(contentsOf: bytes[line.whole])
                mask |= FieldName.presence(of: found)
            }
            return true
        }
        (bytes, presence) = (kept, mask)
    }

    /// Returns these lines followed by those of `other`.
    package func appending(_ other: Fields) -> Fields {
        var all = self
        all.bytes += other.bytes
        all.presence |= other.presence
        all.mayFrame = mayFrame || other.mayFrame
        return all
    }

    /// The same fields without spare capacity.
    package var compacted: Fields {
        var copy = self
        copy.bytes = bytes.withUnsafeBufferPointer(Array.init)
        return copy
    }

    /// The value of the field, with the values of repeated lines joined by `, ` (RFC 9110 section 5.3); nil if it is
    /// absent.
    package subscript(_ name: FieldName) -> String? {
        presence & name.presence == 0 ? nil : bytes.span.combinedFieldValue(name)
    }
}
