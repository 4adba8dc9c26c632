import Archive
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import Charts

@Suite("An axis")
struct ScaleTests {
    private static let span = 0.0...320.0

    @Test(
        "is logarithmic where values span more than three orders of magnitude, and even where they do not",
        arguments: [
            ([1, 5_000, 999_999_999_999], NumberScale.Kind.logarithmic), ([1, 1_001], .logarithmic),
            ([1, 1_000], .linear), ([62_500, 63_499], .linear), ([7], .linear), ([0], .linear), ([], .linear),
            ([0, 1_000_000], .linear), ([0, 20, 1_000_000], .symmetric(20)), ([-2_000_000, 30], .symmetric(30)),
            ([-300, 500], .linear), ([-4, -9_000], .symmetric(4)),
        ] as [([Int64], NumberScale.Kind)])
    func kinds(values: [Int64], kind: NumberScale.Kind) {
        let scale = NumberScale(over: values.map { Number($0) }, on: ScaleTests.span)
        #expect(scale.kind == kind)
        #expect(NumberScale(over: values.map { Number($0) }, isStacked: true, on: ScaleTests.span).kind == .linear)
    }

    @Test(
        "puts numbers in their order, apart from each other, and ticks at powers of ten",
        arguments: [
            [1, 5_000, 999_999_999_999], [2, 90, 7_000, 40_000_000], [-80_000_000, -3_000, 0, 2, 700, 50_000],
            [-5, 1_000_000], [-90_000_000, -800, -3],
        ] as [[Int64]])
    func tenfold(values: [Int64]) {
        let scale = NumberScale(
            over: values.map { Number($0) }, on: ScaleTests.span,
            fits: { ticks, scale in Canvas.fits(ticks, scale, .english) })
        let positions = values.map { scale.position(Number($0)) }
        for (left, right) in zip(positions, positions.dropFirst()) { #expect(right - left > 4) }
        #expect(positions.allSatisfy { $0 > 0 && $0 < 320 })
        #expect(scale.ticks == scale.ticks.sorted())
        #expect(scale.labelled.count > 1 && scale.labelled.allSatisfy(scale.ticks.contains))
        for tick in scale.ticks where tick != .zero {
            let digits = tick.magnitude.description
            #expect(digits.first == "1" && digits.dropFirst().allSatisfy { $0 == "0" }, "\(digits)")
        }
    }

    @Test("has tenths and thousandths among the powers of ten")
    func decimals() throws {
        let values = ["0.002", "40", "0.5"].compactMap { Number(numeral: $0) }
        let scale = NumberScale(over: values, on: ScaleTests.span)
        #expect(scale.kind == .logarithmic)
        #expect(scale.ticks.map(\.description) == ["0.01", "0.1", "1", "10"])
    }

    @Test("does not miss zero where all values are below it")
    func negatives() {
        let below = NumberScale(over: [-500, -300].map { Number($0) }, on: ScaleTests.span)
        #expect(!below.hasZero)
        #expect(NumberScale(over: [-500, 300].map { Number($0) }, on: ScaleTests.span).hasZero)
    }

    @Test(
        "has logarithms as the system has them", arguments: [1, 2, 3.5, 10, 999, 1e12, 7e15, 0.000_001, 0.3, 1.999_999])
    func logarithms(number: Double) {
        #expect(abs(Logarithm.common(number) - log10(number)) < 1e-13 * max(1, abs(log10(number))))
    }

    @Test("that is no even one is told in words, in each language", arguments: [Language.english, .lithuanian])
    func words(language: Language) throws {
        let wide = try PictureSamples.statistic("wide", [1, 5_000, 999_999_999_999].map { Quantity(Number($0)) })
        let signed = try PictureSamples.statistic("signed", [-9_000, 2, 70].map { Quantity(Number($0)) })
        let snapshot = try PictureSamples.snapshot([wide, signed])
        for (statistic, word) in [(wide, Word.chartLogarithmic), (signed, .chartSymmetric)] {
            let told = language.words[word]
            let texts = Picture(statistic, in: snapshot, language).texts
            #expect(texts.joined(separator: " ").contains(told), "\(texts)")
            let drawn = VegaLiteText.write(Chart(statistic, in: snapshot, language))
            #expect(String(decoding: drawn, as: UTF8.self).contains(told))
        }
        let term = try #require(snapshot.dataset.identity.vocabulary[.measure].first)
        let measure = try #require(Picture(measure: term, in: snapshot, language))
        #expect(measure.texts.joined(separator: " ").contains(language.words[.chartSymmetric]))
    }

    @Test("is logarithmic in Vega-Lite as well")
    func vegaLite() throws {
        let types = try [[1, 9_000], [-1, 9_000], [5, 9]].map { values -> String? in
            let statistic = try PictureSamples.statistic("s", values.map { Quantity(Number(Int64($0))) })
            let chart = Chart(statistic, in: try PictureSamples.snapshot([statistic]), .english)
            let json = try JSONSerialization.jsonObject(with: Data(VegaLiteText.write(chart))) as? [String: Any]
            let layers = try #require(json?["layer"] as? [[String: Any]])
            let x = (layers.first?["encoding"] as? [String: Any])?["x"] as? [String: Any]
            return (x?["scale"] as? [String: Any])?["type"] as? String
        }
        #expect(types == ["log", "symlog", nil])
    }

    // MARK: Time

    private static func days(_ dates: [String]) throws -> [ClosedRange<Int>] {
        try dates.map { text in
            let date = try EDTF(text)
            return try #require(date.earliest).ordinal...(try #require(date.latest).ordinal)
        }
    }

    @Test("of time is broken where an outlier would press all others together, and not elsewhere")
    func breaks() throws {
        let war = (1...9).map { "1941-0\($0)-10" }
        let scale = { (dates: [String]) in
            TimeScale(over: try ScaleTests.days(dates), isOpen: (true, true), on: ScaleTests.span, in: .english)
        }
        #expect(try scale(war).breaks.isEmpty)
        #expect(try scale(["1899", "1941-02-10"]).breaks.isEmpty)
        // What lasts through it is not left out.
        #expect(try scale(war + ["1241", "1241/1941"]).breaks.isEmpty)
        for (outlier, count) in [(["1241"], 1), (["2001-05"], 1), (["0476", "2001"], 2)] {
            let broken = try scale(war + outlier)
            #expect(broken.breaks.count == count && broken.stretches.count == count + 1)
            let positions = try (war).map { try #require(try EDTF($0).earliest) }.map(broken.position)
            for (left, right) in zip(positions, positions.dropFirst()) { #expect(right - left > 4) }
            for year in outlier {
                let digits = String(year.prefix(4).drop { $0 == "0" })
                #expect(broken.ticks.contains { $0.label.contains(digits) }, "\(year)")
            }
        }
    }

    @Test("of time tells years before the era in words, and round ones")
    func eras() throws {
        let scale = TimeScale(
            over: try ScaleTests.days(["-0499/1500"]), on: ScaleTests.span, in: .english)
        let labels = scale.ticks.map(\.label)
        let before = try EDTF("-0499")
        #expect(labels.contains(Language.english.format(before)), "\(labels)")
        #expect(labels.contains("1000") && !labels.contains("0") && labels.allSatisfy { !$0.hasPrefix("−") })
        let deep = TimeScale(over: try ScaleTests.days(["Y-17000/Y12000"]), on: ScaleTests.span, in: .english)
        #expect(deep.ticks.contains { $0.label == "10,000" })
    }

    @Test(
        "of time has dates in the reader’s words, each whole and apart from the next",
        arguments: Catalogue.withHebrew.all.map { Catalogue.withHebrew.language($0.tag) })
    func dates(language: Language) throws {
        let periods = [
            "1944-07/1944-11", "1944-06-10/1945-09-03", "1943/1946", "1931", "-0043-01/-0043-12", "-0002-11/0002-02",
            "0005-01/0005-09", "-0330/-0300", "-0499/1500", "1241/1991", "Y-17000/1944", "1944-08-01/1944-08-02",
        ]
        for period in periods {
            for isOpen in [false, true] {
                let scale = TimeScale(
                    over: try ScaleTests.days([period]), isOpen: (isOpen, isOpen), on: ScaleTests.span, in: language)
                let boxes = scale.labels(y: 0).map(\.box)
                #expect(!boxes.isEmpty, "\(period)")
                for box in boxes {
                    #expect(box.left >= 0 && box.right <= ScaleTests.span.upperBound + 0.01, "\(period) \(box)")
                }
                for (left, right) in zip(boxes, boxes.dropFirst()) { #expect(left.right < right.left, "\(period)") }
                let texts = scale.ticks.map(\.label)
                let hasISO = texts.contains { $0.contains(/[0-9]-[0-9]/) }
                #expect(!hasISO || language.tag == .lithuanian, "\(texts)")
            }
        }
        let months = TimeScale(
            over: try ScaleTests.days(["1944-08/1944-10"]), on: ScaleTests.span, in: language
        ).ticks.map(\.label)
        let september = language.format(shortMonth: try #require(try EDTF("1944-09").earliest))
        #expect(months.contains(september), "\(months)")
    }

    @Test("of time has the era of years whose digits alone could be of either")
    func firstYears() throws {
        let scale = TimeScale(over: try ScaleTests.days(["-0099/0150"]), on: ScaleTests.span, in: .english)
        let labels = scale.ticks.map(\.label)
        #expect(labels.contains("100 BCE") && labels.contains("1"), "\(labels)")
        let narrow = TimeScale(over: try ScaleTests.days(["-0019/0030"]), on: ScaleTests.span, in: .english)
        #expect(narrow.ticks.contains { $0.label == "20 CE" }, "\(narrow.ticks.map(\.label))")
    }

    @Test("of a chronology says that it is broken")
    func chronology() throws {
        let dates = (1...9).map { "1941-0\($0)-10" } + ["1241-04"]
        let events = try dates.enumerated().map { try PictureSamples.event("e\($0.offset)", $0.element) }
        for language in [Language.english, .lithuanian] {
            let picture = Picture(timelineOf: try PictureSamples.snapshot([], events), language)
            #expect(picture.texts.joined(separator: " ").contains(language.words[.timelineBroken]))
        }
    }

    // MARK: Units

    @Test("has one unit: a measure in two has two plots, and nothing is left out")
    func units() throws {
        let statistics = [
            try PictureSamples.statistic("a", [Quantity(Number(40))], unit: "tonnes"),
            try PictureSamples.statistic("b", [Quantity(Number(7)), Quantity(Number(8))], unit: "wagons"),
        ]
        let snapshot = try PictureSamples.snapshot(statistics)
        let term = try #require(snapshot.dataset.identity.vocabulary[.measure].first)
        let picture = try #require(Picture(measure: term, in: snapshot, .english))
        let texts = picture.texts
        #expect(texts.contains("Words tonnes") && texts.contains("Words wagons"))
        #expect(!texts.contains { $0.hasPrefix("Figures that are not drawn") })
        #expect(texts.contains("40") && texts.contains("8"))
    }
}

extension Picture {
    /// The texts in it, line by line.
    fileprivate var texts: [String] { marks.compactMap { if case .text(let line) = $0 { line.text } else { nil } } }
}
