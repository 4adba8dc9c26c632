/// Proactive negotiation (RFC 9110 section 12.5).
package enum ContentNegotiation {
    /// The best of `offered`, types such as `text/csv`, the server's favourite first; nil where none is acceptable,
    /// which is 406. For each type the most specific range decides (section 12.5.1), then the highest quality wins,
    /// then the server's order. Without Accept, or with one that names no valid range, the favourite.
    package static func mediaType(accept: String?, offered: [String]) -> String? {
        best(ranges(accept), offered) { range, type in
            if range == type { return 3 }
            if range == "*/*" { return 1 }
            guard range.hasSuffix("/*"), type.hasPrefix(range.dropLast()) else { return nil }
            return 2
        }
    }

    /// The best of `offered` content codings, `identity` among them; nil where none is acceptable. Identity is
    /// acceptable unless excluded (section 12.5.3), but only chosen last.
    package static func contentCoding(acceptEncoding: String?, offered: [String]) -> String? {
        guard let acceptEncoding else { return offered.contains("identity") ? "identity" : nil }
        let ranges = ranges(acceptEncoding)
        let excluded = ranges.contains { $0.name == "identity" && $0.quality == 0 }
        let starExcluded = ranges.contains { $0.name == "*" && $0.quality == 0 }
        let named = ranges.contains { $0.name == "identity" && $0.quality > 0 }
        let coded =
            ranges.isEmpty
            ? nil
            : best(ranges, offered) { range, coding in range == coding ? 2 : range == "*" ? 1 : nil }
        if let coded { return coded }
        return offered.contains("identity") && !excluded && (!starExcluded || named) ? "identity" : nil
    }

    /// The tag of `offered` found by lookup (RFC 4647 section 3.4): ranges by falling quality, each shortened from the
    /// end until it fits; never an excluded one, as by `lt;q=0`. The first offered where nothing fits, so that there is
    /// always a language.
    package static func language(acceptLanguage: String?, offered: [String]) -> String? {
        let ranges = ranges(acceptLanguage)
        let excluded = ranges.filter { $0.quality == 0 }.map(\.name)
        let allowed = offered.filter { !excluded.contains($0.lowercased()) }
        let wanted = ranges.enumerated().filter { $0.element.quality > 0 }.sorted { left, right in
            (right.element.quality, left.offset) < (left.element.quality, right.offset)
        }
        for range in wanted.map(\.element.name) {
            if range == "*" {
                if let first = allowed.first { return first }
                continue
            }
            var subtags = range.split(separator: "-")
            while !subtags.isEmpty {
                let prefix = subtags.joined(separator: "-")
                if let found = allowed.first(where: { $0.lowercased() == prefix }) { return found }
                subtags.removeLast()
                // A single letter or digit introduces what followed it: it goes along.
                if let last = subtags.last, last.utf8.count == 1 { subtags.removeLast() }
            }
        }
        return allowed.first ?? offered.first
    }

    /// A range and its quality in thousandths.
    private struct Range {
        let name: String
        let quality: Int
    }

    private static func best(
        _ ranges: [Range], _ offered: [String], specificity: (String, String) -> Int?
    ) -> String? {
        guard !ranges.isEmpty else { return offered.first }
        var best: (offer: String, quality: Int)?
        for offer in offered {
            var decisive: (specificity: Int, quality: Int)?
            for range in ranges {
                guard let specificity = specificity(range.name, offer.lowercased()) else { continue }
                if specificity > decisive?.specificity ?? 0 { decisive = (specificity, range.quality) }
            }
            if let decisive, decisive.quality > best?.quality ?? 0 { best = (offer, decisive.quality) }
        }
        return best?.offer
    }

    /// The valid members, names in lower case. Parameters but `q` are ignored; a member whose `q` is malformed is, too.
    private static func ranges(_ value: String?) -> [Range] {
        guard let value else { return [] }
        let octets = Array(value.utf8).span
        var ranges: [Range] = []
        octets.forEachListMember(in: 0..<octets.count) { member in
            let parts = octets.text(member).split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let name = parts.first, !name.isEmpty else { return true }
            var quality: Int? = 1000
            for part in parts.dropFirst() where part.lowercased().hasPrefix("q=") {
                quality = thousandths(part.dropFirst(2))
            }
            if let quality { ranges.append(Range(name: name.lowercased(), quality: quality)) }
            return true
        }
        return ranges
    }

    /// A qvalue: `0`, `1`, and up to three decimals (RFC 9110 section 12.4.2).
    private static func thousandths(_ text: Substring) -> Int? {
        let octets = Array(text.utf8)
        guard let whole = octets.first, whole == 0x30 || whole == 0x31, octets.count <= 5 else { return nil }
        guard octets.count == 1 || octets[1] == UInt8(ascii: ".") else { return nil }
        var value = whole == 0x31 ? 1 : 0
        for index in 2..<5 {
            let digit = index < octets.count ? octets[index] : 0x30
            guard digit.isDigit else { return nil }
            value = value * 10 + Int(digit &- 0x30)
        }
        return value <= 1000 ? value : nil
    }
}
