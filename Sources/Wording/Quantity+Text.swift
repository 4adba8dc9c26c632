import Checks
package import Evidence

extension Quantity {
    /// As the language writes it, its qualifier as a sign: `58,620`, `~10%`, `>50%`; `?` for what is not known.
    package func text(in language: Language) -> String {
        let term = term(in: language)
        return qualifier == .stated ? term : language.leftToRight(term)
    }

    /// The same as a term of arithmetic, which runs from left to right as a whole.
    func term(in language: Language) -> String {
        let text = { (number: Number) -> String in
            let (forms, decimals) = (language.words.numbers, unit.decimals)
            return kind == .percentage
                ? forms.percentage(number, decimals: decimals) : forms.text(of: number, decimals: decimals)
        }
        if let low = range?.low, let high = range?.high { return language.range(from: low, to: high, text) }
        guard let value else { return "?" }
        let number = text(value)
        return switch qualifier {
        case .stated, .between, .unknown: number
        case .about: "~" + number
        case .moreThan: ">" + number
        case .lessThan: "<" + number
        case .atLeast: "≥" + number
        case .atMost: "≤" + number
        }
    }
}

extension Figure {
    /// As the language writes it: one quantity, or the range of several.
    package func text(in language: Language) -> String {
        if qualifier != nil, let quantity = claims.first?.quantity { return quantity.text(in: language) }
        return language.range(interval) ?? "?"
    }
}
