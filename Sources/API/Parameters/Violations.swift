package import Archive
import Evidence
import Foundations
import HTTPCore
import Loading
package import Problems
import Wording

extension Problem {
    /// The maximum number of violations reported, and of accepted values listed: a response must not be much larger
    /// than its request.
    private static let most = 20
    private static let mostAccepted = 64

    /// Returns a 400 with the distinct violations, of which the first says what is wrong.
    package static func badRequest(_ found: [Violation]) -> Problem {
        var violations: [Violation] = []
        for violation in found where violations.count < most && !violations.contains(violation) {
            var violation = violation
            let isRepeated = violations.contains {
                $0.parameter == violation.parameter || $0.accepts == violation.accepts
            }
            violation.accepts = isRepeated ? .nothing : violation.accepts.prefix(mostAccepted)
            violations.append(violation)
        }
        return Problem(.badRequest, errors: violations)
    }
}

extension Problem.Violation {
    /// The names that other services use for our parameters.
    private static let names = [
        "language": "lang", "locale": "lang", "hl": "lang", "page": "cursor", "offset": "cursor", "per_page": "limit",
        "pagesize": "limit", "size": "limit", "count": "limit", "search": "q", "query": "q", "text": "q",
        "since": "from", "until": "to", "order": "sort", "orderby": "sort", "select": "fields",
    ]
    fileprivate static let truths = ["yes": "true", "1": "true", "": "true", "no": "false", "0": "false"]

    /// The names that other services use for a time within which the records lie, which is `from` and `to` here.
    private static let times: Set = [
        "date", "dates", "year", "years", "month", "day", "decade", "century", "period", "time", "when", "during", "on",
    ]
    /// The maximum length of a time that is repeated in a suggestion, in bytes.
    private static let longestTime = 64

    /// Returns the violation for a parameter that does not exist; `value` is what was given for it.
    static func unknown(_ name: String, value: String = "", _ known: [String]) -> Problem.Violation {
        let other = range(name, value, known) ?? names[name.lowercased()].flatMap { known.contains($0) ? $0 : nil }
        let detail =
            name == "format"
            ? [Sentence(.problemParameter), Sentence(.problemSuffix)]
            : Sentence(.problemParameter).asking(other ?? nearest(to: name, in: known))
        return .init(parameter: name, detail, accepts: .values(known))
    }

    /// Returns the range that was probably meant by a parameter such as `year=1944`, or the name of its lower end where the
    /// value is no date; nil for other parameters, and where there are no ranges of time.
    private static func range(_ name: String, _ value: String, _ known: [String]) -> String? {
        guard times.contains(name.lowercased()), known.contains("from"), known.contains("to") else { return nil }
        let isShortYear = (1..<4).contains(value.utf8.count) && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let date = isShortYear ? String(repeating: "0", count: 4 - value.utf8.count) + value : value
        guard date.utf8.count <= longestTime, (try? EDTF(date)) != nil else { return "from" }
        let escaped = PercentEncoding.encode(date, keeping: ",:/")
        return "from=\(escaped)&to=\(escaped)"
    }

    package static func value(_ value: String, of parameter: Parameter) -> Problem.Violation {
        let truth = truths[value.lowercased()].flatMap { parameter.accepts.values.contains($0) ? $0 : nil }
        return .init(
            parameter: parameter.name,
            Sentence(.problemValue, ["value": value]).asking(truth ?? parameter.spellings.nearest(to: value)),
            accepts: parameter.accepts)
    }

    /// Creates the violation for a fault that a table found in a query.
    package init(_ fault: QueryError.Fault, known: [Parameter], suggests: Bool = true) {
        let accepts = known.first { $0.name == fault.parameter }?.accepts ?? .nothing
        let detail: [Sentence] =
            switch fault.reason {
            case .unknownFilter(_, let names):
                Problem.Violation.unknown(fault.parameter, names).detail
            case .value(let value, _, let nearest):
                correction(of: value, accepts: accepts.values, nearest)
            case .date(let value, let error):
                error.sentence(on: value).asking(suggests ? error.suggestion(for: value) : nil)
            case .unknownFacet(let name, let nearest, _): Sentence(.problemFacet, ["name": name]).asking(nearest)
            case .above(let upper): [Sentence(.problemAbove, ["other": upper])]
            case .unknownSort(let key, let nearest, _): Sentence(.problemSort, ["key": key]).asking(nearest)
            case .malformedCursor: [Sentence(.problemCursor)]
            case .cursorOfAnotherQuery: [Sentence(.problemCursorQuery)]
            case .cursorOfAnotherVersion: [Sentence(.problemCursorVersion)]
            case .limit(let limit, let range): [.outside(range, limit)]
            }
        switch fault.reason {
        case .unknownFilter(_, let names), .unknownFacet(_, _, let names):
            self.init(parameter: fault.parameter, detail, accepts: .values(names))
        default: self.init(parameter: fault.parameter, detail, accepts: accepts)
        }
    }
}

extension EDTFError {
    /// Returns what is wrong with a value. Positions count from 1.
    fileprivate func sentence(on value: String) -> Sentence {
        switch self {
        case .syntax(let position):
            Sentence(.problemDateSyntax, ["value": value, "position": "\(position + 1)"])
        case .noSuchDay: Sentence(.problemDateDay, ["value": value])
        case .notTaken: Sentence(.problemDateYear, ["value": value])
        case .reversed: Sentence(.problemDateReversed, ["value": value])
        }
    }
}

/// Returns that a filter does not accept a value, and what was probably meant by it.
private func correction(of value: String, accepts: [String], _ nearest: String?) -> [Sentence] {
    let refused = Sentence(.problemValue, ["value": value])
    let digits = value.filter { !",\u{A0}\u{202F} ".contains($0) }
    if digits != value, Number(numeral: digits) != nil {
        return [refused, Sentence(.problemDigits, ["digits": digits])]
    }
    if value.contains(",") { return [refused, Sentence(.problemRepeat)] }
    let truth = Problem.Violation.truths[value.lowercased()].flatMap { accepts.contains($0) ? $0 : nil }
    return refused.asking(truth ?? nearest)
}
