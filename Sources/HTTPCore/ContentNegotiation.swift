import Foundations

/// Proactive negotiation (RFC 9110 section 12.5). Each field is read once from start to end, so the cost is linear in
/// its length, whatever a client sends.
package enum ContentNegotiation {
    /// Returns the best of `offered`, media types such as `text/csv` with the server's favourite first; nil if none is
    /// acceptable, which calls for 406.
    ///
    /// For each type the most specific range decides (section 12.5.1); the highest quality wins, then the server's
    /// order. Without an Accept field, or if it has no valid range, the favourite wins.
    package static func mediaType(accept: String?, offered: [String]) -> String? {
        best(accept, offered) { range, type in
            if range.equalsIgnoringCase(type) { return 3 }
            if range.equals("*/*") { return 1 }
            let (slash, star) = (range.count - 2, range.count - 1)
            guard slash >= 0, range[slash] == Byte.slash, range[star] == Byte.star, star <= type.count else {
                return 0
            }
            return range.extracting(..<star).equalsIgnoringCase(type.extracting(..<star)) ? 2 : 0
        }
    }

    /// Returns the best of `offered`, content codings including `identity`; nil if none is acceptable. `identity` is
    /// acceptable unless excluded (section 12.5.3), but any other acceptable coding is preferred to it.
    package static func contentCoding(acceptEncoding: String?, offered: [String]) -> String? {
        let hasIdentity = offered.contains("identity")
        guard let acceptEncoding else { return hasIdentity ? "identity" : nil }
        var (isEmpty, isNamed, isExcluded, isStarExcluded) = (true, false, false, false)
        forEachRange(acceptEncoding) { name, quality in
            isEmpty = false
            if name.equals("*") {
                isStarExcluded = isStarExcluded || quality == 0
            } else if name.equalsIgnoringCase("identity") {
                isNamed = isNamed || quality > 0
                isExcluded = isExcluded || quality == 0
            }
        }
        if !isEmpty {
            let coded = best(acceptEncoding, offered) { range, coding in
                range.equalsIgnoringCase(coding) ? 2 : range.equals("*") ? 1 : 0
            }
            if let coded { return coded }
        }
        return hasIdentity && !isExcluded && (!isStarExcluded || isNamed) ? "identity" : nil
    }

    /// Returns the tag of `offered` that lookup finds (RFC 4647 section 3.4), or the first one if nothing matches, so
    /// that there is always a language.
    ///
    /// Ranges are truncated from the end until they match a tag. The first range of the highest quality decides, and
    /// among the tags it matches the longest is taken. A tag excluded by quality 0, as in `lt;q=0`, is never chosen.
    package static func language(acceptLanguage: String?, offered: [String]) -> String? {
        let tags = offered.map { $0.utf8.map(\.lowercased) }
        var isExcluded = [Bool](repeating: false, count: tags.count)
        forEachRange(acceptLanguage) { range, quality in
            guard quality == 0 else { return }
            for (index, tag) in tags.enumerated() where range.equalsIgnoringCase(tag.span) { isExcluded[index] = true }
        }
        let allowed = tags.enumerated().filter { !isExcluded[$0.offset] }
        var best: (place: Int, quality: Int)?
        forEachRange(acceptLanguage) { range, quality in
            guard quality > best?.quality ?? 0 else { return }
            if range.equals("*"), let first = allowed.first { best = (first.offset, quality) }
            var longest = 0
            for (place, tag) in allowed where tag.count > longest && range.isShortened(to: tag.span) {
                longest = tag.count
                best = (place, quality)
            }
        }
        return (best?.place ?? allowed.first?.offset).map { offered[$0] } ?? offered.first
    }

    /// Returns the first of `offered` whose decisive range has the highest quality above 0, or simply the first if
    /// there is no range. `specificity` gets a range and an offered name in lower case, and returns 0 if they do not
    /// match.
    private static func best(
        _ value: String?, _ offered: [String], specificity: (Span<UInt8>, Span<UInt8>) -> Int
    ) -> String? {
        let names = offered.map { $0.utf8.map(\.lowercased) }
        var decisive = [(specificity: Int, quality: Int)](repeating: (0, 0), count: names.count)
        var isEmpty = true
        forEachRange(value) { range, quality in
            isEmpty = false
            for (index, name) in names.enumerated() {
                let specificity = specificity(range, name.span)
                if specificity > decisive[index].specificity { decisive[index] = (specificity, quality) }
            }
        }
        if isEmpty { return offered.first }
        var best: (place: Int, quality: Int)?
        for (place, (_, quality)) in decisive.enumerated() where quality > best?.quality ?? 0 {
            best = (place, quality)
        }
        return best.map { offered[$0.place] }
    }

    /// Visits each valid member with its quality in thousandths. Parameters other than `q` are ignored, and so are
    /// members whose `q` is malformed.
    private static func forEachRange(_ value: String?, _ visit: (Span<UInt8>, Int) -> Void) {
        guard let value else { return }
        let bytes = Array(value.utf8).span
        bytes.forEachListMember(in: 0..<bytes.count) { member in
            var name: Range<Int>?
            var quality: Int? = 1000
            bytes.forEachListMember(in: member, separatedBy: Byte.semicolon) { part in
                if name == nil {
                    name = part
                } else if part.count >= 2, bytes.extracting(part).extracting(..<2).equalsIgnoringCase("q=") {
                    quality = thousandths(bytes.extracting(part.dropFirst(2)))
                }
                return true
            }
            if let name, let quality { visit(bytes.extracting(name), quality) }
            return true
        }
    }

    /// Parses a qvalue, 0 to 1 with up to three decimals, as thousandths (RFC 9110 section 12.4.2).
    private static func thousandths(_ bytes: Span<UInt8>) -> Int? {
        guard (1...5).contains(bytes.count), bytes[0] == 0x30 || bytes[0] == 0x31 else { return nil }
        guard bytes.count == 1 || bytes[1] == UInt8(ascii: ".") else { return nil }
        var value = bytes[0] == 0x31 ? 1 : 0
        for index in 2..<5 {
            let digit = index < bytes.count ? bytes[index] : 0x30
            guard digit.isDigit else { return nil }
            value = value * 10 + Int(digit &- 0x30)
        }
        return value <= 1000 ? value : nil
    }
}

extension Span where Element == UInt8 {
    /// Whether this language range equals `tag`, given in lower case, or can be truncated to it. A single-letter subtag
    /// is removed along with the subtag after it, so a range is never truncated to a tag that ends in one (RFC 4647
    /// section 3.4).
    fileprivate func isShortened(to tag: Span<UInt8>) -> Bool {
        guard !tag.isEmpty, count >= tag.count, extracting(..<tag.count).equalsIgnoringCase(tag) else { return false }
        let hyphen = UInt8(ascii: "-")
        return count == tag.count || (self[tag.count] == hyphen && (tag.count < 2 || tag[tag.count - 2] != hyphen))
    }
}
