/// Fields in wire form, `name: value` and CRLF each, so that a ready-made response costs one copy.
package struct Fields: Sendable, Equatable {
    /// Every line as it goes on the wire, without the empty line that ends a head.
    package private(set) var bytes: [UInt8] = []
    /// The union of the names' bits: a clear bit proves absence.
    private(set) var presence: UInt64 = 0
    /// Whether there may be a line that is the writer's own work: false is certain.
    private(set) var mayFrame = false

    /// No field.
    package init() {}

    /// Makes room for so many bytes, so that lines do not move those before them.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    /// Adds a line. CR, LF, NUL and every other control become spaces (RFC 9110 section 5.5), so that no value can
    /// inject a line; text beyond ASCII is written as UTF-8.
    package mutating func append(_ name: FieldName, _ value: String) {
        append(name) { $0.append(contentsOf: value.utf8) }
    }

    /// The same with the value that `write` appends.
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

    /// Adds a line in place of every line of that name.
    package mutating func replace(_ name: FieldName, _ value: String) {
        remove(name)
        append(name, value)
    }

    /// Takes out every line of that name.
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

    /// All lines of both, these first.
    package func appending(_ other: Fields) -> Fields {
        var all = self
        all.bytes += other.bytes
        all.presence |= other.presence
        all.mayFrame = mayFrame || other.mayFrame
        return all
    }

    /// The same in no more memory than it needs.
    package var compacted: Fields {
        var copy = self
        copy.bytes = bytes.withUnsafeBufferPointer(Array.init)
        return copy
    }

    /// The value; those of repeated lines are joined by `, ` (RFC 9110 section 5.3). Nil where the name is absent.
    package subscript(_ name: FieldName) -> String? {
        presence & name.presence == 0 ? nil : bytes.span.combinedFieldValue(name)
    }
}
