import Foundations

/// What one proxy says about the request that it received (RFC 7239 section 4), as written: only the syntax has been looked
/// at.
struct ForwardedElement {
    /// Where the request came from, as in ``ForwardedNode``.
    var node: Range<Int>?
    /// The scheme of the request.
    var scheme: Range<Int>?
    /// The Host of the request.
    var host: Range<Int>?
    private(set) var isEmpty = true

    /// Creates an element that says no more than where the request came from.
    init(node: Range<Int>? = nil) {
        self.node = node
    }

    /// Adds a parameter; others mean nothing here. Returns false if it stands twice.
    fileprivate mutating func add(_ name: Span<UInt8>, _ value: Range<Int>) -> Bool {
        func set(_ place: inout Range<Int>?) -> Bool {
            defer { place = value }
            return place == nil
        }
        isEmpty = false
        if name.equalsIgnoringCase("for") { return set(&node) }
        if name.equalsIgnoringCase("proto") { return set(&scheme) }
        if name.equalsIgnoringCase("host") { return set(&host) }
        return true
    }
}

extension Span where Element == UInt8 {
    /// Visits the elements of a Forwarded value from left to right. Returns false at the first that is malformed: what comes
    /// after it in the same value could be read in more than one way. A pair in a quoted string stays as it is, since no
    /// node, scheme or host has one.
    func forEachForwardedElement(in range: Range<Int>, _ visit: (ForwardedElement) -> Void) -> Bool {
        var element = ForwardedElement()
        var index = range.lowerBound
        while true {
            while index < range.upperBound, self[index].isWhitespace { index += 1 }
            guard index < range.upperBound else { break }
            switch self[index] {
            case Byte.semicolon: index += 1
            case Byte.comma:
                if !element.isEmpty { visit(element) }
                element = ForwardedElement()
                index += 1
            default:
                guard let end = addForwardedPair(in: index..<range.upperBound, to: &element) else { return false }
                index = end
            }
        }
        if !element.isEmpty { visit(element) }
        return true
    }

    /// Reads `name=value` at the start of the range, and returns where it ends: at the end of the range, a semicolon or a
    /// comma. Nil if it is malformed.
    private func addForwardedPair(in range: Range<Int>, to element: inout ForwardedElement) -> Int? {
        let end = range.upperBound
        var index = range.lowerBound
        while index < end, self[index].isToken { index += 1 }
        let name = range.lowerBound..<index
        guard !name.isEmpty, index < end, self[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        var value = index..<index
        if index < end, self[index] == Byte.quote {
            index += 1
            while index < end, self[index] != Byte.quote { index += self[index] == UInt8(ascii: "\\") ? 2 : 1 }
            guard index < end else { return nil }
            value = value.lowerBound + 1..<index
            index += 1
        } else {
            while index < end, self[index].isToken { index += 1 }
            value = value.lowerBound..<index
            guard !value.isEmpty else { return nil }
        }
        guard element.add(extracting(name), value) else { return nil }
        while index < end, self[index].isWhitespace { index += 1 }
        return index == end || self[index] == Byte.semicolon || self[index] == Byte.comma ? index : nil
    }
}
