import Checks
package import Evidence

extension Quantity {
    /// As the language writes it, its qualifier as a sign: `58,620`, `~10%`, `>50%`; in a word what is not known. A figure has
    /// as many decimals as are printed; a worked-out one that has no last decimal is rounded. `hasSign` is false where it is
    /// said elsewhere that it is a percentage.
    package func text(in language: Language, hasSign: Bool = true) -> String {
        guard isKnown else { return Qualifier.unknown.label[language] }
        let term = term(in: language, hasSign: hasSign)
        return qualifier == .stated ? term : language.leftToRight(term)
    }

    /// The same as a term of arithmetic, which runs from left to right as a whole; `?` for what is not known.
    func term(in language: Language, hasSign: Bool = true) -> String {
        let text = { (number: Number) -> String in
            let (forms, places) = (language.words.numbers, max(unit.decimals, 2))
            // What is about so much is no more exact for being told in another unit.
            let isRounded = isConverted && qualifier == .about
            let number = isRounded ? number.rounded(to: marginPlaces) : number
            let decimals = isRounded ? 0 : self.decimals
            return kind == .percentage && hasSign
                ? forms.percentage(number, decimals: decimals, places: places)
                : forms.text(of: number, decimals: decimals, places: places)
        }
        if let low = range?.low, let high = range?.high { return language.range(from: low, to: high, text) }
        guard let value else { return "?" }
        let number = text(value)
        return switch qualifier {
        case .stated, .between, .unknown: number
        // A tilde and a minus side by side would look like one sign.
        case .about: "~" + (value < .zero ? "\u{A0}" : "") + number
        case .moreThan: ">" + number
        case .lessThan: "<" + number
        case .atLeast: "≥" + number
        case .atMost: "≤" + number
        }
    }
}

extension Quantity {
    /// The places of a value that are worth telling where it may be anything in its interval.
    private var marginPlaces: Int {
        guard let low = interval.low, let high = interval.high else { return 0 }
        return (0..<Unit.mostDecimals).first { Number(digits: 1, scale: $0) <= high - low } ?? Unit.mostDecimals
    }
}

extension Figure {
    /// As the language writes it: one quantity, or the range of several.
    package func text(in language: Language) -> String {
        if qualifier != nil, let quantity = claims.first?.quantity { return quantity.text(in: language) }
        return language.range(interval) ?? "?"
    }
}
