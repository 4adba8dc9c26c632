import Archive
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import Charts

@Suite("What the rest of the evidence allows, drawn beside the claims")
struct ImpliedPictureTests {
    private let river: Snapshot
    private let uncounted: Snapshot

    init() throws {
        river = try Service.snapshot.get()
        uncounted = try #require(UncountedDataset.dataset).load()
    }

    private func chart(_ id: String, of snapshot: Snapshot) throws -> Chart {
        Chart(try #require(snapshot.statistics[id]), in: snapshot, .english)
    }

    private func picture(_ id: String, of snapshot: Snapshot) throws -> Picture {
        Picture(try #require(snapshot.statistics[id]), in: snapshot, .english)
    }

    private func texts(of picture: Picture) -> [String] {
        picture.marks.compactMap { if case .text(let line) = $0 { line.text } else { nil } }
    }

    /// How many arrowheads the picture has to the right.
    private func arrows(in picture: Picture) -> Int {
        picture.inline.components(separatedBy: "l-7 -4.5v9z").count - 1
    }

    @Test("has a row of its own with its range, the figures beyond it, and what it rests on")
    func row() throws {
        let chart = try chart("flooded-both", of: river)
        #expect(chart.rows.map(\.id) == ["flooded-both-main", "implied"])
        let row = try #require(chart.rows.last)
        #expect(row.figure == ["1,951–2,050 (2,301 does not fit)"])
        #expect(row.amount == Amount(point: nil, interval: Interval(1951, 2050)))
        let picture = try picture("flooded-both", of: river)
        let told = "What the rest of the evidence allows"
        #expect(texts(of: picture).count { $0 == told } == 2, "above the row, and beside its sign")
        #expect(picture.description.contains(told) && picture.description.contains("1,951–2,050 (2,301 does not fit)"))
        #expect(picture.description.contains("1,200 (Houses flooded on the left bank)"))
    }

    @Test("is drawn open where nothing limits it")
    func openEnd() throws {
        #expect(try arrows(in: picture("carts-later", of: uncounted)) == 1)
        #expect(try arrows(in: picture("carts-lent", of: uncounted)) == 0)
        #expect(try picture("carts-later", of: uncounted).description.contains("at least 1,251"))
    }

    @Test("says which go without a figure where not all fit")
    func unfit() throws {
        let picture = try picture("tents-lent", of: uncounted)
        let sentence = "Worked out without any figure for All tents / New tents, because not all figures fit together."
        #expect(picture.description.contains(sentence), "\(picture.description)")
    }

    @Test("is none where no figure is left and nothing limits it, and the picture says so")
    func nothing() throws {
        let all = try #require(river.statistics["camped-1931-04-20"]?.claims.map(\.id))
        let picture = try picture(
            "camped-1931-04-20", of: river.supposing(#require(Supposition(without: all, assume: []))))
        #expect(texts(of: picture).joined(separator: " ").contains("None of its figures takes part"))
        #expect(!texts(of: picture).contains("0"), "no axis")
    }

    @Test("changes no chart of what nothing else limits")
    func unlimited() throws {
        let chart = try chart("camped-1931-04-20", of: river)
        #expect(chart.rows.map(\.id) == ["camped-1931-04-20-main", "camped-1931-04-20-abridged"] && chart.note == nil)
        #expect(!String(decoding: VegaLiteText.write(chart), as: UTF8.self).contains("implied"))
        #expect(try !picture("camped-1931-04-20", of: river).description.contains("the rest of the evidence"))
    }

    @Test("stands alone where nobody counted, and where nothing limits that, is a sentence without an axis")
    func nobody() throws {
        let chart = try chart("carts-lent", of: uncounted)
        #expect(chart.rows.map(\.id) == ["implied"] && chart.note == "No source here counts this")
        #expect(
            try picture("carts-lent", of: uncounted).description.contains("No source here counts this. What the rest"))
        let open = try picture("sacks", of: uncounted)
        #expect(
            open.description.hasSuffix(
                "No source here counts this, and no limits to it were found in the rest of the evidence."))
        #expect(!texts(of: open).contains("0"))
    }

    @Test("is legible, its texts apart, in both languages", arguments: Language.shipped)
    func legible(language: Language) throws {
        for snapshot in [river, uncounted] {
            for statistic in snapshot.statistics.records {
                let picture = Picture(statistic, in: snapshot, language)
                try PictureTests.examine(picture)
                PictureTests.measure(picture)
            }
        }
    }

    @Test("is in the data of a chart, told from a claim of that name, with edges of its own")
    func data() throws {
        let dataset = try #require(UncountedDataset.dataset)
            .replacing(#""id": "carts-main""#, with: #""id": "implied""#, in: "statistics.json")
        let snapshot = try #require(dataset).load()
        let bytes = VegaLiteText.write(try chart("carts", of: snapshot))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let rows = try #require((json["data"] as? [String: Any])?["values"] as? [[String: Any]])
        #expect(rows.map { $0["id"] as? String } == ["implied", "implied-2"])
        #expect(rows.map { $0["kind"] as? String } == [nil, "implied"])
        #expect(rows[1]["low"] as? Int == 811 && rows[1]["high"] is NSNull)
        let layers = try #require(json["layer"] as? [[String: Any]])
        let filters = layers.compactMap { (($0["transform"] as? [[String: Any]])?.first?["filter"] as? String) }
        #expect(filters.count { $0.contains("datum.kind === 'implied'") } == 4)
    }
}
