import Checks
import Archive
import Evidence
import Rendering
import Wording

/// Parts stacked on one bar against the total on another, with what is missing or too much between their ends: a panel for
/// each reading.
struct StackPicture {
    /// More readings than this say nothing new to the eye.
    private static let most = 3
    /// The most parts of a bar that are told apart.
    private static let mostParts = 48
    private static let barHeight = 18.0
    /// The least distance between the ends of two bars that the eye tells apart.
    private static let leastGap = 8.0

    private let discrepancy: Discrepancy
    private let snapshot: Snapshot
    private let language: Language
    private let readings: [Reading]
    /// Of those that could be drawn.
    private let left: Int
    /// Whether the figures are of several sources, so that each bar has to say whose it is.
    private let isOfSeveral: Bool
    private let scale: NumberScale
    private var canvas: Canvas

    /// nil for what is no comparison of sums, and where a figure is not a number from zero up.
    init?(_ discrepancy: Discrepancy, in snapshot: Snapshot, _ language: Language, _ form: Picture.Form) {
        let check = discrepancy.check
        guard StackPicture.isOfSums(check), let deciding = check.deciding else { return nil }
        let others = check.candidates.filter(StackPicture.isDrawn).sorted { $0.verdict > $1.verdict }
        var seen: Set<[[Quantity]]> = []
        let readings = ([deciding] + others).filter { seen.insert($0.sides.map { $0.map(\.quantity) }).inserted }
        guard StackPicture.isDrawn(deciding) else { return nil }
        self.discrepancy = discrepancy
        self.snapshot = snapshot
        self.language = language
        self.readings = Array(readings.prefix(StackPicture.most))
        left = readings.count - self.readings.count
        isOfSeveral = Set(self.readings.flatMap { $0.sides.joined().map(\.source) }).count > 1
        canvas = Canvas(language, form)
        let plot = canvas.plot
        let amounts = StackPicture.amounts(self.readings)
        scale = NumberScale(
            over: amounts.flatMap { [$0.point, $0.interval.high].compactMap { $0 } }, isFromZero: true,
            isStacked: true, on: plot, fits: { ticks, scale in Canvas.fits(ticks, scale, language, within: plot) })
    }

    private static func isOfSums(_ check: Check) -> Bool {
        switch check.relation.constraint.equation {
        case let equation? where equation.form == .cumulative: equation.sides.contains { $0.count > 1 }
        case let equation?: equation.form == .sum || equation.form == .part
        case nil: false
        }
    }

    private static func isDrawn(_ reading: Reading) -> Bool {
        reading.sides.count == 2
            && reading.sides.allSatisfy { side in
                !side.isEmpty && side.allSatisfy { $0.quantity.point.map { $0 >= .zero } ?? false }
            }
    }

    private static func amount(_ operand: Reading.Operand) -> Amount {
        if case .amount(let amount) = operand { amount } else { .zero }
    }

    private static func amounts(_ readings: [Reading]) -> [Amount] {
        readings.flatMap { [amount($0.computed), amount($0.stated)] }
    }

    /// `id` as `Picture` has it.
    func picture(_ id: String) -> Picture {
        var layout = self
        return layout.draw(id)
    }

    private mutating func draw(_ id: String) -> Picture {
        let identity = snapshot.dataset.identity
        let title = discrepancy.title[language]
        // Figures in other units are brought into the one of those that need not be.
        let claims = readings.first?.sides.reversed().joined()
        let statistic = claims?.first { !$0.quantity.isConverted }.flatMap { snapshot.statistics[$0.statistic] }
        let unit = statistic.map { Chart.unit(of: $0, in: identity, language) } ?? ""
        canvas.heading(title, unit)
        var words = ["\(title) (\(unit))"]
        for reading in readings {
            canvas.y += 10
            words += draw(reading)
        }
        canvas.y += 6
        canvas.axis(scale)
        canvas.y += 6
        if StackPicture.amounts(readings).contains(where: { $0.interval.low != $0.interval.high }) {
            canvas.key(language.words[.stackAllowed]) { $0.whisker(Canvas.left, Canvas.left + 16, $1) }
        }
        enlarge()
        var notes: [String] = []
        if let reason = discrepancy.check.relation.comparability?.reason[language] { notes.append(reason) }
        if left > 0 {
            notes.append(language.words.fill(.stackNotDrawn, ["count": language.format(left)]))
        }
        for note in notes { canvas.text(note, ink: .muted) }
        return canvas.finish(id, title, (words + notes).joined(separator: ". "), identity)
    }

    /// A panel. Returns what it says, in sentences without their stops.
    private mutating func draw(_ reading: Reading) -> [String] {
        let isNamed = readings.count > 1 && reading.label != .mixed
        let saidBy = reading.saidBy(in: language, of: discrepancy.check) {
            Chart.author(of: $0, in: snapshot, language)
        }
        let label = isNamed ? saidBy.capitalizedFirst : nil
        // What nobody gives together goes no further than the check's verdict, and lacks or exceeds nothing.
        let verdict = reading.verdict
        let note = reading.remark(in: language)
        canvas.verdict(verdict, of: label)
        if let note { canvas.text(note, ink: .muted) }
        canvas.y += 4
        let (computed, stated) = (StackPicture.amount(reading.computed), StackPicture.amount(reading.stated))
        let (parts, whole) = headings(reading)
        var words =
            [
                [label, verdict.label[language]].compactMap { $0 }.joined(separator: ": ").capitalizedFirst
            ] + [note.map { String($0.dropLast()) }].compactMap { $0 }
        let ends = [computed, stated].map { $0.point.map(scale.position) ?? scale.span.lowerBound }
        for (place, (side, heading, amount)) in zip(
            reading.sides, zip([parts, whole], [computed, stated])
        ).map({ ($0, $1.0, $1.1) }).enumerated() {
            words.append(
                draw(side, heading, amount, isWhole: place == 1, from: ends[place], to: ends[1 - place], reading))
        }
        if let gap = gapWords(reading) {
            canvas.y += 2
            canvas.key(gap, ink: .ink, isBold: true) { $0.gap(Canvas.left, $1 - 6, 16, 12, reading.gapInk) }
            words.append(gap)
        }
        let arithmetic = Arithmetic(reading, of: discrepancy.check, in: language).text
        canvas.text(arithmetic, ink: .muted, most: 4)
        return words + [arithmetic]
    }

    /// Draws the ends of both bars of the first reading on an axis of their own, where on the common one they could not be
    /// told apart.
    private mutating func enlarge() {
        guard let reading = readings.first else { return }
        let (first, second) = headings(reading)
        let sides = [
            (heading: first, amount: StackPicture.amount(reading.computed)),
            (heading: second, amount: StackPicture.amount(reading.stated)),
        ]
        let ends = sides.compactMap { $0.amount.point.map(self.scale.position) }
        guard let low = ends.min(), let high = ends.max(), low < high, high - low < StackPicture.leastGap
        else { return }
        let scale = NumberScale(
            over: sides.flatMap(\.amount.ends), on: canvas.plot.lowerBound + 8...canvas.plot.upperBound - 8,
            fits: { [language, canvas] ticks, scale in Canvas.fits(ticks, scale, language, within: canvas.plot) })
        canvas.y += 12
        canvas.text(language.words["stackEnlarged"])
        for (place, side) in sides.enumerated() {
            canvas.text(side.heading, ink: .muted)
            canvas.track(scale)
            let marker = place == 0 ? Marker.openDiamond : .circle
            canvas.range(side.amount, scale, canvas.y - Canvas.trackHeight / 2, marker)
        }
        canvas.axis(scale)
        if let note = scale.note(in: language.words) { canvas.broken(note) }
    }

    /// One bar with what it is made of; `other` is the end of the bar that it is compared with.
    private mutating func draw(
        _ claims: [Claim], _ heading: String, _ amount: Amount, isWhole: Bool, from end: Double, to other: Double,
        _ reading: Reading
    ) -> String {
        // What is worked out is about so much where one of its figures is.
        let isAbout = claims.contains { $0.quantity.qualifier == .about }
        let point = amount.point.map { isAbout ? language.about(language.format($0)) : language.format($0) }
        let own = claims.count == 1 ? claims.first?.quantity.text(in: language, hasSign: false) : nil
        let figures = Chart.figure(own ?? point, amount.interval, language)
        canvas.run(
            [(heading, false, .ink)]
                + figures.enumerated().map { place, figure in (figure, place == 0, place == 0 ? .ink : .muted) })
        let (top, height) = (canvas.y + 3, StackPicture.barHeight)
        // The one that parts are set against has a look of its own.
        let isWhole = isWhole && claims.count == 1
        let parts = claims.prefix(StackPicture.mostParts)
        let others = claims.dropFirst(StackPicture.mostParts)
        var sum = Number.zero
        let stacked =
            parts.map { $0.quantity.point ?? .zero }
            + (others.isEmpty ? [] : [others.compactMap(\.quantity.point).reduce(.zero, +)])
        for (place, part) in stacked.enumerated() {
            let start = scale.position(sum)
            sum = sum + part
            canvas.fill(isWhole ? nil : place, start, top, max(scale.position(sum) - start, 0.5), height)
        }
        if other > end, reading.hasGap { canvas.gap(end, top, max(other - end, 2), height, reading.gapInk) }
        if let low = amount.interval.low, let high = amount.interval.high, low < high {
            canvas.whisker(scale.position(low), scale.position(high), top + height / 2)
        }
        canvas.y = top + height + 4
        var words: [String] = []
        for (place, claim) in parts.enumerated() {
            let title = snapshot.statistics[claim.statistic]?.title[language] ?? claim.statistic
            let figure = claims.count > 1 ? "\(claim.quantity.text(in: language)) – \(title)" : title
            let printed = claim.quantity.isConverted ? [claim.printed] : []
            let converted = printed.map { language.words.fill(.chartConvertedFrom, ["printed": $0]) }
            let notes = (isOfSeveral ? [author(of: claim)] : []) + converted
            let text = figure + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
            canvas.key(text) { $0.fill(isWhole ? nil : place, Canvas.left, $1 - 6, 16, 12) }
            words.append(text)
        }
        if !others.isEmpty {
            let text = "… (\(language.format(others.count)))"
            canvas.key(text) { $0.fill(parts.count, Canvas.left, $1 - 6, 16, 12) }
            words.append(text)
        }
        canvas.y += 4
        return "\(heading): \(figures.joined(separator: ", ")) (\(words.joined(separator: "; ")))"
    }

    /// Returns all who state the figure; a reading has one of them.
    private func author(of claim: Claim) -> String {
        let claims = snapshot.statistics[claim.statistic]?.standingClaims ?? []
        let stated = claims.first { $0.id == claim.id }?.quantity ?? claim.quantity
        let equal = claims.filter { $0.quantity.interval == stated.interval && $0.quantity.point == stated.point }
        let sources = equal.map(\.source).uniqued().prefix(StackPicture.mostParts)
        return (sources.isEmpty ? [claim.source] : sources).map { Chart.author(of: $0, in: snapshot, language) }
            .joined(separator: "; ")
    }

    private func headings(_ reading: Reading) -> (String, String) {
        let isMany = (reading.sides.first?.count ?? 0) > 1
        let words: (Word, Word) =
            switch discrepancy.check.relation.constraint.kind {
            case .cumulative: (.stackEarlier, .stackLater)
            case .sum: (.stackParts, .stackTotal)
            default: (isMany ? .stackParts : .stackPart, .stackWhole)
            }
        return (words.0[language], words.1[language])
    }

    /// The gap by its name; nil where there is none, or the sides cannot be subtracted.
    private func gapWords(_ reading: Reading) -> String? {
        guard reading.hasGap, let difference = reading.difference, let point = difference.point, point != .zero
        else { return nil }
        let isOver = point < .zero
        let name: Word =
            switch discrepancy.check.relation.constraint.kind {
            case .sum: isOver ? .stackPartsExcess : .stackPartsMissing
            case .cumulative: isOver ? .stackFewer : .stackMore
            default: isOver ? .stackExcess : .stackRemainder
            }
        let magnitude = difference.interval.magnitude
        let figure = Chart.figure(language.format(point.magnitude), magnitude, language)
        let range = figure.dropFirst().map { " (\($0))" }.joined()
        return "\(name[language]): \(figure.first ?? "")\(range)"
    }
}

extension Reading {
    /// Whether what one side lacks can be drawn: whether they can be subtracted, and somebody gives both.
    fileprivate var hasGap: Bool { difference != nil && label != .mixed }

    /// What is left of a whole is nothing that does not fit.
    fileprivate var gapInk: Ink { verdict == .consistent ? .muted : verdict.ink }
}

extension Canvas {
    /// How far a figure reaches, over whatever is there.
    mutating func whisker(_ low: Double, _ high: Double, _ y: Double) {
        let ends = [low, high].map { SVGText.line($0, y - 5, $0, y + 5) }.joined()
        let d = SVGText.line(low, y, high, y) + ends
        path(d, stroke: .paper, width: 4)
        path(d, stroke: .ink, width: 1.5)
    }

    /// Whether the labels of the ticks leave each other room.
    static func fits(
        _ ticks: [Number], _ scale: NumberScale, _ language: Language,
        within plot: ClosedRange<Double> = Picture.Form.narrow.span
    ) -> Bool {
        let boxes = tickLabels(ticks, scale, language, within: plot).map(\.box)
        return zip(boxes, boxes.dropFirst()).allSatisfy { $0.right + 10 <= $1.left }
    }
}
