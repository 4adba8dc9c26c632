import Archive
import Charts
import Checks
import Evidence
import PageLayout
import Rendering
import Templates
import Wording

/// The arithmetic of a check: the deciding reading line by line, and all readings on one line each.
struct ArithmeticView {
    struct Line {
        /// The operation on the figure: `+`, `×` or `=`; empty for the first.
        let operation: String
        let term: String
        let amount: String
        /// The values that it may have; nil if there is only one.
        let bounds: String?
        let isResult: Bool
        /// Whether it says how the lines above must compare with those below.
        var isDivider = false
    }

    struct Row {
        let label, sum: String
        let verdict: EmbedPage.VerdictView
        /// By how much it fails, or the remainder.
        let miss: String
    }

    /// The maximum number of readings shown; beyond it they are data rather than text.
    private static let mostRows = 24

    let lines: [Line]
    let hasLines: Bool
    let rows: [Row]
    /// A link with the numbers of readings that are not shown, and of mixed ones; nil if there are none.
    let unshown: LinkView?

    /// Creates the view; nil if there is no arithmetic.
    init?(_ check: Check, _ snapshot: Snapshot, _ page: PageContext) {
        guard let deciding = check.deciding else { return nil }
        let language = page.language
        lines = ArithmeticView.lines(of: deciding, in: check, snapshot, page)
        hasLines = !lines.isEmpty
        rows = check.readings.prefix(ArithmeticView.mostRows).map { Row($0, of: check, snapshot, page) }
        let others = check.unshown(of: rows.count, in: language)
        unshown =
            others.isEmpty
            ? nil
            : LinkView(
                others.joined(separator: ", "),
                page.link(
                    APIPath.below("checks", "\(check.id)/readings"),
                    check.readings.count > rows.count ? [] : [("mixed", "true")]))
    }

    /// Returns which figures are combined.
    fileprivate static func label(
        of reading: Reading, in check: Check, _ snapshot: Snapshot, _ page: PageContext
    ) -> String {
        let label =
            reading.note(in: page.language)
            ?? reading.saidBy(in: page.language, of: check) { page.source($0, in: snapshot).label }
        return label.capitalizedFirst
    }

    private static func lines(
        of reading: Reading, in check: Check, _ snapshot: Snapshot, _ page: PageContext
    ) -> [Line] {
        guard case .amount(let computed) = reading.computed, case .amount(let stated) = reading.stated,
            let whole = reading.sides.last
        else { return [] }
        let (language, words) = (page.language, page.words)
        let equation = check.relation.constraint.equation
        let form = equation?.form
        let terms = { (claims: [Claim], first: String) -> [Line] in
            let told = claims.prefix(PageContext.mostRecords).enumerated().map { place, claim in
                let title = snapshot.statistics[claim.statistic]?.title.marked(for: language) ?? claim.statistic
                let strand = claim.attribution == .main ? "" : " (\(claim.attribution.label[language]))"
                let printed = snapshot.sources[claim.source]?.marked(claim.printed, for: language) ?? claim.printed
                let converted =
                    claim.quantity.isConverted
                    ? " (\(language.words.fill(.chartConvertedFrom, ["printed": printed])))" : ""
                return Line(
                    operation: place == 0 ? first : "+", term: title + strand + converted,
                    amount: claim.quantity.text(in: language), bounds: page.range(claim.quantity.interval),
                    isResult: false)
            }
            guard claims.count > told.count else { return told }
            let others = "… (\(language.format(claims.count - told.count)))"
            return told + [Line(operation: "+", term: others, amount: "", bounds: nil, isResult: false)]
        }
        let arithmetic = Arithmetic(reading, of: check, in: language)
        let result = { (operation: String, term: String, amount: Amount, isStated: Bool?) in
            let point = amount.point.map { point in
                isStated.map { arithmetic.result(point, isStated: $0) } ?? language.format(point)
            }
            return Line(
                operation: operation, term: term, amount: point ?? page.range(amount.interval) ?? "?",
                bounds: point == nil ? nil : page.range(amount.interval), isResult: true)
        }
        let explained = form?.explained
        let isStated = whole.allSatisfy { !$0.quantity.isConverted } && form != .same
        let divider = Line(
            operation: "",
            term: words[
                key(
                    of: explained?.sign ?? .equal,
                    isStated: equation?.text == nil ? isStated : check.isWorkedOut(reading))
            ], amount: "", bounds: nil, isResult: false, isDivider: true)
        var lines: [Line] = []
        if let explained, let sides = arithmetic.sides {
            // What a side is by itself stands there, and is no term of the other.
            let alone = [explained.computed, explained.stated].map { side -> Int? in
                if case .term(let place) = side, reading.sides.indices.contains(place) { place } else { nil }
            }
            let side = { (place: Int?, text: String, amount: Amount, isStated: Bool) in
                place.map { terms(reading.sides[$0], "") } ?? [result("=", text, amount, isStated)]
            }
            lines = reading.sides.indices.filter { !alone.contains($0) }.flatMap { terms(reading.sides[$0], "") }
            lines += side(alone[0], sides.computed, computed, false)
            lines.append(divider)
            lines += side(alone[1], sides.stated, stated, true)
        } else {
            lines = reading.sides.dropLast().enumerated().flatMap { place, claims in
                terms(claims, place == 0 || form == .change ? "" : form?.isProduct == true ? "×" : "+")
            }
            if lines.count > 1 { lines.append(result("=", words["workedOut"], computed, false)) }
            lines.append(divider)
            lines += terms(whole, "")
            if whole.count > 1 { lines.append(result("=", words["statedTogether"], stated, true)) }
        }
        if let difference = reading.difference {
            // Of what fails, as far as it misses, which every line of the page tells.
            let interval = reading.verdict == .consistent ? difference.interval.magnitude : reading.miss
            let size = Amount(
                point: difference.point?.magnitude, interval: interval ?? difference.interval.magnitude)
            lines.append(result("", words["differenceStated"], size, nil))
        }
        return lines
    }
}

extension ArithmeticView.Row {
    init(_ reading: Reading, of check: Check, _ snapshot: Snapshot, _ page: PageContext) {
        label = ArithmeticView.label(of: reading, in: check, snapshot, page)
        sum = Arithmetic(reading, of: check, in: page.language).text
        verdict = .init(reading.verdict, page.language)
        miss = CheckText(check, in: page.language).difference(reading)
    }
}

extension ArithmeticView {
    /// The key of what the lines above it must be to those below.
    private static func key(of sign: Comparison.Sign, isStated: Bool) -> String {
        switch sign {
        case .equal: isStated ? "against" : "mustEqual"
        case .atMost: "atMost"
        case .atLeast: "atLeast"
        case .less: "lessThan"
        case .more: "moreThan"
        }
    }
}

extension ArithmeticView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .list("lines") { $0.lines }, .flag("hasLines") { $0.hasLines }, .list("rows") { $0.rows },
        .flag("isChoice") { $0.rows.count > 1 || !$0.hasLines },
        .optional("unshown") { $0.unshown },
    ]
}

extension ArithmeticView.Line: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("operation") { $0.operation }, .text("term") { $0.term }, .text("amount") { $0.amount },
        .optional("bounds") { $0.bounds }, .flag("isResult") { $0.isResult }, .flag("isDivider") { $0.isDivider },
    ]
}

extension ArithmeticView.Row: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("sum") { $0.sum }, .view("verdict") { $0.verdict },
        .text("miss") { $0.miss },
    ]
}
