/// The contents of a record in one block of memory: lists that it may share with others, followed by its own texts in
/// UTF-8, each preceded by its length in bytes.
struct PackedFields: Sendable {
    /// The fields that other records may share.
    struct Lists: Hashable {
        let category: String
        let actors, places, statistics, sources: [String]
        let languages: [LanguageTag]
    }

    private struct Header {
        let lists: Lists
        let count: Int
    }

    // Safe, because nothing writes to the storage after `init`.
    private nonisolated(unsafe) let storage: ManagedBuffer<Header, UInt8>

    init(_ writer: Writer, _ lists: Lists) {
        let bytes = writer.bytes
        storage = .create(minimumCapacity: bytes.count) { _ in Header(lists: lists, count: bytes.count) }
        storage.withUnsafeMutablePointerToElements { target in
            bytes.withUnsafeBufferPointer { source in
                if let start = source.baseAddress { target.initialize(from: start, count: source.count) }
            }
        }
    }

    var lists: Lists { storage.header.lists }

    /// Returns what `body` reads after the first `texts` texts.
    func read<Value>(after texts: Int, _ body: (inout Reader) -> Value) -> Value {
        storage.withUnsafeMutablePointers { header, elements in
            // The pointer does not escape from the closure.
            var reader = Reader(bytes: UnsafeBufferPointer(start: elements, count: header.pointee.count))
            for _ in 0..<texts { reader.skip() }
            return body(&reader)
        }
    }

    /// A writer that appends fields one after another.
    struct Writer {
        private(set) var bytes: [UInt8] = []

        init() { bytes.reserveCapacity(512) }

        mutating func append(_ text: String) {
            append(text.utf8.count)
            if !text.isEmpty { bytes += text.utf8 }
        }

        /// Appends the text in each of the languages; an empty one where it is missing.
        mutating func append(_ text: LocalizedText, in languages: [LanguageTag]) {
            for text in text.texts(in: languages) { append(text) }
        }

        /// Appends seven bits per byte, the lowest first; all bytes but the last have the eighth bit set.
        mutating func append(_ number: Int) {
            var rest = UInt(bitPattern: number)
            while rest > 0x7F {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
        }

        /// Appends all of a citation except its source; its paraphrase in `languages`.
        mutating func append(_ citation: Citation, in languages: [LanguageTag]) {
            append(citation.locator)
            append(citation.printed.count)
            for token in citation.printed { append(token) }
            append((citation.paraphrase == nil ? 0 : 1) + (citation.quotation == nil ? 0 : 2))
            if let paraphrase = citation.paraphrase { append(paraphrase, in: languages) }
            if let quotation = citation.quotation {
                append(quotation.text)
                append(quotation.language)
            }
        }

        /// Appends paragraph and sentence, 0 for none, and the other parts by the positions of their labels.
        private mutating func append(_ locator: Locator) {
            append(locator.paragraph ?? 0)
            append(locator.sentence ?? 0)
            append(locator.named.count)
            for part in locator.named {
                append(Locator.Label.allCases.firstIndex(of: part.label) ?? 0)
                append(part.value)
            }
        }
    }

    /// A reader of fields in the order in which they were written. Past the end, it reads zeros and empty texts.
    struct Reader {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        private var position = 0

        fileprivate init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func number() -> Int {
            var (number, shift): (UInt, UInt) = (0, 0)
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                number |= UInt(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            return Int(bitPattern: number)
        }

        mutating func skip() { _ = range() }

        mutating func text() -> String {
            String(decoding: UnsafeBufferPointer(rebasing: bytes[range()]), as: UTF8.self)
        }

        mutating func localizedText(in languages: [LanguageTag]) -> LocalizedText {
            LocalizedText(in: languages) { _ in text() }
        }

        mutating func citation(of source: String, in languages: [LanguageTag]) -> Citation {
            let locator = locator()
            var printed: [String] = []
            for _ in 0..<max(0, number()) { printed.append(text()) }
            let more = number()
            let paraphrase = more & 1 == 0 ? nil : localizedText(in: languages)
            guard more & 2 != 0 else {
                return Citation(source: source, locator: locator, printed: printed, paraphrase: paraphrase)
            }
            let words = text()
            return Citation(
                source: source, locator: locator, printed: printed, paraphrase: paraphrase,
                quotation: Quotation(words, in: text()))
        }

        private mutating func locator() -> Locator {
            let paragraph = number()
            let sentence = number()
            let count = number()
            guard count > 0 else { return Locator(paragraph: paragraph, sentence: sentence) }
            let labels = Locator.Label.allCases
            var parts: [Locator.Part] = []
            for _ in 0..<min(count, labels.count) {
                let place = number()
                let value = text()
                if labels.indices.contains(place) { parts.append(Locator.Part(labels[place], value)) }
            }
            return Locator(paragraph: paragraph, sentence: sentence, parts)
        }

        private mutating func range() -> Range<Int> {
            let count = number()
            let start = position
            position += min(max(0, count), bytes.count - start)
            return start..<position
        }
    }
}

extension PackedFields: Equatable {
    static func == (left: PackedFields, right: PackedFields) -> Bool {
        guard left.storage !== right.storage else { return true }
        return left.lists == right.lists
            && left.read(after: 0) { mine in right.read(after: 0) { mine.bytes.elementsEqual($0.bytes) } }
    }
}
