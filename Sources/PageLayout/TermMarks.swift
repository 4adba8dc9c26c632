import Archive
import Evidence
import Foundations
import Wording

/// Marks, in the content of a page, the place where each term of the dataset first stands in its prose. A mark is a button
/// that shows what the term means, without a script.
///
/// The cost is in proportion to the page's length.
struct TermMarks {
    private let glossary: Glossary
    /// What is between these is a source's word, not the page's.
    private let quotation: (open: [UInt8], close: [UInt8])
    private var place = ProsePlace()
    private var isMarked: [Bool]
    /// The positions of the terms that have been marked, in order.
    private(set) var marked: [Int] = []

    init(_ glossary: Glossary, in language: Language) {
        self.glossary = glossary
        let marks = language.words.quotation
        quotation = (Array((marks.first ?? "").utf8), Array((marks.last ?? "").utf8))
        isMarked = Array(repeating: false, count: glossary.terms.count)
    }

    /// Returns the id of the element that says what a term means. No record has such an id.
    static func target(_ id: String) -> String { "term_" + id }

    /// Appends content to a page, with its marks.
    mutating func append(_ content: [UInt8], to page: inout [UInt8]) {
        var rest = content[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            append(text: rest[..<start], to: &page)
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return page += rest[start...] }
            let tag = rest[start...end]
            place.read(tag)
            page += tag
            rest = rest[(end + 1)...]
        }
        append(text: rest, to: &page)
    }

    private mutating func append(text: ArraySlice<UInt8>, to page: inout [UInt8]) {
        guard place.isProse else { return page += text }
        var start = text.startIndex
        for use in glossary.uses(in: prose(of: text)) where !isMarked[use.term] {
            isMarked[use.term] = true
            marked.append(use.term)
            let (lower, upper) = (text.startIndex + use.range.lowerBound, text.startIndex + use.range.upperBound)
            page += text[start..<lower]
            page.append("<button type=\"button\" class=\"term\" popovertarget=\"")
            page.append(escaping: TermMarks.target(glossary.terms[use.term].id))
            page.append("\">")
            page += text[lower..<upper]
            page.append("</button>")
            start = upper
        }
        page += text[start...]
    }

    /// Returns the text with blanks in place of character references and of what stands in quotation marks, byte by byte.
    private func prose(of text: ArraySlice<UInt8>) -> String {
        var bytes = Array(text)
        var place = 0
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "&")) {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.endIndex - 1
            bytes.blank(start...end)
            place = end + 1
        }
        place = 0
        while let start = bytes.firstPlace(of: quotation.open, from: place),
            let end = bytes.firstPlace(of: quotation.close, from: start + quotation.open.count)
        {
            bytes.blank(start...end + quotation.close.count - 1)
            place = end + quotation.close.count
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate mutating func blank(_ range: ClosedRange<Int>) {
        for place in range { self[place] = UInt8(ascii: " ") }
    }

    /// Returns where `mark` next stands; nil if it is empty.
    fileprivate func firstPlace(of mark: [UInt8], from start: Int) -> Int? {
        guard let first = mark.first, start < count else { return nil }
        return self[start...].indices.first { self[$0] == first && self[$0...].starts(with: mark) }
    }
}
