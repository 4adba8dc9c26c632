/// What the letters from U+0180 to U+1FFF fold to: the scripts of nearly all languages that are written with an alphabet.
struct FoldedLetters: Sendable {
    static let scalars = UInt32(0x180)..<0x2000

    /// Letters that lose a mark, or a form that depends on their place in a word, each after the letter that it folds to.
    /// Most are the canonical decompositions of Unicode, without which a text would be found only as composed as it was
    /// typed. The others are what readers do not tell apart when they search: the final forms of Greek and Hebrew, and
    /// the letters that Arabic and Persian write alike.
    private static let like = """
        aǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ bḃḅḇ cḉ dḋḍḏḑḓ eȅȇȩḕḗḙḛḝẹẻẽếềểễệ fḟ gǧǵḡ hȟḣḥḧḩḫẖ iǐȉȋḭḯỉị jǰ kǩḱḳḵ lḷḹḻḽ \
        mḿṁṃ nǹṅṇṉṋ oơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợǿ pṕṗ rȑȓṙṛṝṟ sșṡṣṥṧṩẛ tțṫṭṯṱẗ uưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự vṽṿ \
        wẁẃẅẇẉẘ xẋẍ yȳẏẙỳỵỷỹ zẑẓẕ æǣǽ ʒǯ αάἀἁἂἃἄἅἆἇὰ\u{1F71}ᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ εέἐἑἒἓἔἕὲ\u{1F73} \
        ηήἠἡἢἣἤἥἦἧὴ\u{1F75}ᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ ιΐίϊἰἱἲἳἴἵἶἷὶ\u{1F77}\u{1FBE}ῐῑῒ\u{1FD3}ῖῗ οόὀὁὂὃὄὅὸ\u{1F79} \
        ρῤῥ σς υΰϋύὐὑὒὓὔὕὖὗὺ\u{1F7B}ῠῡῢ\u{1FE3}ῦῧ ωώὠὡὢὣὤὥὦὧὼ\u{1F7D}ᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ аӑӓ гѓ еѐёӗ жӂӝ зӟ \
        ийѝӣӥ кќ оӧ уўӯӱӳ чӵ ыӹ эӭ ії ѵѷ әӛ өӫ כך מם נן פף צץ اآأإٱ كک هة وؤ يئىی ہۂ ےۓ ەۀ \
        \u{915}\u{958} \u{916}\u{959} \u{917}\u{95A} \u{91C}\u{95B} \u{921}\u{95C} \u{922}\u{95D} \
        \u{928}\u{929} \u{92B}\u{95E} \u{92F}\u{95F} \u{930}\u{931} \u{933}\u{934} \u{9A1}\u{9DC} \
        \u{9A2}\u{9DD} \u{9AF}\u{9DF} \u{A16}\u{A59} \u{A17}\u{A5A} \u{A1C}\u{A5B} \u{A2B}\u{A5E} \
        \u{A32}\u{A33} \u{A38}\u{A36} \u{B21}\u{B5C} \u{B22}\u{B5D} \u{F40}\u{F69} \u{F42}\u{F43} \
        \u{F4C}\u{F4D} \u{F51}\u{F52} \u{F56}\u{F57} \u{F5B}\u{F5C} \u{1025}\u{1026} \u{B47}\u{B48} \
        \u{DD9}\u{DDA} \u{2B9}\u{374}
        """

    /// The folded scalar of each, by its distance from the first; 0 for one that folds to nothing.
    private let folded: [UInt16]

    static let all = FoldedLetters()

    private init() {
        var folded = FoldedLetters.scalars.map { value in
            Unicode.Scalar(value).flatMap(\.withoutCase).map { UInt16(truncatingIfNeeded: $0.value) } ?? 0
        }
        var bases: [UInt16: UInt16] = [:]
        for letters in FoldedLetters.like.split(separator: " ") {
            let values = letters.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
            for value in values.dropFirst() { bases[value] = values[0] }
        }
        for (place, value) in folded.enumerated() { folded[place] = bases[value] ?? value }
        self.folded = folded
    }

    /// Returns what a scalar folds to; nil if that is nothing.
    func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let place = Int(scalar.value) - Int(FoldedLetters.scalars.lowerBound)
        guard folded.indices.contains(place) else { return scalar }
        let value = folded[place]
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}

extension Unicode.Scalar {
    /// The scalar in lower case, and a digit of any script as one of 0 to 9; nil for what is written on, under or between
    /// letters without being one: a combining mark, the tatweel that makes an Arabic word longer, and the marks that make
    /// Hebrew letters an abbreviation or a number.
    var withoutCase: Unicode.Scalar? {
        switch value {
        case 0x5F3, 0x5F4, 0x640: return nil
        // The wide Latin letters of Chinese and Japanese texts.
        case 0xFF21...0xFF3A: return Unicode.Scalar(value - 0xFF21 + 0x61)
        case 0xFF41...0xFF5A: return Unicode.Scalar(value - 0xFF41 + 0x61)
        default: break
        }
        if properties.generalCategory == .nonspacingMark { return nil }
        if properties.numericType == .decimal, let digit = properties.numericValue, (0...9).contains(digit) {
            return Unicode.Scalar(0x30 + UInt32(digit))
        }
        return properties.lowercaseMapping.unicodeScalars.first ?? self
    }

    /// Whether this is a letter of a script without spaces between words: each is a word of its own, and those that
    /// follow each other are looked for as a phrase.
    var isWord: Bool {
        switch value {
        // Han, hiragana and katakana.
        case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        // Thai, Lao, Burmese and Khmer.
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: true
        default: false
        }
    }
}
