import Archive
import Checks
import Evidence
import Foundation
import Reasoning
import TestSupport
import Testing
import Wording

@testable import Charts

@Suite("A picture")
struct PictureTests {
    private static func all(of snapshot: Snapshot, _ language: Language) -> [Picture] {
        formed(of: snapshot, language, .narrow)
            + formed(of: snapshot, language, .wide)
    }

    private static func formed(of snapshot: Snapshot, _ language: Language, _ form: Picture.Form) -> [Picture] {
        snapshot.dataset.statistics.map { Picture($0, in: snapshot, language, form) }
            + snapshot.discrepancies.records.compactMap { Picture($0, in: snapshot, language, form) }
            + snapshot.dataset.identity.vocabulary[.measure].compactMap {
                Picture(measure: $0, in: snapshot, language, form)
            }
            + snapshot.weighing.knots.indices.compactMap {
                Picture(knot: $0, of: snapshot.weighing, in: snapshot, language, form)
            }
            + [Picture(timelineOf: snapshot, language, form)]
    }

    @Test("is no higher where it is wide, says the same, and has ids of its own", arguments: Language.shipped)
    func forms(language: Language) throws {
        let snapshot = try Service.snapshot.get()
        let pairs = zip(
            PictureTests.formed(of: snapshot, language, .narrow), PictureTests.formed(of: snapshot, language, .wide))
        for (narrow, wide) in pairs {
            #expect(wide.height <= narrow.height && wide.description == narrow.description, "\(narrow.id)")
            #expect(wide.id != narrow.id)
        }
    }

    /// What cannot be seen: that it can be read by who cannot, and by every parser.
    static func examine(_ picture: Picture) throws {
        for text in [picture.inline] + Theme.allCases.map(picture.standalone) {
            let tree = try XMLTree(text)
            let root = try #require(tree.elements.first)
            let title = try #require(tree.all("title").first)
            let description = try #require(tree.all("desc").first)
            #expect(root.name == "svg" && root.attributes["role"] == "img")
            let ids = [title, description].compactMap { $0.attributes["id"] }
            #expect(root.attributes["aria-labelledby"] == ids.joined(separator: " "))
            #expect(!title.text.isEmpty && !picture.title.isEmpty)
            #expect(
                Set(tree.elements.map(\.name)).isSubset(of: ["svg", "title", "desc", "style", "text", "path"]))
            #expect(tree.elements.allSatisfy { $0.attributes["style"] == nil })
        }
        #expect(try XMLTree(picture.inline).all("style").isEmpty)
    }

    /// That no text touches another or leaves the picture, whichever face draws it.
    static func measure(_ picture: Picture) {
        let lines = picture.marks.compactMap { mark in
            if case .text(let line) = mark { line } else { nil }
        }
        #expect(!lines.isEmpty)
        for (place, line) in lines.enumerated() {
            let box = line.box
            #expect(
                box.left >= 0 && box.right <= picture.form.width && box.top >= 0 && box.bottom <= picture.height,
                "\(picture.id): \(line.text)")
            #expect(line.size * 320 / Picture.Form.narrow.width >= 11, "\(picture.id): \(line.text)")
            for other in lines[(place + 1)...] {
                let (left, right) = (line.box, other.box)
                let isApart =
                    left.right <= right.left + 0.1 || right.right <= left.left + 0.1
                    || left.bottom <= right.top + 0.1 || right.bottom <= left.top + 0.1
                #expect(isApart, "\(picture.id): “\(line.text)” and “\(other.text)”")
            }
        }
    }

    @Test("of losses, decimals and what has no least is legible, with signs and an axis", arguments: Language.shipped)
    func belowZero(language: Language) throws {
        let open = Evidence.Unit(.measure, bounds: Interval(nil, nil), decimals: 1)
        let most = Number(numeral: "-999999999999999.999999")
        let snapshot = try PictureSamples.snapshot([
            PictureSamples.statistic(
                "a",
                [
                    Quantity(-1250, in: open), Quantity(Number(numeral: "0.000125"), in: open),
                    Quantity(-30, .lessThan, in: open), Quantity(nil, .unknown, in: open),
                    Quantity(between: -9, and: 7, in: open),
                ]),
            PictureSamples.statistic("b", [Quantity(most, in: open), Quantity(12, in: open)], period: "1945"),
            PictureSamples.statistic(
                "c", [Quantity(Ratio(1, in: 7)), Quantity(Number(numeral: "0.00125"), in: Evidence.Unit(.percentage))]),
        ])
        let pictures = PictureTests.all(of: snapshot, language)
        for picture in pictures {
            try PictureTests.examine(picture)
            PictureTests.measure(picture)
        }
        #expect(pictures.first?.inline.contains("\u{2212}" + (language == .english ? "1,250" : "1\u{A0}250")) == true)
    }

    @Test("of each record is XML that says what it shows, its texts apart", arguments: Language.shipped)
    func everyRecord(language: Language) throws {
        let snapshot = try Service.snapshot.get()
        let pictures = PictureTests.all(of: snapshot, language)
        #expect(pictures.count > 40)
        #expect(Set(pictures.map(\.id)).count == pictures.count)
        for picture in pictures {
            try PictureTests.examine(picture)
            PictureTests.measure(picture)
        }
    }

    @Test("tells every figure that it draws in its description, too", arguments: Language.shipped)
    func description(language: Language) throws {
        for picture in PictureTests.all(of: try Service.snapshot.get(), language) {
            for case .text(let line) in picture.marks where line.isBold {
                let told = (picture.title + " " + picture.description).lowercased()
                for word in line.text.lowercased().split(separator: " ") {
                    #expect(told.contains(word), "\(picture.id): \(line.text)")
                }
            }
        }
    }

    @Test("is the same bytes each time")
    func isSame() throws {
        let snapshot = try Service.snapshot.get()
        let draw = { PictureTests.all(of: snapshot, .lithuanian).map { $0.standalone(.auto) } }
        #expect(draw() == draw())
    }

    @Test("has light or dark colours of its own, or both and the reader's choice")
    func themes() throws {
        let picture = Picture(timelineOf: try Service.snapshot.get(), .english)
        let (auto, light, dark) = (
            picture.standalone(.auto), picture.standalone(.light), picture.standalone(.dark)
        )
        #expect(try XMLTree(auto).all("style").map(\.text) == [Ink.style])
        #expect(try XMLTree(light).all("style").isEmpty && XMLTree(dark).all("style").isEmpty)
        for ink in [Ink.ink, .muted, .paper, .figure] {
            #expect(light.contains(ink.color(in: .light)) && !light.contains("var("))
            #expect(dark.contains(ink.color(in: .dark)) && !dark.contains(ink.color(in: .light)))
            #expect(auto.contains("\"\(ink.color(in: .light))\"") && !auto.contains("var("), "light without any style")
            #expect(Ink.style.contains("{fill:\(ink.color(in: .dark))}"))
        }
    }

    @Test("has text with a contrast of 4.5 to its paper, and shapes with 3", arguments: [Theme.light, .dark])
    func contrast(theme: Theme) {
        let luminance = { (ink: Ink) -> Double in
            let code = Int(ink.color(in: theme).dropFirst(), radix: 16) ?? 0
            let parts = [code >> 16, code >> 8 & 255, code & 255].map { part -> Double in
                let value = Double(part) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let contrast = { (ink: Ink) -> Double in
            let both = [luminance(ink), luminance(.paper)].sorted()
            return (both[1] + 0.05) / (both[0] + 0.05)
        }
        for ink in [Ink.ink, .muted, .grave, .strain, .near, .holds] { #expect(contrast(ink) >= 4.5, "\(ink)") }
        #expect(contrast(.figure) >= 3)
    }

    /// Figures at the ends of what a dataset may have.
    private static let extremes: [(String, [Quantity])] = [
        ("one", [Quantity(1)]), ("none", [Quantity(0)]), ("exact twice", [Quantity(27_183), Quantity(27_183)]),
        ("huge", [Quantity(999_999_999_999), Quantity(1)]),
        ("huge and close", [Quantity(999_999_999_999), Quantity(999_999_999_998)]),
        ("below zero", [Quantity(-5), Quantity(-999_999_999_999)]), ("more than", [Quantity(50, .moreThan)]),
        ("less than", [Quantity(50, .lessThan), Quantity(7)]), ("unknown", [Quantity(nil, .unknown)]),
        ("unknown and known", [Quantity(nil, .unknown), Quantity(12_000, .about)]),
        ("at least", [Quantity(5_000, .atLeast), Quantity(4_000, .atMost)]),
        ("many", (0..<60).map { Quantity(Number($0 * 1_000), .about) }),
    ]

    @Test("holds whatever figures there are", arguments: extremes.map(\.0), Language.shipped)
    func anyFigures(name: String, language: Language) throws {
        let quantities = try #require(PictureTests.extremes.first { $0.0 == name }).1
        let statistic = try PictureSamples.statistic("all", quantities)
        let parts = try PictureSamples.statistic("part", quantities.reversed(), period: "../1944")
        let relations = [
            PictureSamples.relation("sum", .sum(parts: ["part", "part"], whole: ["all"])),
            PictureSamples.relation("part", .part(parts: ["all"], whole: ["part"])),
            PictureSamples.relation("same", .same(statistic: "all")),
            PictureSamples.relation("later", .cumulative(earlier: ["all"], later: ["part"])),
        ]
        let snapshot = try PictureSamples.snapshot([statistic, parts], [], relations)
        let pictures = PictureTests.all(of: snapshot, language)
        #expect(pictures.count >= 2)
        for picture in pictures {
            try PictureTests.examine(picture)
            PictureTests.measure(picture)
        }
    }

    @Test("escapes whatever the records say, and has no character that XML has not", arguments: Language.shipped)
    func plantedMarkup(language: Language) throws {
        let markup = PictureSamples.markup
        let statistics = [
            try PictureSamples.statistic("one", [Quantity(5_000), Quantity(7)], population: markup, title: markup),
            try PictureSamples.statistic("two", [Quantity(9)], population: "<b>", title: markup),
        ]
        let relations = [
            PictureSamples.relation("sum", .sum(parts: ["one", "two"], whole: ["two"]), title: markup),
            PictureSamples.relation("same", .same(statistic: "one"), title: markup),
        ]
        let events = [try PictureSamples.event("event", "1944", title: markup)]
        let pictures = PictureTests.all(
            of: try PictureSamples.snapshot(statistics, events, relations, words: markup), language)
        #expect(pictures.count == 14)
        for picture in pictures {
            try PictureTests.examine(picture)
            #expect(!picture.inline.contains("<script") && !picture.inline.contains("<b>"))
            let texts = try XMLTree(picture.inline).elements.map(\.text).joined(separator: " ")
            #expect(texts.contains("<script>") && !texts.contains("\u{7}"))
        }
    }

    @Test("breaks a word that is wider than it, and ends a text that is too long")
    func longWords() throws {
        let long = String(repeating: "Nebeprisikiškiakopūsteliaujančiuosiuose", count: 12)
        let statistic = try PictureSamples.statistic(
            "one", [Quantity(1)], title: long + " " + String(repeating: "žodis ", count: 400))
        let snapshot = try PictureSamples.snapshot(
            [statistic], [try PictureSamples.event("event", "1944", title: long)], words: long)
        for picture in PictureTests.all(of: snapshot, .lithuanian) {
            PictureTests.measure(picture)
            #expect(picture.height < 2_000)
        }
    }

    @Test("says what is about so much, and has no marker on a range, which has no point")
    func qualifiers() throws {
        let quantities = [Quantity(-12, .about, in: Evidence.Unit(.measure, bounds: Interval(nil, nil)))]
        let about = try PictureSamples.snapshot([PictureSamples.statistic("about", quantities)])
        for picture in PictureTests.all(of: about, .english) where !picture.id.hasPrefix("picture-timeline") {
            #expect(picture.inline.contains(">~\u{A0}\u{2212}12<"), "\(picture.id)")
        }
        let markers = { (quantity: Quantity) throws -> Int in
            let snapshot = try PictureSamples.snapshot([PictureSamples.statistic("one", [quantity])])
            let term = try #require(snapshot.dataset.identity.vocabulary[.measure].first)
            let picture = try #require(Picture(measure: term, in: snapshot, .english))
            return picture.inline.components(separatedBy: "a5 5 0 1 0 10 0").count - 1
        }
        // One in the key of the population.
        #expect(try markers(Quantity(between: 5, and: 9)) == 1)
        #expect(try markers(Quantity(7)) == 2)
    }

    @Test("of measures names each population by a shape of its own, and what it leaves out")
    func populations() throws {
        let statistics = try (0..<9).map { place in
            try PictureSamples.statistic(
                "s\(place)", (0..<6).map { Quantity(Number(Int64(place * 100 + $0) + 1)) }, period: "19\(40 + place)",
                population: "p\(place)")
        }
        let snapshot = try PictureSamples.snapshot(statistics)
        let term = try #require(snapshot.dataset.identity.vocabulary[.measure].first)
        let picture = try #require(Picture(measure: term, in: snapshot, .english))
        PictureTests.measure(picture)
        let texts = picture.marks.compactMap { if case .text(let line) = $0 { line.text } else { nil } }
        #expect(texts.contains("Figures that are not drawn: 14."))
        #expect(picture.description.contains("not drawn: 14"))
        #expect(Set(Marker.allCases.map { $0.path(0, 0, 5) + "\($0.isOpen)" }).count == Marker.allCases.count)
    }

    @Test(
        "of figures that are all one joins their points and says so, without an axis", arguments: Picture.Form.allCases)
    func oneNumber(form: Picture.Form) throws {
        let statistic = { (values: [Number]) in try PictureSamples.statistic("one", values.map { Quantity($0) }) }
        let draw = { (values: [Number]) in
            Picture(try statistic(values), in: try PictureSamples.snapshot([try statistic(values)]), .english, form)
        }
        let (equal, single, apart) = (try draw([58_621, 58_621]), try draw([58_621]), try draw([58_621, 58_620]))
        for picture in [equal, single] {
            PictureTests.measure(picture)
            #expect(!picture.inline.contains("does not begin at zero"))
        }
        #expect(apart.inline.contains("does not begin at zero"))
        let words = "All give the same figure."
        #expect(equal.inline.contains(">\(words)<") && equal.description.contains(words))
        #expect(!single.description.contains(words) && !apart.description.contains(words))
    }

    @Test("of a sum names all who state a figure, and not the one whose reading it is")
    func allWhoStateIt() throws {
        let statistics = [
            try PictureSamples.statistic("first", [Quantity(24_101)]),
            try PictureSamples.statistic("second", [Quantity(20_462)]),
            try PictureSamples.statistic(
                "total", [Quantity(46_674), Quantity(46_674)], sources: ["source", "Kantor"]),
        ]
        let sum = PictureSamples.relation("sum", .sum(parts: ["first", "second"], whole: ["total"]))
        let snapshot = try PictureSamples.snapshot(statistics, [], [sum], words: "Tininis")
        let discrepancy = try #require(snapshot.discrepancies.records.first { $0.id == "sum" })
        let picture = try #require(Picture(discrepancy, in: snapshot, .english))
        #expect(!picture.description.contains("(Kantor)"), "\(picture.description)")
    }

    @Test("of the chronology is bounded, and says so")
    func boundedTimeline() throws {
        let events = try (0..<120).map { try PictureSamples.event("e\($0)", "\(1900 + $0)") }
        let picture = Picture(timelineOf: try PictureSamples.snapshot([], events), .lithuanian)
        #expect(picture.description.contains("Pirmieji 50 iš 120 įvykių."))
        PictureTests.measure(picture)
    }

    @Test("of a chronology without events says that there are none")
    func emptyTimeline() throws {
        let picture = Picture(timelineOf: try PictureSamples.snapshot(), .english)
        try PictureTests.examine(picture)
        #expect(picture.description.contains("0\u{A0}events"))
        PictureTests.measure(picture)
    }

    @Test(
        "of the chronology draws every kind of date",
        arguments: [
            "1944-08-01", "1944-08-01?", "1944-08", "1944~", "194X", "18XX", "1945-21", "../1944-08", "1944-08/..",
            "1944-08/", "/1944", "1944-08/1945-05~", "-0500", "Y-17000", "Y999999999", "0000",
        ])
    func dates(date: String) throws {
        for dates in [[date], [date, "1944-02-29", "1945"]] {
            let events = try dates.enumerated().map { try PictureSamples.event("e\($0.offset)", $0.element) }
            for form in Picture.Form.allCases {
                let picture = Picture(timelineOf: try PictureSamples.snapshot([], events), .english, form)
                try PictureTests.examine(picture)
                PictureTests.measure(picture)
                #expect(picture.description.contains(Language.english.format(try EDTF(date))))
            }
        }
    }

    @Test("of the chronology has a line for each event where it is wide, and no title is cut")
    func dense() throws {
        let events = try (0..<40).map { number in
            try PictureSamples.event(
                "e\(number)", "194\(1 + number % 5)-0\(1 + number % 9)-04",
                title: "The commissariat sends men, \(number)")
        }
        let long = String(repeating: "evasion ", count: 14)
        for (title, lines) in [(nil, 0), (long, 2)] {
            let more = try title.map { [try PictureSamples.event("long", "1941-01-04", title: $0)] } ?? []
            let snapshot = try PictureSamples.snapshot([], events + more)
            let picture = Picture(timelineOf: snapshot, .english, .wide)
            PictureTests.measure(picture)
            let text = try XMLTree(picture.inline).all("text").map(\.text)
            #expect(events.allSatisfy { text.contains($0.title[Language.english]) })
            #expect(
                text.joined(separator: " ").contains("evasion evasion") == (title != nil)
                    && !text.joined().contains("…"))
            #expect(picture.body.height <= Double(40 + lines) * 19.5 + 160, "\(picture.body.height)")
        }
    }
}
