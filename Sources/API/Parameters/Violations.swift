package import Archive
import Evidence
import Foundations
package import HTTPCore

extension Problem {
    /// The maximum number of violations reported, and of accepted values listed: a response must not be much larger
    /// than its request.
    private static let most = 20
    private static let mostAccepted = 64

    /// Returns a 400 with the distinct violations; the first is its detail.
    package static func badRequest(_ found: [Violation]) -> Problem {
        var violations: [Violation] = []
        for violation in found where violations.count < most && !violations.contains(violation) {
            var violation = violation
            let isRepeated = violations.contains {
                $0.parameter == violation.parameter || $0.accepts == violation.accepts
            }
            violation.accepts = isRepeated ? [] : Array(violation.accepts.prefix(mostAccepted))
            violations.append(violation)
        }
        let detail = violations.first.map { violation in
            violation.parameter.map { "\($0): \(violation.detail)" } ?? violation.detail
        }
        return Problem(.badRequest, detail: detail, errors: violations)
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
        let meant =
            name == "format"
            ? " The format is a suffix of the path: .json, .csv."
            : Hint.sentence(other ?? nearest(to: name, in: known))
        return .init(parameter: name, detail: "There is no such parameter." + meant, accepts: known)
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
        let truth = truths[value.lowercased()].flatMap { parameter.accepts.contains($0) ? $0 : nil }
        let detail = "“\(value)” is not accepted." + Hint.sentence(truth ?? parameter.spellings.nearest(to: value))
        return .init(parameter: parameter.name, detail: detail, accepts: parameter.accepts)
    }

    /// Creates the violation for a fault that a table found in a query.
    package init(_ fault: QueryError.Fault, known: [Parameter]) {
        let accepts = known.first { $0.name == fault.parameter }?.accepts ?? []
        switch fault.reason {
        case .unknownFilter(_, let names):
            self = .unknown(fault.parameter, names)
        case .value(let value, _, let nearest):
            self.init(
                parameter: fault.parameter,
                detail: "“\(value)” is not accepted."
                    + correction(of: value, accepts: accepts, nearest),
                accepts: accepts)
        case .date(let value, let error):
            self.init(
                parameter: fault.parameter, detail: "“\(value)” is not accepted: \(error.sentence(about: value))",
                accepts: accepts)
        case .unknownFacet(let name, let nearest, let names):
            self.init(
                parameter: fault.parameter, detail: "There are no facets by “\(name)”." + Hint.sentence(nearest),
                accepts: names)
        case .above(let upper):
            self.init(
                parameter: fault.parameter, detail: "It is above \(upper), so nothing can match.", accepts: accepts
            )
        case .unknownSort(let key, let nearest, _):
            self.init(
                parameter: "sort", detail: "There is no sort key “\(key)”." + Hint.sentence(nearest), accepts: accepts)
        case .malformedCursor:
            self.init(parameter: "cursor", detail: "This is not a valid cursor.", accepts: accepts)
        case .cursorOfAnotherQuery:
            self.init(parameter: "cursor", detail: "This cursor belongs to another query.", accepts: accepts)
        case .cursorOfAnotherVersion:
            self.init(
                parameter: "cursor", detail: "This cursor belongs to another version of the dataset.", accepts: accepts)
        case .limit(let limit, let range):
            self.init(
                parameter: "limit", detail: "\(limit) is outside \(range.lowerBound)…\(range.upperBound).",
                accepts: accepts)
        }
    }
}

/// Returns what was probably meant by a value that a filter does not accept.
private func correction(of value: String, accepts: [String], _ nearest: String?) -> String {
    let digits = value.filter { !",\u{A0}\u{202F} ".contains($0) }
    if digits != value, Number(numeral: digits) != nil {
        return " Write \(digits), without separators between the digits."
    }
    if value.contains(",") { return " For several values, repeat the parameter." }
    let truth = Problem.Violation.truths[value.lowercased()].flatMap { accepts.contains($0) ? $0 : nil }
    return Hint.sentence(truth ?? nearest)
}
