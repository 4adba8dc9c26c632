import Foundations
import Wording

extension [UInt8] {
    /// Appends a text to the content of an element. What is marked in it becomes an element with its language and its
    /// direction, which is that of the page, `isRightToLeft`, where the mark does not tell another. No line ends within a range,
    /// nor between a number and its word.
    mutating func append(content text: String, isRightToLeft: Bool) {
        let text = text.withWholeRanges
        guard MarkedText.isMarked(text) else { return append(escapingWithWholeNumbers: text) }
        // For each open element, whether the mark is in an isolate, whose end goes with it.
        var open: [Bool] = []
        var run = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let isolate = MarkedText.direction(of: scalar)
            if scalar == MarkedText.Sign.start || (isolate != nil && rest.first == MarkedText.Sign.start) {
                flush(&run)
                if isolate != nil { rest.removeFirst() }
                start(&rest, isRightToLeft: isolate ?? isRightToLeft)
                open.append(isolate != nil)
            } else if scalar == MarkedText.Sign.end, let hasIsolate = open.popLast() {
                flush(&run)
                append("</bdi>")
                if hasIsolate, rest.first == MarkedText.Sign.endOfIsolate { rest.removeFirst() }
            } else {
                run.append(scalar)
            }
        }
        flush(&run)
        for _ in open { append("</bdi>") }
    }

    private mutating func flush(_ run: inout String.UnicodeScalarView) {
        append(escapingWithWholeNumbers: String(run))
        run.removeAll()
    }

    /// Appends the start of the element, and takes the language from the rest of the text.
    private mutating func start(_ rest: inout Substring.UnicodeScalarView, isRightToLeft: Bool) {
        var tag = String.UnicodeScalarView()
        while let scalar = rest.first, let letter = MarkedText.Sign.ascii(scalar) {
            tag.append(letter)
            rest.removeFirst()
        }
        append("<bdi")
        if !tag.isEmpty {
            append(" lang=\"")
            append(escaping: String(tag))
            append("\"")
        }
        append(isRightToLeft ? " dir=\"rtl\">" : " dir=\"ltr\">")
    }
}

extension MarkedText {
    /// Returns whether an isolate that begins with this scalar runs from right to left; nil if none begins.
    fileprivate static func direction(of scalar: Unicode.Scalar) -> Bool? {
        scalar == Sign.rightToLeft ? true : scalar == Sign.leftToRight ? false : nil
    }
}
